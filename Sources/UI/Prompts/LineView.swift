import App
import TerminalCore

/// A line to be typed, near what it is about and never over it.
func drawLine(_ line: LinePrompt, _ state: AppState, on canvas: inout Canvas) {
  let columns = canvas.promptColumns
  let label = TextWrap.lines(line.label, width: columns - 4)
  let problem = line.problem.map { TextWrap.lines($0, width: columns - 4) } ?? []
  let rows = label.count + 1 + problem.count + 2
  let titles = TextWrap.lines(line.title, width: columns - 6)
  let more = titles.count > 1 ? TextWrap.lines(line.title, width: columns - 4) : []
  let rect = place(of: line, columns: columns, rows: rows + more.count, on: canvas)
  let title = more.isEmpty ? line.title : "Please say"
  let inside = canvas.box(rect, title: title, isFocused: true).inset(rows: 0, columns: 1)
  var row = 0
  for text in more + label {
    canvas.put(text, in: inside, row: row, role: row < more.count ? .question : .fieldLabel)
    row += 1
  }
  canvas.text(
    line.isSecret ? line.line.masked : line.line,
    in: inside.split(top: row).rest.split(top: 1).top
  )
  row += 1
  for text in problem {
    canvas.put(text, in: inside, row: row, role: .error)
    row += 1
  }
}

/// Below the selected row, or above it where there is no room; searching stays at the bottom.
private func place(of line: LinePrompt, columns: Int, rows: Int, on canvas: Canvas) -> Rect {
  let area = canvas.promptArea
  let middle = area.centered(columns: columns, rows: rows)
  let top: Row
  switch line.purpose {
  case .find, .findInNote: top = area.endRow - middle.rows
  case .newNote, .noteTime, .lateService, .audit, .past, .pin, .newPIN, .repeatPIN, .lateReason,
    .goToDate,
    .emergency, .importFrom:
    top = middle.row
  case .because, .rowTimes, .markTime, .cameBack, .groupTimes, .creditMinutes,
    .appointmentTimes, .newTime, .quickLine:
    let focus = canvas.cursor.row
    top = focus + 1 + middle.rows <= area.endRow ? focus + 1 : focus - middle.rows
  }
  return Rect(
    row: min(max(top, area.row), area.endRow - middle.rows),
    column: middle.column,
    columns: middle.columns,
    rows: middle.rows
  )
}
