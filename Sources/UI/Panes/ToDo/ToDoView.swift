import App
import Domain
import TerminalCore

/// The to-do screen: notes to write, to sign and to co-sign, by due time; below them, or in their
/// place on a small screen, what else is due about clients.
func drawToDo(_ state: AppState, on canvas: inout Canvas) {
  let rows = state.toDoRows
  drawToDoTop(state, rows, on: &canvas)
  var screen = Rect(
    row: 1,
    column: 0,
    columns: canvas.size.columns,
    rows: max(0, canvas.size.rows - 3)
  )
  drawUnmarked(state, in: &screen, on: &canvas)
  let layout = ToDoLayout(state, rows, in: screen)
  if let rect = layout.notes { drawNotes(state, rows, layout, in: rect, on: &canvas) }
  if let rect = layout.preview { drawDuePreview(state, in: rect, on: &canvas) }
  if let rect = layout.tasks { drawTasks(state, layout, in: rect, on: &canvas) }
}

/// What was never marked comes first: no list below knows of it.
private func drawUnmarked(_ state: AppState, in screen: inout Rect, on canvas: inout Canvas) {
  let unmarked = state.unmarkedMeetings
  guard let first = unmarked.first else { return }
  let more = unmarked.count > 1 ? " and \(unmarked.count - 1) more" : ""
  let (top, rest) = screen.split(top: 1)
  let tail = "\(more); \(state.said(.closeDay)) goes there"
  let room = max(0, top.columns - 2 - CellWidth.of(tail))
  let words = CellWidth.cut("Not marked: " + state.words(of: first), to: room)
  canvas.put(words + tail, in: top, row: 0, column: 1, role: .warning)
  screen = rest
}

private func drawNotes(
  _ state: AppState,
  _ rows: [ToDoRow],
  _ layout: ToDoLayout,
  in screen: Rect,
  on canvas: inout Canvas
) {
  let isFocused = state.toDo.focus == .notes
  let before = canvas.cursor
  let others = DueWords.counts(state.dueTasks)
  var title = "Notes (by due time)"
  if layout.tasks == nil, !others.isEmpty { title += "; \(state.said(.nextPane)): \(others)" }
  if let filter = state.toDo.filter { title += "  /\(filter)" }
  let inside = canvas.box(screen, title: title, isFocused: isFocused).inset(rows: 0, columns: 1)
  if isFocused { canvas.cursor = Position(row: inside.row, column: inside.column) }
  defer { if !isFocused { canvas.cursor = before } }
  guard !rows.isEmpty else {
    let nothing =
      state.unmarkedMeetings.isEmpty
      ? "Nothing is due: every note is written and signed."
      : "No note is due yet: those of a group are once it is finished."
    let sentence = state.toDo.filter == nil ? nothing : "Nothing has that in it. Esc shows all."
    canvas.put(sentence, in: inside, row: 0, column: 1, role: .dim)
    return
  }
  let detailRows = isFocused ? layout.detail(rows.count, in: inside, least: 3) : 0
  let height = max(1, inside.rows - detailRows - (detailRows > 0 ? 1 : 0))
  let slice = ListSlice(count: rows.count, selected: state.toDoIndex, height: height)
  let words = rows.map { DueRow($0, state) }
  let table = DueRow.table(words, columns: inside.columns)
  for (place, index) in slice.range.enumerated() {
    let row = rows[index]
    let isHere = index == state.toDoIndex && isFocused
    let line = inside.split(top: place).rest.split(top: 1).top
    if isHere {
      canvas.fill(line, role: .selected)
      canvas.cursor = line.origin
    }
    let mark = state.toDo.selected.contains(row.id) ? "*" : isHere ? ">" : " "
    table.line(words[index], mark: mark).draw(
      in: line,
      isHere ? .selected : .text,
      due: isHere ? .selected : DueWords.role(row.first.clock.urgency(at: state.now)),
      on: &canvas
    )
  }
  canvas.putMore(slice, inEdgeOf: screen)
  if detailRows > 0, let row = state.selectedToDo {
    let rect = inside.split(top: inside.rows - detailRows).rest
    ToDoDetailView(row: row, state: state).draw(in: rect, on: &canvas)
  }
}

private func drawToDoTop(_ state: AppState, _ rows: [ToDoRow], on canvas: inout Canvas) {
  let row = canvas.size.rect.split(top: 1).top.inset(rows: 0, columns: 1)
  let demo = state.data.program.isDemo ? "DEMO" : nil
  let clock = state.clock(state.now)
  let rights = [[state.staff?.shortName, demo, clock], [demo, clock]].map {
    $0.compactMap(\.self).joined(separator: " | ")
  }
  let titles = [toDoTitle(state, isShort: false), toDoTitle(state, isShort: true)]
  // The name goes first, since it is known; then words.
  let fitting = titles.flatMap { title in rights.map { (title, $0) } }
    .first { CellWidth.of($0) + CellWidth.of($1) < row.columns }
  let (title, right) = fitting ?? (titles[1], rights[1])
  let room = max(0, row.columns - CellWidth.of(right) - 1)
  canvas.put(CellWidth.cut(title, to: room), in: row, row: 0, role: .title)
  canvas.putRight(right, in: row, row: 0, role: .text)
}

private func toDoTitle(_ state: AppState, isShort: Bool) -> String {
  let tasks = DueWords.counts(state.dueTasks)
  let notes = DueWords.counts(state.dueNotes, at: state.now, isShort: isShort)
  let waiting = state.reviewsWaiting
  let hint = isShort ? "" : " (: review emergency)"
  let reviews = waiting == 0 ? "" : "\(waiting) to review\(hint)"
  let isOnlyReviews = state.dueNotes.isEmpty && tasks.isEmpty && waiting > 0
  let words = [isOnlyReviews ? "" : notes, tasks, reviews].filter { !$0.isEmpty }
  return "To do  " + (isShort ? "" : " ") + words.joined(separator: "  ")
}

/// Due times in words.
enum DueWords {
  static func when(_ instant: Instant, in state: AppState) -> String {
    let local = state.data.program.zone.local(instant)
    if local.date == state.today { return "today \(local.time)" }
    let days = CalendarDate.days(from: state.today, to: local.date)
    let day = abs(days) < 7 ? local.date.weekday.shortName : local.date.dayName
    return "\(day) \(local.time)"
  }

  /// "due Thu 10:30", "soon: today 14:00", "OVERDUE since Tue 15:50".
  static func due(_ row: ToDoRow, in state: AppState) -> String {
    let when = when(row.dueAt, in: state)
    let urgency = row.first.clock.urgency(at: state.now)
    return switch urgency {
    case .open: "due \(when)"
    case .soon: "soon: \(when)"
    case .overdue: "\(urgency.word) since \(when)"
    case .late: urgency.word
    }
  }

  static func role(_ urgency: NoteUrgency) -> Role {
    switch urgency {
    case .open: .dim
    case .soon: .warning
    case .overdue, .late: .error
    }
  }

  /// "3 to write  2 to sign  1 overdue"; shorter without "to".
  static func counts(_ notes: [DueNote], at now: Instant, isShort: Bool = false) -> String {
    let cosign = notes.count { $0.status == .awaitingCosign }
    let ready = notes.count { $0.status != .awaitingCosign && $0.missing.isEmpty }
    let open = notes.count - cosign - ready
    let overdue = notes.count { $0.clock.urgency(at: now) >= .overdue }
    var words: [String] = []
    let to = isShort ? "" : "to "
    if open > 0 { words.append("\(open) \(to)write") }
    if ready > 0 { words.append("\(ready) \(to)sign") }
    if cosign > 0 { words.append("\(cosign) \(to)co-sign") }
    if overdue > 0 { words.append("\(overdue) OVERDUE") }
    return words.isEmpty ? "nothing due" : words.joined(separator: "  ")
  }
}
