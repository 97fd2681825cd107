import Glibc

/// A document with a part between two marks that is made, not written.
struct MarkedDocument {
  private static let beginning = "<!-- keys -->\n"
  private static let end = "<!-- /keys -->"

  private let path: String
  private let before: String
  private let after: String
  /// What stands between the marks, without the empty lines at its ends.
  var part: String

  init(path: String) throws(ToolError) {
    self.path = path
    let text = try TextFile.read(path)
    guard let start = text.firstRange(of: Self.beginning), let stop = text.firstRange(of: Self.end),
      start.upperBound <= stop.lowerBound
    else {
      throw ToolError("\(path) has no lines <!-- keys --> and <!-- /keys -->", status: 1)
    }
    before = String(text[..<start.upperBound])
    after = String(text[stop.lowerBound...])
    part = Self.trimmed(String(text[start.upperBound..<stop.lowerBound]))
  }

  func save() throws(ToolError) {
    try TextFile.write(before + "\n" + part + "\n" + after, to: path)
  }

  private static func trimmed(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    return lines[first...last].joined(separator: "\n") + "\n"
  }
}

/// Whole files of text.
enum TextFile {
  static func read(_ path: String) throws(ToolError) -> String {
    guard let file = fopen(path, "r") else { throw ToolError("\(path) can't be read", status: 66) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func write(_ text: String, to path: String) throws(ToolError) {
    guard let file = fopen(path, "w") else {
      throw ToolError("\(path) can't be written", status: 73)
    }
    let bytes = Array(text.utf8)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    guard fclose(file) == 0 && isWritten else {
      throw ToolError("\(path) can't be written", status: 74)
    }
  }
}
