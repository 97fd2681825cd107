import App
import Domain
import TerminalCore

/// What is due about clients beside notes: a row each, and below what there is to know of the
/// selected one.
func drawTasks(_ state: AppState, in rect: Rect, on canvas: inout Canvas) {
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
  let detail = isFocused ? max(2, min(7, inside.rows / 2)) : 0
  let height = max(1, inside.rows - detail - (detail > 0 ? 1 : 0))
  let slice = ListSlice(count: rows.count, selected: state.taskIndex, height: height)
  let names = rows.map { CellWidth.of(state.name(of: $0.clientID)) }.max() ?? 0
  for (line, place) in slice.range.enumerated() {
    let isHere = place == state.taskIndex
    let row = inside.split(top: line).rest.split(top: 1).top
    draw(rows[place], state, names: names, isHere: isHere && isFocused, in: row, on: &canvas)
  }
  canvas.putMore(slice, inEdgeOf: rect)
  guard detail > 0, let task = state.selectedTask else { return }
  let bottom = inside.split(top: inside.rows - detail).rest
  let lines = state.lines(about: task).flatMap {
    TextWrap.lines([$0], width: max(1, bottom.columns - 3))
  }
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

private func draw(
  _ task: DueTask,
  _ state: AppState,
  names: Int,
  isHere: Bool,
  in line: Rect,
  on canvas: inout Canvas
) {
  let role: Role = isHere ? .selected : .text
  if isHere {
    canvas.fill(line, role: .selected)
    canvas.cursor = line.origin
  }
  let isNarrow = line.columns < 70
  let long = DueWords.due(task, in: state)
  // That it is late is also the row's colour, and the words of the selected one say it.
  let due = isNarrow && long.hasPrefix("OVERDUE ") ? "! " + long.dropFirst(8) : long
  let width = min(names, isNarrow ? 10 : 14)
  let name = CellWidth.cut(state.name(of: task.clientID), to: width)
  let title = CellWidth.cut(task.kind.title, to: isNarrow ? 11 : 13)
  let before = [
    isHere ? ">" : " ", CellWidth.padded(title, to: isNarrow ? 11 : 13),
    CellWidth.padded(name, to: width), "",
  ].joined(separator: " ")
  let room = max(0, line.columns - (due.isEmpty ? 0 : CellWidth.of(due) + 1))
  let all = task.kind.standings
  let fitting = all.first { CellWidth.of(before + $0) <= room } ?? all[all.count - 1]
  canvas.put(CellWidth.cut(before + fitting, to: room), in: line, row: 0, role: role)
  let isLate = task.dueAt <= state.now
  canvas.putRight(due, in: line, row: 0, role: isHere ? .selected : isLate ? .error : .dim)
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
