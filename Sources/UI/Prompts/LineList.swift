import App
import TerminalCore

/// One line of a list in a prompt; a long item has several.
struct ListLine {
  var text: String
  /// What stands at the right edge: a key, or a word about the item.
  var right = ""
  /// The item the line begins or goes on with; nil for headings.
  var item: Int?
  /// Whether it is the first line of its item.
  var isFirst = false
  var role: Role = .text

  static func heading(_ text: String) -> ListLine {
    ListLine(text: text, role: .titleFocus)
  }

  /// The lines of one item: a left column, and a text wrapped beside it.
  ///
  /// - Parameters:
  ///   - item: Its place among those that can be chosen.
  ///   - left: The left column with its width; 0 for none.
  ///   - text: What is wrapped.
  ///   - width: The cells of the whole line.
  /// - Returns: At least one line.
  static func item(
    _ item: Int,
    left: (text: String, width: Int),
    text: String,
    width: Int
  ) -> [ListLine] {
    let texts = TextWrap.lines(text, width: max(1, width - left.width))
    return texts.enumerated().map { place, part in
      let beside =
        left.width == 0 ? "" : CellWidth.padded(place == 0 ? left.text : "", to: left.width)
      return ListLine(text: beside + part, item: item, isFirst: place == 0)
    }
  }
}

extension Canvas {
  /// A list of lines with the selected item marked by `>`; says how many lines are hidden.
  ///
  /// - Returns: Where the selected item's text begins; nil when it isn't shown.
  @discardableResult
  mutating func list(_ lines: [ListLine], selected: Int, in rect: Rect) -> Position? {
    let isLong = lines.count > rect.rows
    let height = isLong ? max(0, rect.rows - 1) : rect.rows
    let place = lines.firstIndex { $0.item == selected && $0.isFirst } ?? 0
    let start = ListWindow.start(selected: place, count: lines.count, height: height)
    var found: Position?
    for (row, line) in lines.dropFirst(start).prefix(height).enumerated() {
      let isSelected = line.item == selected
      if isSelected {
        fill(
          Rect(row: rect.row + row, column: rect.column, columns: rect.columns, rows: 1),
          role: .selected
        )
      }
      put(line, isSelected: isSelected, in: rect, row: row)
      if isSelected, line.isFirst {
        found = Position(row: rect.row + row, column: rect.column + min(2, rect.columns - 1))
      }
    }
    if isLong {
      let above = lines.prefix(start).count { $0.isFirst }
      let below = lines.dropFirst(start + height).count { $0.isFirst }
      putMore(above: above, below: below, in: rect)
    }
    return found
  }

  private mutating func put(_ line: ListLine, isSelected: Bool, in rect: Rect, row: Int) {
    let role = isSelected ? Role.selected : line.role
    if isSelected, line.isFirst { put(">", in: rect, row: row, role: role) }
    let right = line.right.isEmpty ? 0 : CellWidth.of(line.right) + 1
    let indent = line.item == nil ? 0 : 2
    let text = CellWidth.cut(line.text, to: rect.columns - right - indent)
    put(text, in: rect, row: row, column: indent, role: role)
    putRight(line.right, in: rect, row: row, role: isSelected ? .selected : .hintKey)
  }

  /// "3 more above, 12 more below", in the last row.
  mutating func putMore(above: Int, below: Int, in rect: Rect) {
    let words = moreWords(above, below, "more ")
    let room = rect.columns - 2
    let fitting = CellWidth.of(words) <= room ? words : moreWords(above, below, "")
    put(fitting, in: rect, row: rect.rows - 1, column: 2, role: .dim)
  }

  private func moreWords(_ above: Int, _ below: Int, _ more: String) -> String {
    var parts: [String] = []
    if above > 0 { parts.append("\(above) \(more)above") }
    if below > 0 || above == 0 { parts.append("\(max(1, below)) \(more)below") }
    return parts.joined(separator: ", ")
  }

  /// A search line: what is asked, and the field.
  ///
  /// - Returns: What is left below it.
  mutating func searchLine(_ label: String, _ query: TextField, in rect: Rect) -> Rect {
    let column = put(label, in: rect, row: 0, role: .fieldLabel) + 1
    let (line, rest) = rect.split(top: 1)
    text(query, in: line.split(left: column).rest)
    return rect.rows >= 14 ? rest.split(top: 1).rest : rest
  }

  /// A list of which the last row says how much of it there is.
  mutating func list(_ lines: [ListLine], selected: Int, footer: String, in rect: Rect) {
    let (rest, bottom) = rect.split(bottom: 1)
    list(lines, selected: selected, in: rest)
    put(CellWidth.cut(footer, to: bottom.columns), in: bottom, row: 0, role: .dim)
  }
}
