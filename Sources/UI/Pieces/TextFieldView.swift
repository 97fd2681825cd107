import App
import TerminalCore

extension Canvas {
  /// A text with the real cursor in it, as much of it as its window shows.
  ///
  /// - Parameters:
  ///   - field: The text; a line is scrolled sideways where it is too long.
  ///   - marks: Parts to be seen, the last one on top.
  ///   - sought: Words of which every place in sight is shown.
  ///   - misspelled: Words that no dictionary has; every place in sight is shown.
  ///   - isFocused: Whether the keys go to it.
  ///   - rect: All of it belongs to the field.
  mutating func text(
    _ field: TextField,
    marks: [TextMark] = [],
    sought: String = "",
    misspelled: Set<String> = [],
    isFocused: Bool = true,
    in rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    let role: Role = field.isReadOnly ? .text : .field
    fill(rect, role: role)
    var painter = TextPainter(field.buffer, role: role, isFocused: isFocused)
    painter.marks = marks
    painter.search = TextSearch(sought)
    painter.misspelled = misspelled
    switch field.buffer.mode {
    case .oneLine: line(field, by: painter, in: rect)
    case .manyLines: rows(field, by: painter, in: rect)
    }
  }

  private mutating func line(_ field: TextField, by painter: TextPainter, in rect: Rect) {
    let buffer = field.buffer
    let first = TextLayout(rect.size).firstShown(buffer)
    let column = first > 0 ? put("…", in: rect, row: 0, role: .dim) : 0
    let end = TextPlace(0, buffer.paragraphs[0].utf8.count)
    painter.paint(0, first..<end.offset, at: 0, column, in: rect, on: &self)
    let before = painter.width(0, first..<buffer.cursor.offset)
    setCursor(row: 0, column: column + before, in: rect)
  }

  private mutating func rows(_ field: TextField, by painter: TextPainter, in rect: Rect) {
    let buffer = field.buffer
    let layout = field.layout.isOf(rect.size) ? field.layout : TextLayout(rect.size)
    let rows = layout.visible(buffer, from: layout.scroll(field.scroll, showing: buffer))
    let cell = layout.cursorCell(buffer, in: rows)
    var painter = painter
    for (place, row) in rows.enumerated() {
      let isCursorLine = place == cell?.row && painter.isFocused && !field.isReadOnly
      painter.role = isCursorLine ? .cursorLine : field.isReadOnly ? .text : .field
      if isCursorLine {
        fill(rect.split(top: place).rest.split(top: 1).top, role: .cursorLine)
      }
      painter.paint(row.paragraph, row.range, at: place, 0, in: rect, on: &self)
      if !row.isBroken { painter.paintBreak(behind: row, at: place, in: rect, on: &self) }
    }
    if let cell, painter.isFocused { setCursor(row: cell.row, column: cell.column, in: rect) }
  }

  private mutating func setCursor(row: Int, column: Int, in rect: Rect) {
    cursor = Position(
      row: rect.row + min(row, rect.rows - 1),
      column: rect.column + min(column, rect.columns - 1)
    )
  }
}
