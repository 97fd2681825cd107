import PropertyList
import Testing

@Suite struct `Wordings of property list errors` {
  @Test(arguments: [
    ("<string>a</string>\n</plist>", "line 5: expected a line break, found the end of the file"),
    ("<strnig>a</strnig>\n</plist>\n", "line 4: expected a value, found <strnig>"),
    (
      "<dict>\n\t<strnig>a</strnig>\n</dict>\n</plist>\n",
      "line 5: expected <key> or </dict>, found <strnig>"
    ),
    (
      "<array>\n\t<true/>\n\t<tru/>\n</array>\n</plist>\n",
      "line 6: expected a value or </array>, found <tru/>"
    ),
    (
      "<dict>\n\t<key>b</key>\n\t<true/>\n\t<key>a</key>\n\t<true/>\n</dict>\n</plist>\n",
      "line 7: the key 'a' must stand before 'b'"
    ),
    (
      "<dict>\n\t<key>a</key>\n\t<true/>\n\t<key>a</key>\n\t<true/>\n</dict>\n</plist>\n",
      "line 7: the key 'a' stands here a second time"
    ),
    (
      "<date>2026-02-30T00:00:00Z</date>\n</plist>\n",
      "line 4: expected a date that exists, such as 2026-03-11T14:49:12Z, "
        + "found '2026-02-30T00:00:00Z'"
    ),
    (
      "<integer>007</integer>\n</plist>\n",
      "line 4: expected an integer in its shortest form, found '007'"
    ),
    (
      "<data>\nQUI\n</data>\n</plist>\n",
      "line 5: expected base64 with its padding, found 'QUI'"
    ),
    (
      "<data>\n\tQUI=\n</data>\n</plist>\n",
      "line 4: expected lines of 76 base64 characters, found another layout"
    ),
    (
      "<string>a &euro; b</string>\n</plist>\n",
      "line 4: expected &amp; &lt; &gt; &quot; or &apos;, found '&euro; b'"
    ),
    (
      "<string>one\ntwo\u{1}</string>\n</plist>\n",
      "line 5: expected a character that XML allows here, found the character U+0001"
    ),
    (
      "<string>a</key>\n</plist>\n",
      "line 4: expected </string>, found </key>"
    ),
    (
      "<array>\n<true/>\n</array>\n</plist>\n",
      "line 5: expected a value or </array>, found <true/>"
    ),
    (
      "<array>\n\t<true/>\n\t</array>\n</plist>\n",
      "line 6: expected 0 tabs, found 1 tab"
    ),
    ("<array>\n</array>\n</plist>\n", "line 5: expected a value, found </array>"),
    (
      "<true/>\n</plist>\nmore",
      "line 6: expected the end of the file, found 'more'"
    ),
  ])
  func `each damage is named with its line`(body: String, description: String) {
    #expect(Sample.refusal(of: Sample.header + body) == description)
  }

  @Test(arguments: [
    ("", "line 1: expected \(Sample.headerLines[0]), found the end of the file"),
    ("{ a = b; }", "line 1: expected \(Sample.headerLines[0]), found '{ a = b; }'"),
    ("bplist00", "line 1: expected \(Sample.headerLines[0]), found 'bplist00'"),
    (
      "\(Sample.headerLines[0])\n<!DOCTYPE html>\n",
      "line 2: expected \(Sample.headerLines[1]), found <!DOCTYPE html>"
    ),
    (
      "\(Sample.headerLines[0])\n\(Sample.headerLines[1])\n<plist version=\"9.9\">\n",
      "line 3: expected \(Sample.headerLines[2]), found <plist version=\"9.9\">"
    ),
  ])
  func `a wrong header is named with its line`(file: String, description: String) {
    #expect(Sample.refusal(of: file) == description)
  }

  @Test func `a byte that isn't UTF-8 is named with its line`() {
    let bytes = Sample.bytes("<string>one\ntwo") + [0xFF] + Array("</string>\n</plist>\n".utf8)
    #expect(Sample.refusal(of: bytes) == "line 5: expected UTF-8 text, found the byte 0xFF")
  }

  @Test func `what is quoted from a file is cut and shows no control characters`() {
    let long = String(repeating: "x", count: 500)
    let wanted = "'" + String(repeating: "x", count: 40) + "…'"
    let wording = "line 4: expected an integer in its shortest form, found "
    #expect(Sample.refusal(of: Sample.header + "<integer>\(long)") == wording + wanted)
    #expect(Sample.refusal(of: Sample.header + "<integer>\u{1B}[2J") == wording + "'\u{FFFD}[2J'")
  }

  @Test func `a path stands behind the line`() {
    let problem = PropertyListError.Problem.missingKey("status")
    let error = PropertyListError(line: 14, path: "record.rows[3]", problem: problem)
    #expect(error.description == "line 14, record.rows[3]: the key 'status' is missing")
    #expect(error.message == "the key 'status' is missing")
  }
}
