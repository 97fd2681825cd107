import PropertyList
import Testing

@Suite struct `Reading a property list strictly` {
  @Test func `every kind of value is read`() throws {
    let bytes = try PropertyListWriter.bytes(of: Sample.everyKind)
    #expect(try PropertyListReader.read(bytes, mode: .strict).value == Sample.everyKind)
  }

  @Test func `the five references are read`() throws {
    let body = "<string>&lt;&amp;&gt;&quot;&apos;&amp;lt;</string>\n</plist>\n"
    #expect(try Sample.value(body) == "<&>\"'&lt;")
  }

  @Test func `references in keys count for their order`() throws {
    let body =
      "<dict>\n\t<key>&lt;</key>\n\t<true/>\n\t<key>;</key>\n\t<true/>\n</dict>\n</plist>\n"
    #expect(
      Sample.refusal(of: Sample.header + body) == "line 7: the key ';' must stand before '<'"
    )
    let same = body.replacing(";</key>\n\t<true/>\n</dict>", with: "&lt;</key>\n\t<true/>\n</dict>")
    #expect(
      Sample.refusal(of: Sample.header + same)
        == "line 7: the key '<' stands here a second time"
    )
  }

  @Test func `two Unicode forms of one key are one key twice`() {
    let body =
      "<dict>\n\t<key>e\u{301}</key>\n\t<true/>\n\t<key>f</key>\n\t<true/>\n"
      + "\t<key>\u{E9}</key>\n\t<true/>\n</dict>\n</plist>\n"
    #expect(
      Sample.refusal(of: Sample.header + body) == "line 9: the key 'é' stands here a second time"
    )
  }

  @Test func `two Unicode forms of a text stay different texts`() throws {
    let composed = try Sample.value("<string>\u{E9}</string>\n</plist>\n")
    let decomposed = try Sample.value("<string>e\u{301}</string>\n</plist>\n")
    #expect(composed != decomposed)
    #expect(decomposed == .string("e\u{301}"))
  }

  @Test(arguments: [
    "<!-- no --><true/>", " <true/>", "\t<true/>", "<true />", "<true></true>", "<string/>",
    "<key>a</key>", "<data/>", "<data></data>", "<array></array>", "<dict></dict>",
    "<dict>\n</dict>", "<array>\n\n</array>", "<real>1</real>", "<ustring>a</ustring>",
    "<array>\n  <true/>\n</array>", "<array>\r\n\t<true/>\r\n</array>", "<STRING>a</STRING>",
    "<string>a\r\nb</string>", "<string>a>b</string>", "<string>&#65;</string>",
    "<string><![CDATA[a]]></string>", "<string>a<!-- b --></string>", "<string>&amp</string>",
    "<string>&;</string>", "<string>&\u{0}amp;</string>", "<string>& b</string>",
    "<string>&#xD800;</string>",
    "<string>\u{FFFE}</string>", "<string>\u{FFFF}</string>", "<string>\u{B}</string>",
    "<dict>\n\t<key>a</key><true/>\n</dict>", "<dict>\n\t<key>a</key>\n</dict>",
    "<dict>\n\t<true/>\n</dict>", "<dict>\n\t<key>a</key>\n\t<key>b</key>\n</dict>",
    "<true/>\n<true/>", "<stringstring>a</stringstring>", "<string >a</string>",
  ])
  func `any other form than the writer's is refused`(value: String) {
    #expect(Sample.refusal(of: "\(Sample.header)\(value)\n</plist>\n") != nil)
  }

  @Test(arguments: [
    "", "+1", "-", "-0", "00", "01", "-01", "1.0", "1e3", "0x10", " 1", "1 ", "１", "1\n",
    "9223372036854775808", "-9223372036854775809", "99999999999999999999999999",
  ])
  func `an integer in another form is refused`(text: String) {
    #expect(Sample.refusal(of: "\(Sample.header)<integer>\(text)</integer>\n</plist>\n") != nil)
  }

  @Test(arguments: [0, 7, -7, 10, .max, .min] as [Int64])
  func `an integer is read`(number: Int64) throws {
    #expect(try Sample.value("<integer>\(number)</integer>\n</plist>\n") == .integer(number))
  }

  @Test(arguments: [
    "", "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
    "2026-04-31T00:00:00Z", "0000-01-01T00:00:00Z", "2026-01-01T24:00:00Z",
    "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01T00:00:00",
    "2026-01-01T00:00:00.5Z", "2026-01-01 00:00:00Z", "2026-01-01T00:00:00z", "2026-1-1T0:0:0Z",
    "10000-01-01T00:00:00Z", "-001-01-01T00:00:00Z", " 2026-01-01T00:00:00Z",
    "2026-01-01T00:00:00+00:00", "2026/01/01T00:00:00Z",
  ])
  func `a date in another form or that doesn't exist is refused`(text: String) {
    #expect(Sample.refusal(of: "\(Sample.header)<date>\(text)</date>\n</plist>\n") != nil)
  }

  @Test(arguments: [
    "Q", "QU", "QUI", "QUI==", "Q===", "====", "QQ==QQ==", "QQ=Q", "QR==", "QUJ=", "QUI_", "QUI-",
    "QU I=", "QUI=\n", "\nQUI=", "\tQUI=", "QUJD\nQUJD", "QÜI=",
  ])
  func `base64 in another form is refused`(text: String) {
    #expect(Sample.refusal(of: "\(Sample.header)<data>\n\(text)\n</data>\n</plist>\n") != nil)
  }

  @Test func `data is read`() throws {
    #expect(try Sample.value("<data>\nQUI=\n</data>\n</plist>\n") == .data([0x41, 0x42]))
    #expect(try Sample.value("<data>\n</data>\n</plist>\n") == .data([]))
  }

  @Test(arguments: [
    "\u{FEFF}\(Sample.header)", Sample.header.replacing("\n", with: "\r\n"),
    Sample.header.replacing("UTF-8", with: "utf-8"),
    Sample.header.replacing("1.0\" e", with: "1.1\" e"),
    Sample.header.replacing("\"", with: "'"), Sample.header.replacing("<plist", with: "\n<plist"),
    Sample.header.replacing(" version=\"1.0\">", with: ">"),
    Sample.header.replacing(".dtd\">", with: ".dtd\" []>"), "<plist version=\"1.0\">\n",
  ])
  func `any other header is refused`(header: String) {
    #expect(Sample.refusal(of: header + "<true/>\n</plist>\n") != nil)
  }

  @Test(arguments: ["", "\n\n", "\n ", "\n<!-- caseload sha256 00 -->\n", "\n\u{0}", "\r\n"])
  func `any other end is refused`(end: String) {
    #expect(Sample.refusal(of: "\(Sample.header)<true/>\n</plist>\(end)") != nil)
  }
}
