import App
import TerminalCore

/// A question with its answers; the focus is a marker and brackets, never colour alone.
func drawQuestion(_ question: Question, on canvas: inout Canvas) {
  let room = canvas.promptColumns - 4
  let widest = question.lines.map { CellWidth.of($0) }.max() ?? 0
  let answers = Answers(question, room: room)
  let columns = min(room, max(widest, answers.columns, CellWidth.of(question.title) + 2))
  let isLong = CellWidth.of(question.title) + 2 > columns
  let texts = isLong ? [question.title] + question.lines : question.lines
  let title = isLong ? "Please answer" : question.title
  let lines = TextWrap.lines(texts, width: columns)
  let needed = lines.count + 1 + answers.rows
  let inside = canvas.smallBox(title: title, columns: columns, rows: needed)
  let (above, below) = inside.split(bottom: answers.rows)
  for (row, line) in lines.prefix(above.rows).enumerated() {
    canvas.put(line, in: above, row: row, role: .question)
  }
  answers.draw(in: below, on: &canvas)
}

/// The answers in one row, or below each other where they don't fit.
private struct Answers {
  let labels: [String]
  let focus: Int
  let isStacked: Bool
  private static let gap = 2

  init(_ question: Question, room: Int) {
    labels = question.answers.map(\.label)
    focus = question.cursor
    isStacked = Answers.width(labels) > room
  }

  var rows: Int { isStacked ? labels.count : 1 }

  var columns: Int {
    isStacked
      ? (labels.map { CellWidth.of($0) }.max() ?? 0) + 4
      : Answers.width(labels)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var column = 0
    for (place, label) in labels.enumerated() {
      let isFocused = place == focus
      let row = isStacked ? place : 0
      let start = isStacked ? 0 : column
      let text = isFocused ? "[> \(label)]" : "   \(label) "
      let cut = CellWidth.cut(text, to: rect.columns - start)
      let end = canvas.put(
        cut,
        in: rect,
        row: row,
        column: start,
        role: isFocused ? .selected : .text
      )
      if isFocused {
        canvas.cursor = Position(
          row: rect.row + row,
          column: rect.column + min(start + 3, max(0, rect.columns - 1))
        )
      }
      column = end + Answers.gap
    }
  }

  private static func width(_ labels: [String]) -> Int {
    labels.reduce(0) { $0 + CellWidth.of($1) + 4 } + gap * max(0, labels.count - 1)
  }
}
