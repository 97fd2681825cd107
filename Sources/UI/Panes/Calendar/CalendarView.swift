import App
import Domain
import TerminalCore

/// The calendar: a month with the selected day beside it, and the week below where there is room; in
/// a small window the part that has the focus.
func drawCalendar(_ state: AppState, on canvas: inout Canvas) {
  let whose = state.calendar.showsAll ? "everyone" : "mine"
  drawScreenTop("Calendar   \(state.calendar.date.shortName)   \(whose)", state, on: &canvas)
  let body = canvas.promptArea
  let month = MonthView.rows(of: state)
  if canvas.size.columns >= 80, canvas.size.rows >= 24 {
    let (top, week) = body.split(top: month)
    let (left, right) = top.split(left: MonthView.columns)
    drawMonth(state, in: left, on: &canvas)
    drawAgenda(state, in: right, on: &canvas)
    drawCalendarWeek(state, in: week, on: &canvas)
  } else if state.calendar.focus == .month {
    let (left, right) = body.split(left: MonthView.columns)
    drawMonth(state, in: left, on: &canvas)
    drawAgenda(state, in: right, on: &canvas)
  } else {
    drawCalendarWeek(state, in: body, on: &canvas)
  }
}

private enum MonthView {
  /// Seven days of four cells, and the frame.
  static let columns = 31
  /// The weeks with their head and what the marks mean, and the frame.
  static func rows(of state: AppState) -> Int { state.calendarDays.count / 7 + 4 }

  /// How full a day is.
  static func mark(_ count: Int) -> String {
    switch count {
    case 0: " "
    case 1...2: "."
    case 3...4: ":"
    default: "#"
    }
  }
}

private func drawMonth(_ state: AppState, in rect: Rect, on canvas: inout Canvas) {
  let date = state.calendar.date
  let isFocused = state.calendar.focus == .month
  let before = canvas.cursor
  let title = "\(date.monthShortName) \(date.year)"
  let inside = canvas.box(rect, title: title, isFocused: isFocused)
  for (column, day) in state.calendarDays.prefix(7).enumerated() {
    let name = String(day.weekday.shortName.prefix(2))
    canvas.put(name, in: inside, row: 0, column: column * 4 + 1, role: .title)
  }
  for (place, day) in state.calendarDays.enumerated() {
    let isSelected = day == date
    let count = state.calendarItems(on: day).count { !$0.isCalledOff }
    let mark = state.data.isClosed(on: day) ? "-" : MonthView.mark(count)
    let number = day.day < 10 ? " \(day.day)" : "\(day.day)"
    let isToday = day == state.today
    let text =
      isSelected ? ">\(number)\(mark)" : isToday ? "=\(number)\(mark)" : " \(number)\(mark)"
    let role: Role =
      isSelected ? .selected : day.month != date.month ? .dim : isToday ? .title : .text
    let at = Position(row: inside.row + 1 + place / 7, column: inside.column + place % 7 * 4)
    canvas.put(text, in: inside, row: 1 + place / 7, column: place % 7 * 4, role: role)
    if isSelected && isFocused { canvas.cursor = at }
  }
  canvas.put(
    ". 1-2 : 3-4 # more - closed",
    in: inside,
    row: 1 + state.calendarDays.count / 7,
    role: .dim
  )
  if !isFocused { canvas.cursor = before }
}

/// The selected day, a line each.
private func drawAgenda(_ state: AppState, in rect: Rect, on canvas: inout Canvas) {
  let date = state.calendar.date
  let before = canvas.cursor
  defer { canvas.cursor = before }
  let inside = canvas.box(rect, title: date.shortName, isFocused: false)
  let items = state.calendarItems(on: date)
  var lines: [(text: String, role: Role)] = []
  if let entry = state.data.calendar[date] {
    lines.append((entry.closes && !entry.note.isEmpty ? entry.note : entry.words, .warning))
  }
  for item in items {
    let words = state.words(of: item)
    let end = [words.status, words.room].filter { !$0.isEmpty }.joined(separator: ", ")
    let isWide = inside.columns >= 60
    let time = state.clock(item.start) + (isWide ? "–\(state.clock(item.end)) " : " ")
    let space = inside.columns - 2
    let what = words.what
    let hasRoom = CellWidth.of(time + what) + CellWidth.of(end) + 2 <= space
    let sign = item.isCalledOff && !hasRoom ? calledOff : ""
    var text = time + CellWidth.cut(sign + what, to: max(0, space - CellWidth.of(time)))
    if !end.isEmpty, hasRoom { text += "  " + end }
    lines.append((text, item.isCalledOff ? .dim : .text))
  }
  if !state.data.isLoaded(date) {
    lines.append(("This week is being read.", .dim))
  } else if items.isEmpty {
    lines.append(("Nothing on this day.", .dim))
  }
  let slice = ListSlice(
    count: lines.count,
    selected: state.calendar.focus == .week ? state.calendarPlace(in: items) : 0,
    height: inside.rows
  )
  for (row, place) in slice.range.enumerated() {
    canvas.put(lines[place].text, in: inside, row: row, column: 1, role: lines[place].role)
  }
  canvas.putMore(slice, inEdgeOf: rect)
}
