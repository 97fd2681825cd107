package import TerminalCore

/// A difference as rows of cells: side by side where there is room, else one below the other.
package struct DifferenceLines: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    /// The older text's side; the only one on a narrow screen.
    package var left: [Piece] = []
    /// "-" only in the older text, "+" only in today's, "|" in both and not the same.
    package var mark: Character = " "
    package var right: [Piece] = []
    /// Whether a change begins here.
    package var beginsChange = false
  }

  package struct Piece: Equatable, Sendable {
    package var text: String
    package var role: Role
  }

  package private(set) var lines: [Line] = []
  package let isSideBySide: Bool
  /// The cells of one side.
  package let columns: Int

  /// The narrowest room in which two sides stand beside each other.
  private static let sideBySideColumns = 76

  /// - Parameters:
  ///   - difference: Of an older text, and today's.
  ///   - columns: The cells of the whole room.
  package init(_ difference: TextDifference, columns: Int) {
    isSideBySide = columns >= Self.sideBySideColumns
    self.columns = max(1, isSideBySide ? (columns - 3) / 2 : columns - 2)
    for row in difference.rows { add(row) }
  }

  private mutating func add(_ row: DifferenceRow) {
    switch row {
    case .title(let title): lines.append(Line(left: [Piece(text: title, role: .fieldLabel)]))
    case .same(let text):
      for row in wrapped([DifferencePiece(text, isOnlyHere: false)], role: .text) {
        lines.append(Line(left: row, right: isSideBySide ? row : []))
      }
    case .change(let old, let new):
      let first = lines.count
      let left = old.map { wrapped($0, role: .warning) } ?? []
      let right = new.map { wrapped($0, role: .ok) } ?? []
      if isSideBySide {
        let mark: Character = old == nil ? "+" : new == nil ? "-" : "|"
        for index in 0..<max(left.count, right.count) {
          lines.append(
            Line(
              left: left.indices.contains(index) ? left[index] : [],
              mark: mark,
              right: right.indices.contains(index) ? right[index] : []
            )
          )
        }
      } else {
        lines += left.map { Line(left: $0, mark: "-") } + right.map { Line(left: $0, mark: "+") }
      }
      if lines.indices.contains(first) { lines[first].beginsChange = true }
    }
  }

  /// Broken at words, each row still knowing what is only here.
  private func wrapped(_ pieces: [DifferencePiece], role: Role) -> [[Piece]] {
    let text = pieces.map(\.text).joined()
    let rows = TextRows(text, limit: columns)
    let bytes = Array(text.utf8)
    var bounds: [(range: Range<Int>, role: Role)] = []
    var start = 0
    for piece in pieces {
      let end = start + piece.text.utf8.count
      bounds.append((start..<end, piece.isOnlyHere ? role : .text))
      start = end
    }
    return (0..<rows.count).map { index in
      let row = rows.range(index)
      return bounds.compactMap { range, role in
        let shared = range.clamped(to: row)
        guard !shared.isEmpty else { return nil }
        return Piece(text: String(decoding: bytes[shared], as: UTF8.self), role: role)
      }
    }
  }
}
