import App
import Domain
import TerminalCore

/// What is due about clients beside notes: a row each, and below what there is to know of the
/// selected one where that doesn't stand beside.
func drawTasks(
  _ state: AppState,
  _ layout: ToDoLayout,
  in rect: Rect,
  on canvas: inout Canvas
) {
  let rows = state.taskRows
  let isFocused = state.toDo.focus == .tasks
  let before = canvas.cursor
  var title = "Clients: outreach and more (by due time)"
  if let filter = state.toDo.filter { title += "  /\(filter)" }
  let inside = canvas.box(rect, title: title, isFocused: isFocused).inset(rows: 0, columns: 1)
  if isFocused { canvas.cursor = inside.origin }
  defer { if !isFocused { canvas.cursor = before } }
  guard !rows.isEmpty else {
    let sentence =
      state.toDo.filter == nil ? "Nothing else is due." : "Nothing has that in it. Esc shows all."
    canvas.put(sentence, in: inside, row: 0, column: 1, role: .dim)
    return
  }
  let detail = isFocused ? layout.detail(rows.count, in: inside, least: 2) : 0
  let height = max(1, inside.rows - detail - (detail > 0 ? 1 : 0))
  let slice = ListSlice(count: rows.count, selected: state.taskIndex, height: height)
  let words = rows.map { DueRow($0, state) }
  let table = DueTable(
    words,
    columns: inside.columns,
    names: 1,
    flexible: (column: 0, least: 11),
    isDropped: false
  )
  for (place, index) in slice.range.enumerated() {
    let isHere = index == state.taskIndex && isFocused
    let row = inside.split(top: place).rest.split(top: 1).top
    if isHere {
      canvas.fill(row, role: .selected)
      canvas.cursor = row.origin
    }
    let isLate = rows[index].dueAt <= state.now
    table.line(words[index], mark: isHere ? ">" : " ").draw(
      in: row,
      isHere ? .selected : .text,
      due: isHere ? .selected : isLate ? .error : .dim,
      on: &canvas
    )
  }
  canvas.putMore(slice, inEdgeOf: rect)
  guard detail > 0, let task = state.selectedTask else { return }
  let bottom = inside.split(top: inside.rows - detail).rest
  let lines = TaskDetail.lines(task, state, width: bottom.columns)
  for (place, line) in lines.prefix(bottom.rows).enumerated() {
    let isCut = place == bottom.rows - 1 && lines.count > bottom.rows
    canvas.put(
      isCut ? CellWidth.cut(line, to: max(0, bottom.columns - 6)) + " ..." : line,
      in: bottom,
      row: place,
      column: 1,
      role: place == 0 ? .title : .text
    )
  }
}

/// What there is to know of something due, below the list.
enum TaskDetail {
  static func lines(_ task: DueTask, _ state: AppState, width: Int) -> [String] {
    state.lines(about: task).flatMap { TextWrap.lines([$0], width: max(1, width - 3)) }
  }
}

extension DueRow {
  init(_ task: DueTask, _ state: AppState) {
    let due = DueWords.due(task, in: state)
    // That it is late is also the row's colour, and the words of the selected one say it.
    var dues = [due]
    if due.hasPrefix("OVERDUE since ") {
      let since = due.dropFirst("OVERDUE since ".count)
      dues += ["OVERDUE " + since, "! since " + since]
    } else if due.hasPrefix("due since ") {
      dues.append(String(due.dropFirst("due ".count)))
    }
    self.init(
      leads: [task.kind.title, state.name(of: task.clientID)],
      standings: task.kind.standings,
      dues: dues
    )
  }
}

extension DueWords {
  static func due(_ task: DueTask, in state: AppState) -> String {
    let date = state.data.program.zone.date(of: task.dueAt.adding(minutes: -1))
    switch task.kind {
    case .outreach:
      let when = when(task.dueAt, in: state)
      return task.dueAt <= state.now ? "OVERDUE since \(when)" : "due \(when)"
    case .authorization: return "until \(date.dayName)"
    case .planReview, .firstPlan, .reassessment, .familySession:
      return date < state.today ? "OVERDUE since \(date.dayName)" : "due \(date.dayName)"
    case .review: return "due since \(date.dayName)"
    // How it stands says since when.
    case .individual: return ""
    case .place, .decided: return "since \(date.dayName)"
    }
  }

  /// "2 outreach  3 more due".
  static func counts(_ tasks: [DueTask]) -> String {
    let calls = tasks.count {
      if case .outreach = $0.kind { return true }
      return false
    }
    let rest = tasks.count - calls
    return [calls > 0 ? "\(calls) outreach" : nil, rest > 0 ? "\(rest) more" : nil]
      .compactMap(\.self).joined(separator: "  ")
  }
}
