/// Reads comma-separated values.
///
/// RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes; lines end in LF or
/// CR LF. UTF-8, with or without a byte order mark. Empty lines are passed over. What isn't of that
/// form is an error with its place, never guessed at.
package enum CSVReader {
  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, for errors.
  /// - Returns: The rows in order, empty lines left out.
  /// - Throws: The first place where the form is broken.
  package static func read(_ bytes: [UInt8], file: String) throws(ImportProblem) -> [CSVRow] {
    var parser = Parser(bytes: bytes, file: file)
    return try parser.rows()
  }
}

/// A line of a file, or more than one where a field has line breaks in it.
package struct CSVRow: Equatable, Sendable {
  /// The line on which it begins, counted from 1.
  package var line: Int
  package var fields: [String]

  package init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

private struct Parser {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1
  private var lineStart = 0

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    lineStart = position
  }

  mutating func rows() throws(ImportProblem) -> [CSVRow] {
    try checkEncoding()
    var rows: [CSVRow] = []
    while position < bytes.count {
      let row = CSVRow(line: line, fields: try fields())
      if row.fields != [""] { rows.append(row) }
    }
    return rows
  }

  private func checkEncoding() throws(ImportProblem) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let before = bytes[..<error.byteOffsets.lowerBound]
      let line = before.count { $0 == Self.feed } + 1
      throw ImportProblem(file: file, line: line, place: .line, message: "this isn't UTF-8 text")
    }
  }

  /// Reads one row and the end of its line.
  private mutating func fields() throws(ImportProblem) -> [String] {
    var fields: [String] = []
    while true {
      fields.append(
        position < bytes.count && bytes[position] == Self.quote ? try quoted() : try plain()
      )
      guard position < bytes.count, bytes[position] == Self.comma else { break }
      position += 1
    }
    try endLine()
    return fields
  }

  private mutating func endLine() throws(ImportProblem) {
    guard position < bytes.count else { return }
    if bytes[position] == Self.carriage { position += 1 }
    guard position < bytes.count, bytes[position] == Self.feed else {
      throw problem("a carriage return without a line feed")
    }
    position += 1
    line += 1
    lineStart = position
  }

  private mutating func plain() throws(ImportProblem) -> String {
    let start = position
    while position < bytes.count, !isEnd(bytes[position]) {
      if bytes[position] == Self.quote {
        throw problem("a quote inside a field; put the field in quotes and double the quote")
      }
      try checkCharacter()
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == Self.comma || byte == Self.feed || byte == Self.carriage
  }

  private mutating func quoted() throws(ImportProblem) -> String {
    let opening = problem("a quote that is opened here and never closed")
    var text: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        position += 1
        guard position < bytes.count, bytes[position] == Self.quote else {
          guard position == bytes.count || isEnd(bytes[position]) else {
            throw problem("text after a closing quote; expected a comma or the end of the line")
          }
          return String(decoding: text, as: UTF8.self)
        }
        text.append(byte)
      } else if byte == Self.feed {
        line += 1
        lineStart = position + 1
        text.append(byte)
      } else if byte != Self.carriage {
        try checkCharacter()
        text.append(byte)
      }
      position += 1
    }
    throw opening
  }

  private func checkCharacter() throws(ImportProblem) {
    if bytes[position] < 0x20 && bytes[position] != 0x09 {
      throw problem("a control character")
    }
  }

  private func problem(_ message: String) -> ImportProblem {
    let before = bytes[lineStart..<position].count { $0 & 0xC0 != 0x80 }
    return ImportProblem(file: file, line: line, place: .character(before + 1), message: message)
  }
}
