import App
import TerminalCore

/// The word at hand and what may be meant, above or below its place in the text.
func drawSpelling(_ spelling: SpellingPrompt, on canvas: inout Canvas) {
  let width = min(canvas.promptColumns - 4, 60)
  let rows = SpellingRows(spelling, columns: width)
  let area = canvas.promptArea
  let word = canvas.cursor.row
  let below = area.row + area.rows - word - 1
  let above = word - area.row
  let height = rows.rows.count + 2
  let place = below >= height || below >= above ? word + 1 : max(area.row, word - height)
  let room = below >= height || below >= above ? below : above
  let rect = Rect(
    row: place,
    column: Column(max(0, (canvas.size.columns - width - 4) / 2)),
    columns: width + 4,
    rows: max(0, min(height, room))
  )
  let title = CellWidth.cut("Not in the dictionary: \(spelling.word)", to: width)
  let inside = canvas.box(rect, title: title, isFocused: true).inset(rows: 0, columns: 1)
  for (row, items) in rows.shown(in: inside.rows, cursor: spelling.cursor).enumerated() {
    for item in items {
      let isHere = item.place == spelling.cursor
      canvas.put(
        (isHere ? ">" : " ") + item.text,
        in: inside,
        row: row,
        column: item.column,
        role: isHere ? .selected : .text
      )
      if isHere {
        canvas.cursor = Position(row: inside.row + row, column: inside.column + item.column + 1)
      }
    }
  }
}

/// The choices in as few rows as hold them.
private struct SpellingRows {
  struct Item {
    var place: Int
    var column: Int
    var text: String
  }

  private(set) var rows: [[Item]] = [[]]

  /// The rows around the cursor, and always the last, which has what isn't a word.
  func shown(in height: Int, cursor: Int) -> [[Item]] {
    guard rows.count > height, let last = rows.last, height > 1 else {
      return Array(rows.prefix(height))
    }
    let place = rows.firstIndex { $0.contains { $0.place == cursor } } ?? 0
    let others = rows.dropLast()
    let start = ListWindow.start(
      selected: min(place, others.count - 1),
      count: others.count,
      height: height - 1
    )
    return others.dropFirst(start).prefix(height - 1) + [last]
  }

  init(_ spelling: SpellingPrompt, columns: Int) {
    var column = 0
    for (place, choice) in spelling.choices.enumerated() {
      let key = String(Character(spelling.key(of: place)))
      let text = CellWidth.cut("\(key) \(choice.label)", to: max(1, columns - 1))
      let width = CellWidth.of(text) + 1
      // What isn't a word stands in a row of its own.
      let isFirstOther = choice == .ignore && place > 0
      if column > 0, column + width > columns || isFirstOther {
        rows.append([])
        column = 0
      }
      rows[rows.count - 1].append(Item(place: place, column: column, text: text))
      column += width + 2
    }
  }
}
