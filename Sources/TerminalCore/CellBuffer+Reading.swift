extension CellBuffer: Equatable {
  /// Whether both show the same, whatever order their clusters were put in.
  package static func == (left: Self, right: Self) -> Bool {
    guard left.size == right.size else { return false }
    if left.clusters == right.clusters { return left.cells == right.cells }
    return (0..<left.size.rows).allSatisfy {
      left.changedColumns(ofRow: Row($0), from: right) == nil
    }
  }
}

extension CellBuffer {
  /// The columns of a row that differ from the same row of another buffer of the same size.
  ///
  /// - Returns: From the first to the last cell that differs, never half a wide cell; nil if the
  ///   rows are equal.
  package func changedColumns(ofRow row: Row, from other: CellBuffer) -> Range<Int>? {
    let start = row.rawValue * size.columns
    let end = start + size.columns
    let isPlain = clusters.isEmpty && other.clusters.isEmpty || clusters == other.clusters
    let mine = cells.span
    let theirs = other.cells.span
    var first = start
    if isPlain {
      while first + 8 <= end, Self.areEqual(mine, theirs, eightFrom: first) { first += 8 }
    }
    while first < end, !differs(first, from: other, isPlain: isPlain) { first += 1 }
    guard first < end else { return nil }
    var last = end - 1
    while !differs(last, from: other, isPlain: isPlain) { last -= 1 }
    while first > start, mine[first].width == 0 || theirs[first].width == 0 { first -= 1 }
    while last + 1 < end, mine[last + 1].width == 0 || theirs[last + 1].width == 0 { last += 1 }
    return (first - start)..<(last + 1 - start)
  }

  /// Whether eight cells are the same in both; all are compared at once, since most rows are.
  @inline(__always)
  private static func areEqual(_ mine: Span<Cell>, _ theirs: Span<Cell>, eightFrom first: Int)
    -> Bool
  {
    precondition(first >= 0 && first + 8 <= mine.count && first + 8 <= theirs.count)
    var different: UInt64 = 0
    for offset in 0..<8 {
      unsafe different |=
        mine[unchecked: first + offset].bits
        ^ theirs[unchecked: first + offset].bits
    }
    return different == 0
  }

  /// Whether a cell looks different, whatever number its cluster has in either table.
  private func differs(_ index: Int, from other: CellBuffer, isPlain: Bool) -> Bool {
    let cell = cells[index]
    let otherCell = other.cells[index]
    if isPlain || !cell.isCluster || !otherCell.isCluster { return cell != otherCell }
    return cell.role != otherCell.role || scalars(of: cell) != other.scalars(of: otherCell)
  }

  /// The row as text, as wide as the buffer.
  package func text(ofRow row: Row) -> String {
    var view = String.UnicodeScalarView()
    for cell in cells(ofRow: row) {
      for value in scalars(of: cell) { view.append(Unicode.Scalar(value) ?? "?") }
    }
    return String(view)
  }

  /// The roles of a row, one letter per cell.
  package func roles(ofRow row: Row) -> String {
    var view = String.UnicodeScalarView()
    for cell in cells(ofRow: row) { view.append(cell.role.letter) }
    return String(view)
  }

  /// The whole buffer as text, one line per row, with no spaces at the ends of lines.
  package var text: String {
    (0..<size.rows).map { row in
      let line = text(ofRow: Row(row))
      let end = line.lastIndex { $0 != " " }.map(line.index(after:))
      return String(line[..<(end ?? line.startIndex)])
    }.joined(separator: "\n")
  }

  private func cells(ofRow row: Row) -> ArraySlice<Cell> {
    precondition(row >= 0 && row.rawValue < size.rows, "a row off the screen")
    let start = row.rawValue * size.columns
    return cells[start..<(start + size.columns)]
  }
}
