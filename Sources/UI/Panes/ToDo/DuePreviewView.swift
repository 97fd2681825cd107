import App
import Domain
import TerminalCore

/// What there is to know of the selected item, beside the lists.
func drawDuePreview(_ state: AppState, in rect: Rect, on canvas: inout Canvas) {
  let before = canvas.cursor
  defer { canvas.cursor = before }
  var title = ""
  var lines: [NoteLines.Line] = []
  if state.toDo.focus == .notes, let row = state.selectedToDo {
    let detail = ToDoDetailView(row: row, state: state, listsClients: true)
    title = detail.title
    let urgency = row.first.clock.urgency(at: state.now)
    lines = [NoteLines.Line(DueWords.due(row, in: state), DueWords.role(urgency))]
    lines += detail.details
    lines.append(NoteLines.Line(""))
    lines += state.preview(of: row)
  } else if state.toDo.focus == .tasks, let task = state.selectedTask {
    title = "\(state.name(of: task.clientID)), \(task.kind.title)"
    lines = state.preview(of: task)
  }
  let inside = canvas.box(rect, title: title, isFocused: false).inset(rows: 0, columns: 1)
  let rows = lines.flatMap { line in
    TextWrap.lines(line.text, width: inside.columns).map { NoteLines.Line($0, line.role) }
  }
  let more =
    state.toDo.focus == .notes ? "Enter shows all of it." : "! says all of why it is due."
  for (place, row) in rows.prefix(inside.rows).enumerated() {
    guard place < inside.rows - 1 || rows.count <= inside.rows else {
      canvas.put(more, in: inside, row: place, role: .dim)
      return
    }
    canvas.put(row.text, in: inside, row: place, role: row.role)
  }
}
