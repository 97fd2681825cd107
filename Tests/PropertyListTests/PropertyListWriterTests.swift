import PropertyList
import Testing

@Suite struct `Writing a property list` {
  @Test func `every kind of value has one form`() throws {
    let value: PropertyListValue = [
      "array": ["text", 0, []],
      "data": .data(Array("any carnal pleasure.".utf8)),
      "date": .date(0),
      "empty": "",
      "false": false,
      "integer": .integer(.min),
      "nested": ["none": [:], "true": true],
    ]
    let wanted = """
      <dict>
      \t<key>array</key>
      \t<array>
      \t\t<string>text</string>
      \t\t<integer>0</integer>
      \t\t<array/>
      \t</array>
      \t<key>data</key>
      \t<data>
      \tYW55IGNhcm5hbCBwbGVhc3VyZS4=
      \t</data>
      \t<key>date</key>
      \t<date>1970-01-01T00:00:00Z</date>
      \t<key>empty</key>
      \t<string></string>
      \t<key>false</key>
      \t<false/>
      \t<key>integer</key>
      \t<integer>-9223372036854775808</integer>
      \t<key>nested</key>
      \t<dict>
      \t\t<key>none</key>
      \t\t<dict/>
      \t\t<key>true</key>
      \t\t<true/>
      \t</dict>
      </dict>
      </plist>

      """
    let bytes = try PropertyListWriter.bytes(of: value)
    #expect(String(decoding: bytes, as: UTF8.self) == Sample.header + wanted)
  }

  @Test func `only the three characters that have to be are escaped`() throws {
    #expect(try body(of: "<&>\"'") == "<string>&lt;&amp;&gt;\"'</string>\n")
  }

  @Test(arguments: [
    ("one\r\ntwo\rthree\n\rfour", "one\ntwo\nthree\n\nfour"),
    ("a\u{0}b\u{1}c\u{8}d\u{B}e\u{C}f\u{1F}g", "abcdefg"),
    ("tab\tand\nfeed", "tab\tand\nfeed"),
    ("del\u{7F}c1\u{85}", "del\u{7F}c1\u{85}"),
    ("a\u{FFFE}b\u{FFFF}c\u{FFFD}\u{FEFF}", "abc\u{FFFD}\u{FEFF}"),
    ("\u{1}&\r", "&amp;\n"),
  ])
  func `what XML can't carry is dropped from texts`(text: String, written: String) throws {
    #expect(try body(of: .string(text)) == "<string>\(written)</string>\n")
  }

  @Test func `the first and the last second can be written`() throws {
    #expect(try body(of: .date(-62_135_596_800)) == "<date>0001-01-01T00:00:00Z</date>\n")
    #expect(try body(of: .date(253_402_300_799)) == "<date>9999-12-31T23:59:59Z</date>\n")
    #expect(try body(of: .date(951_782_400)) == "<date>2000-02-29T00:00:00Z</date>\n")
    #expect(try body(of: .date(-1)) == "<date>1969-12-31T23:59:59Z</date>\n")
  }

  @Test(arguments: [-62_135_596_801, 253_402_300_800, .min, .max] as [Int64])
  func `a date outside the years 1 to 9999 is refused with its path`(seconds: Int64) {
    #expect(
      refusal(of: ["record": ["rows": [0, ["at": .date(seconds)]]]])
        == "line 12, record.rows[1].at: "
        + "the date \(seconds) seconds from 1970 is outside the years 0001 to 9999"
    )
  }

  @Test func `a key that XML can't carry is refused`() {
    let wording = "line 4, a: the key 'b\u{FFFD}' has characters that XML can't carry"
    #expect(refusal(of: ["a": ["b\r": 1]])?.hasSuffix("XML can't carry") == true)
    #expect(refusal(of: ["a": ["b\u{1}": 1]]) == wording.replacing("line 4", with: "line 6"))
    #expect(refusal(of: ["a\u{FFFE}": 1]) != nil)
  }

  @Test func `two Unicode forms of one key are refused`() {
    #expect(
      refusal(of: ["e\u{301}": 1, "\u{E9}": 2])
        == "line 4: the key 'é' stands here a second time"
    )
    #expect(refusal(of: ["K": 1, "\u{212A}": 2]) != nil)
  }

  @Test func `what could not be read again for its depth or size isn't written`() {
    #expect(refusal(of: nested(32)) == nil)
    #expect(
      refusal(of: nested(33))?.hasSuffix("more than 32 arrays and dictionaries inside one another")
        == true
    )
    let text = String(repeating: "x", count: PropertyListLimits.size)
    #expect(refusal(of: .string(text)) == "line 1: larger than 8 MB")
  }

  private func nested(_ depth: Int) -> PropertyListValue {
    (0..<depth).reduce(true) { value, _ in [value] }
  }

  private func body(of value: PropertyListValue) throws -> String {
    let file = String(decoding: try PropertyListWriter.bytes(of: value), as: UTF8.self)
    #expect(file.hasPrefix(Sample.header) && file.hasSuffix("</plist>\n"))
    return String(file.dropFirst(Sample.header.count).dropLast("</plist>\n".count))
  }

  private func refusal(of value: PropertyListValue) -> String? {
    do throws(PropertyListError) {
      _ = try PropertyListWriter.bytes(of: value)
      return nil
    } catch {
      return error.description
    }
  }
}
