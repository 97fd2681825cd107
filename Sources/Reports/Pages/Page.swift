import TerminalCore

/// A printed page of plain text: a head with what it is, lines, and the law's sentence at the foot.
struct Page {
  static let columns = 78
  private var lines: [String] = []

  init(_ title: String, program: String) {
    lines = [Self.ends(program, title), String(repeating: "=", count: Self.columns), ""]
  }

  mutating func add(_ line: String = "") {
    var line = line
    while line.last == " " { line.removeLast() }
    lines.append(line)
  }

  /// Columns of fixed widths; the last takes what is left.
  mutating func add(_ cells: [(text: String, width: Int)]) {
    add(
      cells.map { cell in
        CellWidth.padded(CellWidth.cut(cell.text, to: cell.width), to: cell.width)
      }
      .joined(separator: " ")
    )
  }

  /// The page as it is printed.
  var text: String {
    let foot = ["", String(repeating: "-", count: Self.columns), Redisclosure.short]
    return (lines + foot).map { $0 + "\n" }.joined()
  }

  /// A text on the left, another one on the right.
  static func ends(_ left: String, _ right: String) -> String {
    let room = columns - CellWidth.of(right) - 2
    let cut = CellWidth.cut(left, to: max(0, room))
    let gap = max(2, columns - CellWidth.of(cut) - CellWidth.of(right))
    return cut + String(repeating: " ", count: gap) + right
  }
}
