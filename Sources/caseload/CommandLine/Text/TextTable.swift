import TerminalCore

/// Rows of plain text whose columns stand under each other.
struct TextTable {
  private var rows: [[String]] = []

  /// The columns whose text stands on the right.
  var right: Set<Int> = []

  mutating func add(_ cells: [String]) { rows.append(cells.map(Output.cleaned)) }

  /// One line a row, the columns two spaces apart, nothing behind the last.
  var text: String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        let width = CellWidth.of(cell)
        if column < widths.count {
          widths[column] = max(widths[column], width)
        } else {
          widths.append(width)
        }
      }
    }
    return rows.map { line($0, widths) + "\n" }.joined()
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    var line = ""
    for (column, cell) in row.enumerated() {
      let gap = String(repeating: " ", count: widths[column] - CellWidth.of(cell))
      let isLast = column == row.count - 1
      line += column == 0 ? "" : "  "
      line += right.contains(column) ? gap + cell : isLast ? cell : cell + gap
    }
    return line
  }
}
