/// A screen or a part of one as a flat array of cells, row after row.
///
/// 1. There are exactly `size.columns * size.rows` cells.
/// 2. A cell of width 2 is followed in its row by a cell of width 0, and only by such.
package struct CellBuffer: Sendable {
  package let size: Size
  /// Row after row.
  package internal(set) var cells: [Cell]
  /// Bases with marks, in the order they were first put; cells hold the index.
  var clusters: [[UInt32]] = []

  package init(size: Size, role: Role = .text) {
    self.size = size
    cells = Array(repeating: Cell(" ", role: role), count: size.columns * size.rows)
  }

  package subscript(row: Row, column: Column) -> Cell {
    precondition(size.rect.contains(Position(row: row, column: column)), "a cell off the screen")
    return cells[row.rawValue * size.columns + column.rawValue]
  }

  /// The base and marks of a cell; empty for the second half of a wide cell.
  package func scalars(of cell: Cell) -> [UInt32] {
    if cell.width == 0 { return [] }
    return cell.isCluster ? clusters[Int(cell.glyph & ~Cell.clusterFlag)] : [cell.glyph]
  }

  /// Puts a text at a place, clipped at the right edge of the buffer.
  ///
  /// A wide character is never cut in half; control characters and what terminals disagree about
  /// become one replacement in the role `oddCharacter`. A place off the buffer draws nothing.
  ///
  /// - Returns: The columns used.
  @discardableResult
  package mutating func put(
    _ text: String,
    at row: Row,
    _ column: Column,
    role: Role,
    maxColumns: Int? = nil
  ) -> Int {
    put(text.utf8.span, at: row, column, role: role, room: maxColumns ?? .max)
  }

  @discardableResult
  package mutating func put(
    _ text: Substring,
    at row: Row,
    _ column: Column,
    role: Role,
    maxColumns: Int? = nil
  ) -> Int {
    put(text.utf8.span, at: row, column, role: role, room: maxColumns ?? .max)
  }

  /// Fills a rectangle, as far as it lies inside, with a scalar of width 1.
  package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", role: Role) {
    let inside = rect.intersection(size.rect)
    guard !inside.isEmpty else { return }
    let cell = Cell(scalar, role: role)
    for row in inside.row.rawValue..<inside.endRow.rawValue {
      let start = row * size.columns + inside.column.rawValue
      splitWide(at: start, column: inside.column.rawValue)
      splitWide(at: start + inside.columns, column: inside.endColumn.rawValue)
      for index in start..<(start + inside.columns) { cells[index] = cell }
    }
  }

  /// Gives every cell of a rectangle a role and leaves what is written.
  package mutating func setRole(_ rect: Rect, _ role: Role) {
    let inside = rect.intersection(size.rect)
    guard !inside.isEmpty else { return }
    for row in inside.row.rawValue..<inside.endRow.rawValue {
      let start = row * size.columns + inside.column.rawValue
      for index in start..<(start + inside.columns) { cells[index] = cells[index].with(role: role) }
    }
  }

  /// Blanks the wide cell whose second half stands at an index, so that either half may go.
  private mutating func splitWide(at index: Int, column: Int) {
    guard column > 0, column < size.columns, cells[index].width == 0 else { return }
    cells[index - 1] = Cell(" ", role: cells[index - 1].role)
    cells[index] = Cell(" ", role: cells[index].role)
  }

  private mutating func put(
    _ bytes: Span<UInt8>,
    at row: Row,
    _ column: Column,
    role: Role,
    room wanted: Int
  ) -> Int {
    guard bytes.count > 0, wanted > 0,
      size.rect.contains(Position(row: row, column: column))
    else { return 0 }
    let room = min(wanted, size.columns - column.rawValue)
    let start = row.rawValue * size.columns + column.rawValue
    splitWide(at: start, column: column.rawValue)
    var used = putPlain(bytes, at: start, room: room, role: role)
    if used < bytes.count, bytes[used] >= 0x80 || used < room {
      used = putPieces(bytes, after: max(0, used - 1), at: start, room: room, role: role)
    }
    splitOrphan(at: start + used, column: column.rawValue + used)
    return used
  }

  /// Blanks a second half whose first half was written over.
  private mutating func splitOrphan(at index: Int, column: Int) {
    guard column < size.columns, cells[index].width == 0 else { return }
    cells[index] = Cell(" ", role: cells[index].role)
  }

  /// Puts the printable ASCII a text starts with, one byte one cell.
  ///
  /// - Returns: The cells written, which is also the bytes read.
  private mutating func putPlain(
    _ bytes: Span<UInt8>,
    at start: Int,
    room: Int,
    role: Role
  ) -> Int {
    let blank = Cell(" ", role: role)
    let count = min(bytes.count, room)
    var target = cells.mutableSpan
    var index = 0
    while index < count {
      let byte = bytes[index]
      guard byte &- 0x20 < 0x5F else { break }
      target[start + index] = blank.with(ascii: byte)
      index += 1
    }
    return index
  }

  /// Puts a text piece by piece from a byte on; the bytes before it are ASCII and written.
  private mutating func putPieces(
    _ bytes: Span<UInt8>,
    after plain: Int,
    at start: Int,
    room: Int,
    role: Role
  ) -> Int {
    var index = plain
    var used = plain
    while index < bytes.count {
      let piece = CellScanner.next(in: bytes, at: &index)
      guard piece.width > 0 else { continue }
      guard used + piece.width <= room else { break }
      let glyph = piece.marks.isEmpty ? piece.scalar : cluster([piece.scalar] + piece.marks)
      let pieceRole = piece.isOdd ? Role.oddCharacter : role
      cells[start + used] = Cell(glyph: glyph, role: pieceRole, width: piece.width)
      if piece.width == 2 {
        cells[start + used + 1] = Cell(glyph: 0, role: pieceRole, width: 0)
      }
      used += piece.width
    }
    return used
  }

  /// The glyph of a base with marks: its index in the table, entered once.
  private mutating func cluster(_ scalars: [UInt32]) -> UInt32 {
    let index = clusters.firstIndex(of: scalars) ?? clusters.count
    if index == clusters.count { clusters.append(scalars) }
    return UInt32(index) | Cell.clusterFlag
  }
}
