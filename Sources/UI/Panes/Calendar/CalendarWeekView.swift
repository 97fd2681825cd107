import App
import Domain
import TerminalCore

/// The week as columns of days, each with its meetings in order; weekends only where they have any,
/// or where the selected day is one.
func drawCalendarWeek(_ state: AppState, in rect: Rect, on canvas: inout Canvas) {
  let isFocused = state.calendar.focus == .week
  let before = canvas.cursor
  let week = state.calendarWeek
  let title = "Week of \(week[0].shortName)"
  let inside = canvas.box(rect, title: title, isFocused: isFocused)
  let days = week.filter { day in
    let isWeekend = day.weekday == .saturday || day.weekday == .sunday
    return !isWeekend || day == state.calendar.date || !state.calendarItems(on: day).isEmpty
  }
  let width = inside.columns / max(1, days.count)
  for (column, day) in days.enumerated() {
    let (_, rest) = inside.split(left: column * width)
    let own = rest.split(left: width).left
    drawDayOfWeek(day, state, in: own, isFocused: isFocused, on: &canvas)
  }
  if !isFocused { canvas.cursor = before }
}

private func drawDayOfWeek(
  _ day: CalendarDate,
  _ state: AppState,
  in rect: Rect,
  isFocused: Bool,
  on canvas: inout Canvas
) {
  let isSelected = day == state.calendar.date
  let (head, list) = rect.split(top: 1)
  let name =
    "\(isSelected ? ">" : day == state.today ? "=" : " ")\(day.weekday.shortName) \(day.day)"
  canvas.put(name, in: head, row: 0, role: isSelected ? .titleFocus : .title)
  if isSelected && isFocused { canvas.cursor = head.origin }
  if state.data.isClosed(on: day) {
    canvas.put(" closed", in: list, row: 0, role: .warning)
  }
  let items = state.calendarItems(on: day)
  let selected = isSelected ? state.calendarPlace(in: items) : 0
  let isNarrow = list.columns < 14
  // With the end and the room below each, where there is room for all of them.
  let rows = list.columns >= 22 && items.count * 2 <= list.rows ? 2 : 1
  let height = items.count > list.rows ? list.rows - 1 : list.rows
  let slice = ListSlice(count: items.count, selected: selected, height: height)
  for (line, place) in slice.range.enumerated() {
    let item = items[place]
    let row = line * rows
    let isHere = isSelected && isFocused && place == selected
    let words = state.words(of: item)
    let what = isNarrow ? words.short : words.what
    let text = "\(isHere ? ">" : " ")\(state.clock(item.start)) \(what)"
    let role: Role = isHere ? .selected : item.isCalledOff ? .dim : .text
    canvas.put(
      text,
      in: list,
      at: (row, 0),
      width: max(0, list.columns - 1),
      role: role
    )
    if isHere { canvas.cursor = list.split(top: row).rest.origin }
    guard rows > 1 else { continue }
    let end = state.clock(item.end) + (words.room.isEmpty ? "" : "  \(words.room)")
    canvas.put("–" + end, in: list, at: (row + 1, 1), width: max(0, list.columns - 2), role: .dim)
  }
  if slice.below > 0 {
    canvas.put(" \(slice.below) more", in: list, row: list.rows - 1, role: .dim)
  }
}
