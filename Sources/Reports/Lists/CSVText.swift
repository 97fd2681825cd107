/// Rows as comma-separated values.
///
/// RFC 4180: lines end in CR LF; a field with a comma, a quote or a line break stands in quotes, its
/// quotes doubled; UTF-8 without a byte order mark. A text that a spreadsheet would take for a formula
/// gets an apostrophe in front, and the import takes it away again; a plain number stays a number.
package enum CSVText {
  package static func text(_ rows: [[String]]) -> String {
    rows.map { row in row.map { field(guarded($0)) }.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { !special.contains($0) }
    if isPlain { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private static let special: Set<Unicode.Scalar> = ["\"", ",", "\n", "\r"]

  /// Puts an apostrophe before what would be run.
  static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, runs(first), !isNumber(text) else { return text }
    return "'" + text
  }

  /// Takes away the apostrophe that keeps a spreadsheet from running a text.
  package static func unguarded(_ text: String) -> String {
    var rest = text.unicodeScalars
    guard rest.popFirst() == "'", let first = rest.first, runs(first) else { return text }
    return String(rest)
  }

  private static func runs(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r": true
    default: false
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    return !digits.isEmpty && digits.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
  }
}

extension String.UnicodeScalarView {
  fileprivate mutating func popFirst() -> Unicode.Scalar? {
    guard let first else { return nil }
    removeFirst()
    return first
  }
}
