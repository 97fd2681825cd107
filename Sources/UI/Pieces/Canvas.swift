import TerminalCore

/// A frame being drawn: the cells, how borders look, and where the cursor will stand.
struct Canvas {
  var buffer: CellBuffer
  var cursor: Position
  let borders: Theme.Borders

  init(size: Size, borders: Theme.Borders) {
    buffer = CellBuffer(size: size)
    cursor = .zero
    self.borders = borders
  }

  var size: Size { buffer.size }
  var frame: Frame { Frame(buffer: buffer, cursor: cursor) }

  /// Puts a text into one row of a rectangle, cut by cells at its right edge.
  ///
  /// - Returns: The column after the text.
  @discardableResult
  mutating func put(
    _ text: String,
    in rect: Rect,
    row: Int,
    column: Int = 0,
    role: Role = .text
  ) -> Int {
    guard row >= 0, row < rect.rows, column >= 0, column < rect.columns else { return column }
    let used = buffer.put(
      text,
      at: rect.row + row,
      rect.column + column,
      role: role,
      maxColumns: rect.columns - column
    )
    return column + used
  }

  /// Puts a text so that it ends at the rectangle's right edge.
  mutating func putRight(_ text: String, in rect: Rect, row: Int, role: Role = .text) {
    let width = CellWidth.of(text)
    put(text, in: rect, row: row, column: max(0, rect.columns - width), role: role)
  }

  mutating func fill(_ rect: Rect, role: Role) { buffer.fill(rect, role: role) }

  /// A frame around a rectangle with its title in the top edge.
  ///
  /// - Returns: The inside.
  @discardableResult
  mutating func box(_ rect: Rect, title: String, isFocused: Bool) -> Rect {
    guard rect.columns >= 2, rect.rows >= 2 else {
      return Rect(
        row: rect.row,
        column: rect.column,
        columns: 0,
        rows: 0
      )
    }
    let lines = Lines(borders, isFocused: isFocused)
    let role: Role = isFocused ? .borderFocus : .border
    buffer.fill(rect, role: .text)
    edge(rect, row: rect.row, left: lines.topLeft, middle: lines.top, right: lines.topRight, role)
    edge(
      rect,
      row: rect.lastRow,
      left: lines.bottomLeft,
      middle: lines.bottom,
      right: lines.bottomRight,
      role
    )
    let sides = rect.rows - 2
    buffer.fill(
      Rect(row: rect.row + 1, column: rect.column, columns: 1, rows: sides),
      with: lines.side,
      role: role
    )
    buffer.fill(
      Rect(row: rect.row + 1, column: rect.lastColumn, columns: 1, rows: sides),
      with: lines.side,
      role: role
    )
    if !title.isEmpty {
      let room = rect.columns - 4
      buffer.put(
        " " + CellWidth.cut(title, to: max(0, room - 2)) + " ",
        at: rect.row,
        rect.column + 2,
        role: isFocused ? .titleFocus : .title,
        maxColumns: max(0, room)
      )
    }
    return rect.inset(rows: 1, columns: 1)
  }

  private mutating func edge(
    _ rect: Rect,
    row: Row,
    left: Unicode.Scalar,
    middle: Unicode.Scalar,
    right: Unicode.Scalar,
    _ role: Role
  ) {
    buffer.fill(
      Rect(row: row, column: rect.column, columns: rect.columns, rows: 1),
      with: middle,
      role: role
    )
    buffer.fill(
      Rect(row: row, column: rect.column, columns: 1, rows: 1),
      with: left,
      role: role
    )
    buffer.fill(
      Rect(row: row, column: rect.lastColumn, columns: 1, rows: 1),
      with: right,
      role: role
    )
  }
}

/// The characters of a border; a focused one has a double top edge, visible without colour.
private struct Lines {
  let topLeft, top, topRight, side, bottomLeft, bottom, bottomRight: Unicode.Scalar

  init(_ borders: Theme.Borders, isFocused: Bool) {
    switch borders {
    case .line:
      topLeft = isFocused ? "╒" : "┌"
      top = isFocused ? "═" : "─"
      topRight = isFocused ? "╕" : "┐"
      side = "│"
      bottomLeft = "└"
      bottom = "─"
      bottomRight = "┘"
    case .ascii:
      topLeft = "+"
      top = isFocused ? "=" : "-"
      topRight = "+"
      side = "|"
      bottomLeft = "+"
      bottom = "-"
      bottomRight = "+"
    case .none:
      topLeft = " "
      top = " "
      topRight = " "
      side = " "
      bottomLeft = " "
      bottom = " "
      bottomRight = " "
    }
  }
}
