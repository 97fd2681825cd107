import App
import TerminalCore

extension Canvas {
  /// Puts a text into a field of so many cells, cut with a mark where it is longer.
  ///
  /// - Returns: The column after the text.
  @discardableResult
  mutating func put(
    _ text: String,
    in rect: Rect,
    at place: (row: Int, column: Int),
    width: Int,
    role: Role = .text
  ) -> Int {
    let room = min(width, rect.columns - place.column)
    let fits = text.utf8.count <= room
    let words = fits ? text : CellWidth.cut(text, to: max(0, room))
    return put(words, in: rect, row: place.row, column: place.column, role: role)
  }

  /// Puts a name, cut before its last word where that is short: two people differ there.
  mutating func put(name: String, in rect: Rect, column: Int, width: Int) {
    guard name.utf8.count > width, CellWidth.of(name) > width,
      let space = name.lastIndex(of: " ")
    else {
      put(name, in: rect, row: 0, column: column)
      return
    }
    let last = String(name[space...])
    let room = width - CellWidth.of(last)
    guard room * 2 >= width else {
      put(name, in: rect, at: (0, column), width: width)
      return
    }
    let end = put(CellWidth.cut(String(name[..<space]), to: room), in: rect, row: 0, column: column)
    put(last, in: rect, row: 0, column: end)
  }

  /// Puts a text at the left and a shorter one at the right of a row, at least half of the row for
  /// the first.
  mutating func put(_ text: String, beside right: String, in rect: Rect, role: Role) {
    let most = max(rect.columns / 2 - 1, rect.columns - CellWidth.of(text) - 1)
    let words = CellWidth.cut(right, to: most)
    let width = CellWidth.of(words)
    put(text, in: rect, at: (0, 0), width: rect.columns - width - 1)
    put(words, in: rect, row: 0, column: rect.columns - width, role: role)
  }

  /// Marks the rows of the selected item: `>` where keys act on it, `:` where it is remembered.
  mutating func mark(_ rows: Rect, isFocused: Bool) {
    put(isFocused ? ">" : ":", in: rows, row: 0)
    buffer.setRole(rows, isFocused ? .selected : .selectedUnfocused)
  }

  /// Says in a box's bottom edge how much of a list lies above and below.
  mutating func putMore(_ slice: ListSlice, inEdgeOf box: Rect) {
    putMore(above: slice.above, below: slice.below, inEdgeOf: box)
  }

  mutating func putMore(above: Int, below: Int, inEdgeOf box: Rect) {
    guard above > 0 || below > 0, box.columns > 12 else { return }
    var words = " "
    if above > 0 { words += "\(above) more above" }
    if below > 0 { words += above > 0 ? ", " : "" }
    if below > 0 { words += "\(below) \(above > 0 ? "" : "more ")below" }
    words += " "
    let edge = Rect(row: box.lastRow, column: box.column + 1, columns: box.columns - 2, rows: 1)
    putRight(CellWidth.cut(words, to: edge.columns), in: edge, row: 0, role: .dim)
  }

  /// The keys and words of a legend, wrapped; stops where the rows end.
  ///
  /// - Returns: The row after the last one used.
  mutating func put(legend items: [HintList.Hint], in rect: Rect) -> Int {
    var row = 0
    var column = 0
    for item in items {
      let width = CellWidth.of(item.key) + 1 + CellWidth.of(item.words)
      if column > 0, column + width > rect.columns {
        row += 1
        column = 0
      }
      guard row < rect.rows else { return rect.rows }
      column = put(item.key, in: rect, row: row, column: column, role: .hintKey)
      column = put(item.words, in: rect, row: row, column: column + 1, role: .hintText) + 2
    }
    return column > 0 ? row + 1 : row
  }
}
