import PropertyList
import Testing

@Suite struct `Limits of a property list` {
  @Test(arguments: [PropertyListReader.Mode.strict, .lenient], [true, false])
  func `ten thousand arrays inside one another are refused at the limit`(
    mode: PropertyListReader.Mode,
    isClosed: Bool
  ) {
    #expect(
      Sample.refusal(of: nested(10_000, isClosed: isClosed), mode: mode)
        == "line 36: more than 32 arrays and dictionaries inside one another"
    )
  }

  @Test func `dictionaries count for the depth like arrays`() {
    let step = "<dict><key>a</key>"
    let file = Sample.header + String(repeating: step, count: 10_000)
    #expect(
      Sample.refusal(of: file, mode: .lenient)
        == "line 4: more than 32 arrays and dictionaries inside one another"
    )
  }

  @Test func `as many as the limit allows are read`() throws {
    let bytes = Array(nested(32, isClosed: true).utf8)
    var node = try PropertyListReader.read(bytes, mode: .strict)
    for _ in 0..<31 { node = try #require(node.elements.first) }
    #expect(node.value == [])
    #expect(node.line == 35)
    #expect(Sample.refusal(of: nested(33, isClosed: true)) != nil)
  }

  @Test func `a hundred megabytes are refused at once`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "<"), count: 100_000_000)
    let clock = ContinuousClock()
    var refusal: String?
    let duration = clock.measure { refusal = Sample.refusal(of: bytes) }
    #expect(refusal == "line 1: larger than 8 MB")
    #expect(duration < .milliseconds(100))
  }

  @Test func `a file of exactly the limit is read`() throws {
    let frame = Sample.header.utf8.count + "<string></string>\n</plist>\n".utf8.count
    let text = String(repeating: "x", count: PropertyListLimits.size - frame)
    let bytes = try PropertyListWriter.bytes(of: .string(text))
    #expect(bytes.count == PropertyListLimits.size)
    #expect(try PropertyListReader.read(bytes, mode: .strict).value == .string(text))
    #expect(Sample.refusal(of: bytes + [0x0A]) == "line 1: larger than 8 MB")
  }

  @Test(arguments: [PropertyListReader.Mode.strict, .lenient])
  func `entities that multiply are refused at their declaration`(mode: PropertyListReader.Mode) {
    let entities = (1...9).map { level in
      "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }
    let file =
      Sample.headerLines[0] + "\n<!DOCTYPE plist [<!ENTITY l0 \"lol\">\(entities.joined())]>\n"
      + "<plist version=\"1.0\">\n<string>&l9;</string>\n</plist>\n"
    #expect(
      Sample.refusal(of: file, mode: mode)
        == "line 2: expected \(Sample.headerLines[1]), found <!DOCTYPE plist [<!ENTITY l0 \"lol\">"
    )
  }

  private func nested(_ depth: Int, isClosed: Bool) -> String {
    var file = Sample.header
    for level in 0..<depth - 1 { file += tabs(level) + "<array>\n" }
    guard isClosed else { return file }
    file += tabs(depth - 1) + "<array/>\n"
    for level in (0..<depth - 1).reversed() { file += tabs(level) + "</array>\n" }
    return file + "</plist>\n"
  }

  /// Not more than a hundred, since ten thousand lines of as many tabs would be refused by size.
  private func tabs(_ count: Int) -> String {
    String(repeating: "\t", count: min(count, 100))
  }
}
