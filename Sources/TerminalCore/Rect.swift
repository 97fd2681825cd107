/// A rectangle of cells; its size is never negative.
package struct Rect: Hashable, Sendable {
  package var row: Row
  package var column: Column
  package var columns: Int
  package var rows: Int

  package init(row: Row, column: Column, columns: Int, rows: Int) {
    self.row = row
    self.column = column
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  package var origin: Position { Position(row: row, column: column) }
  package var size: Size { Size(columns: columns, rows: rows) }
  package var isEmpty: Bool { columns == 0 || rows == 0 }
  /// The last row inside; one above `row` when there is none.
  package var lastRow: Row { row + (rows - 1) }
  /// The last column inside; one before `column` when there is none.
  package var lastColumn: Column { column + (columns - 1) }
  /// The first row below.
  package var endRow: Row { row + rows }
  /// The first column to the right of it.
  package var endColumn: Column { column + columns }

  package func contains(_ position: Position) -> Bool {
    position.row >= row && position.row < endRow
      && position.column >= column && position.column < endColumn
  }

  /// The same rectangle smaller on every side, as far as there is room.
  package func inset(rows dropRows: Int = 1, columns dropColumns: Int = 1) -> Rect {
    Rect(
      row: row + min(dropRows, rows),
      column: column + min(dropColumns, columns),
      columns: columns - 2 * dropColumns,
      rows: rows - 2 * dropRows
    )
  }

  /// The part that both cover; empty when there is none.
  package func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top,
      column: left,
      columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top
    )
  }

  /// The first `count` rows, and those below them.
  package func split(top count: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, count), rows)
    return (
      Rect(row: row, column: column, columns: columns, rows: taken),
      Rect(row: row + taken, column: column, columns: columns, rows: rows - taken)
    )
  }

  /// The last `count` rows, and those above them.
  package func split(bottom count: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = split(top: rows - min(max(0, count), rows))
    return (rest, bottom)
  }

  /// The first `count` columns, and those to the right of them.
  package func split(left count: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, count), columns)
    return (
      Rect(row: row, column: column, columns: taken, rows: rows),
      Rect(row: row, column: column + taken, columns: columns - taken, rows: rows)
    )
  }

  /// The last `count` columns, and those to the left of them.
  package func split(right count: Int) -> (rest: Rect, right: Rect) {
    let (rest, right) = split(left: columns - min(max(0, count), columns))
    return (rest, right)
  }

  /// A rectangle of this size or smaller in the middle of this one.
  package func centered(columns wanted: Int, rows wantedRows: Int) -> Rect {
    let width = min(max(0, wanted), columns)
    let height = min(max(0, wantedRows), rows)
    return Rect(
      row: row + (rows - height) / 2,
      column: column + (columns - width) / 2,
      columns: width,
      rows: height
    )
  }
}
