import Storage
import Testing

@Suite struct `Comma-separated values` {
  private func rows(_ text: String) throws -> [[String]] {
    try CSVReader.read(Array(text.utf8), file: "a.csv").map(\.fields)
  }

  private func sentence(_ bytes: [UInt8]) -> String? {
    let problem = #expect(throws: ImportProblem.self) {
      try CSVReader.read(bytes, file: "a.csv")
    }
    return problem?.sentence
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    ("\"a,b\",\"say \"\"hi\"\"\"\n", [["a,b", "say \"hi\""]]),
    ("\"two\r\nlines\",x\n", [["two\nlines", "x"]]),
    ("a,\n,b\n", [["a", ""], ["", "b"]]),
    ("a\n\n\nb\n", [["a"], ["b"]]),
    ("\"\",\"\"\n", [["", ""]]),
    ("ä,界\n", [["ä", "界"]]),
    ("a\tb,c\n", [["a\tb", "c"]]),
    ("", []),
  ])
  func `are read in every form that RFC 4180 has`(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test func `count lines by the file, also after a field with line breaks`() throws {
    let rows = try CSVReader.read(Array("a\n\"b\nc\"\n\nd\n".utf8), file: "a.csv")
    #expect(rows.map(\.line) == [1, 2, 5])
  }

  @Test(arguments: [
    (
      "a\nb\"c\n",
      "a.csv, line 2, character 2: a quote inside a field; put the field in quotes and double the quote"
    ),
    ("a\n\"b\nc\n", "a.csv, line 2, character 1: a quote that is opened here and never closed"),
    (
      "\"a\"b,c\n",
      "a.csv, line 1, character 4: text after a closing quote; expected a comma or the end of the line"
    ),
    ("ä,a\rb\n", "a.csv, line 1, character 5: a carriage return without a line feed"),
    ("a,\u{0}\n", "a.csv, line 1, character 3: a control character"),
  ])
  func `are refused with line and place`(text: String, expected: String) {
    #expect(sentence(Array(text.utf8)) == expected)
  }

  @Test func `are refused when they aren't UTF-8`() {
    #expect(sentence([0x61, 0x0A, 0xE4, 0x0A]) == "a.csv, line 2: this isn't UTF-8 text")
  }
}
