import App
import Domain
import TerminalCore

/// The week as columns of days, each with its meetings in order; weekends only where they have any,
/// or where the selected day is one.
func drawCalendarWeek(_ state: AppState, in rect: Rect, on canvas: inout Canvas) {
  let isFocused = state.calendar.focus == .week
  let before = canvas.cursor
  let week = state.calendarWeek
  let days = week.map { (date: $0, items: state.calendarItems(on: $0)) }.filter { day in
    let isWeekend = day.date.weekday == .saturday || day.date.weekday == .sunday
    return !isWeekend || day.date == state.calendar.date || !day.items.isEmpty
  }
  let hasCalledOff = days.contains { $0.items.contains(where: \.isCalledOff) }
  let title = "Week of \(week[0].shortName)" + (hasCalledOff ? ", x not held" : "")
  let inside = canvas.box(rect, title: title, isFocused: isFocused)
  let width = inside.columns / max(1, days.count)
  let views = days.map { $0.items.map { WeekItemView($0, state) } }
  let lines = WeekItemForm.fullest(of: views, in: Size(columns: width, rows: inside.rows - 1))
  for (column, day) in days.enumerated() {
    let (_, rest) = inside.split(left: column * width)
    let own = rest.split(left: width).left
    drawDayOfWeek(day, lines[column], state, in: own, isFocused: isFocused, on: &canvas)
  }
  if !isFocused { canvas.cursor = before }
}

private func drawDayOfWeek(
  _ dayOfWeek: (date: CalendarDate, items: [ScheduleItem]),
  _ lines: [[String]],
  _ state: AppState,
  in rect: Rect,
  isFocused: Bool,
  on canvas: inout Canvas
) {
  let (day, items) = dayOfWeek
  let isSelected = day == state.calendar.date
  let (head, list) = rect.split(top: 1)
  let name =
    "\(isSelected ? ">" : day == state.today ? "=" : " ")\(day.weekday.shortName) \(day.day)"
  canvas.put(name, in: head, row: 0, role: isSelected ? .titleFocus : .title)
  if isSelected && isFocused { canvas.cursor = head.origin }
  if state.data.isClosed(on: day) {
    canvas.put(" closed", in: list, row: 0, role: .warning)
  }
  let selected = isSelected ? state.calendarPlace(in: items) : 0
  let width = max(0, list.columns - 1)
  let height = items.count > list.rows ? list.rows - 1 : items.count
  let slice = ListSlice(count: items.count, selected: selected, height: height)
  var row = 0
  for place in slice.range {
    let item = items[place]
    let isHere = isSelected && isFocused && place == selected
    let role: Role = isHere ? .selected : item.isCalledOff ? .dim : .text
    if isHere { canvas.cursor = list.split(top: row).rest.origin }
    for (number, line) in lines[place].enumerated() {
      let isFirst = number == 0
      let text = (isFirst && isHere ? ">" : " ") + line
      canvas.put(text, in: list, at: (row, 0), width: width, role: isFirst ? role : .dim)
      row += 1
    }
  }
  if slice.below > 0 {
    canvas.put(" \(slice.below) more", in: list, row: list.rows - 1, role: .dim)
  }
}

/// How much of each meeting is said.
private enum WeekItemForm: CaseIterable {
  /// The whole title, then its end and its room.
  case whole
  /// A client's whole name, a line of a group's title, then the end and the room.
  case names
  /// A line.
  case oneLine

  /// The lines of each day's meetings in the fullest form in which all have room, so that the days look
  /// alike.
  static func fullest(of days: [[WeekItemView]], in size: Size) -> [[[String]]] {
    let width = max(0, size.columns - 1)
    let forms = allCases.lazy.map { form in days.map { $0.map { $0.lines(form, width: width) } } }
    return forms.first { $0.allSatisfy { $0.joined().count <= size.rows } }
      ?? days.map { $0.map { $0.lines(.oneLine, width: width) } }
  }
}

/// A meeting in a day of the week.
private struct WeekItemView {
  private let item: ScheduleItem
  private let words: ScheduleWords
  private let start: String
  private let end: String

  init(_ item: ScheduleItem, _ state: AppState) {
    self.item = item
    words = state.words(of: item)
    start = state.clock(item.start)
    end = state.clock(item.end)
  }

  /// The lines, without the place of the selection's sign in front.
  func lines(_ form: WeekItemForm, width: Int) -> [String] {
    let what = (item.isCalledOff ? calledOff : "") + (width < 13 ? words.short : words.what)
    if form == .oneLine { return ["\(start) \(what)"] }
    let behind = item.isCalledOff ? words.status : words.room
    let last = width >= 21 ? ["–\(end)" + (behind.isEmpty ? "" : "  \(behind)")] : []
    if form == .names, case .session = item.id { return ["\(start) \(what)"] + last }
    let indent = start.count + 1
    let title = TextWrap.lines(what, width: max(1, width - 1 - indent))
    return title.enumerated().map { number, line in
      (number == 0 ? "\(start) " : String(repeating: " ", count: indent)) + line
    } + last
  }
}

/// Before a meeting that doesn't take place, where no room is left for words.
let calledOff = "x "
