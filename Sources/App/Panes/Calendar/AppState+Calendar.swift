import Domain

/// Moving about in the calendar.
extension AppState {
  mutating func showCalendar() -> [Effect] {
    if screen == .day { calendar.date = day.date }
    screen = .calendar
    calendar.item = nil
    return weeksOfCalendar()
  }

  /// Asks for the weeks that the month shows and that aren't here.
  func weeksOfCalendar() -> [Effect] {
    let firsts = Set(calendarDays.map(data.weekStart(of:)))
    return firsts.filter { data.weeks[$0] == nil }.sorted().map { .loadWeek($0) }
  }

  mutating func goToInCalendar(_ date: CalendarDate) -> [Effect] {
    guard date != calendar.date else { return [] }
    calendar.date = date
    calendar.item = nil
    return weeksOfCalendar()
  }

  mutating func moveInCalendar(_ command: Command) -> [Effect] {
    let date = calendar.date
    switch (command, calendar.focus) {
    case (.left, _): return goToInCalendar(date.adding(days: -1))
    case (.right, _): return goToInCalendar(date.adding(days: 1))
    case (.up, .month): return goToInCalendar(date.adding(days: -7))
    case (.down, .month): return goToInCalendar(date.adding(days: 7))
    case (.up, .week): selectInCalendar(by: -1)
    case (.down, .week): selectInCalendar(by: 1)
    case (.first, .month): return goToInCalendar(date.adding(days: 1 - date.day))
    case (.last, .month): return goToInCalendar(date.lastOfMonth)
    case (.first, .week): return goToInCalendar(calendarWeek[0])
    case (.last, .week): return goToInCalendar(data.weekEnd(from: calendarWeek[0]))
    case (.pageUp, _), (.before, .month): return goToInCalendar(date.inMonth(after: -1))
    case (.pageDown, _), (.after, .month): return goToInCalendar(date.inMonth(after: 1))
    case (.before, .week): return goToInCalendar(date.adding(days: -7))
    case (.after, .week): return goToInCalendar(date.adding(days: 7))
    default: break
    }
    return []
  }

  private mutating func selectInCalendar(by count: Int) {
    let items = calendarItems(on: calendar.date)
    guard !items.isEmpty else { return }
    let place = calendarPlace(in: items) + count
    calendar.item = items[max(0, min(place, items.count - 1))].id
  }

  /// The day with what is selected there.
  mutating func openInCalendar() -> [Effect] {
    let items = calendarItems(on: calendar.date)
    let item = items.isEmpty ? nil : items[calendarPlace(in: items)].id
    let before = dayPlace
    if calendar.showsAll { day.showsAll = true }
    let effects = goTo(calendar.date)
    defer {
      day.backTo = .calendar(from: day.focus, isZoomed: day.isZoomed, before: before)
    }
    guard calendar.focus == .week, let item else { return effects }
    switch item {
    case .session(let id):
      select(session: id)
      day.focus = .groups
    case .appointment(let id):
      day.appointment = id
      day.focus = .individual
    }
    return effects
  }
}

extension CalendarDate {
  fileprivate var lastOfMonth: CalendarDate {
    let next = adding(days: 1 - day).adding(days: 31)
    return next.adding(days: -next.day)
  }

  /// The same day some months on, or the last one of that month where it is shorter.
  fileprivate func inMonth(after count: Int) -> CalendarDate {
    let months = year * 12 + month - 1 + count
    let (year, month) = (months / 12, months % 12 + 1)
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return self }
    return CalendarDate(year: year, month: month, day: day) ?? first.lastOfMonth
  }
}
