import App
import TerminalCore

extension Canvas {
  /// A text being typed, with the real cursor in it, scrolled sideways where it is too long.
  ///
  /// - Parameters:
  ///   - line: The text and its cursor.
  ///   - rect: One row; the field takes all of it.
  mutating func field(_ line: TextLine, in rect: Rect) {
    guard !rect.isEmpty else { return }
    fill(rect, role: .field)
    let before = line.textBeforeCursor
    var hidden = 0
    if CellWidth.of(before) > rect.columns - 1 {
      hidden = hiddenCount(before, room: rect.columns - 2)
    }
    var column = 0
    if hidden > 0 { column = put("…", in: rect, row: 0, role: .dim) }
    let role: Role = line.isSelected ? .selected : .field
    put(String(line.text.dropFirst(hidden)), in: rect, row: 0, column: column, role: role)
    let place = column + CellWidth.of(String(before.dropFirst(hidden)))
    cursor = Position(row: rect.row, column: rect.column + min(place, rect.columns - 1))
  }

  /// How many grapheme clusters go off the left edge so that the rest fits.
  private func hiddenCount(_ text: String, room: Int) -> Int {
    let characters = Array(text)
    var used = 0
    var place = characters.count
    while place > 0 {
      used += CellWidth.of(String(characters[place - 1]))
      if used > room { return place }
      place -= 1
    }
    return place
  }
}
