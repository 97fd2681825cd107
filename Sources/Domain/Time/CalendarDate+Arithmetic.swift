extension CalendarDate {
  /// The day so many days later, earlier where negative.
  package func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    if overflow { return days < 0 ? .earliest : .latest }
    return CalendarDate(dayNumber: sum)
  }

  /// The same day of the month so many months later, earlier where negative.
  ///
  /// Where that month is shorter, its last day: 31 January and one month is 28 or 29 February.
  package func adding(months: Int) -> CalendarDate {
    let limited = months.clamped(to: -200_000...200_000)
    let total = year * 12 + (month - 1) + limited
    let newYear = total.floorDivided(by: 12)
    if newYear < 1 { return .earliest }
    let newMonth = total.floorRemainder(by: 12) + 1
    let newDay = min(day, Self.daysInMonth(newMonth, year: newYear))
    return CalendarDate(year: newYear, month: newMonth, day: newDay) ?? .latest
  }

  /// Whole days from the first date to the second, negative where the second is earlier.
  package static func days(from start: CalendarDate, to end: CalendarDate) -> Int {
    end.dayNumber - start.dayNumber
  }

  /// The first day of the week that this day is in: this day or one of the six before it.
  package func startOfWeek(startingOn first: Weekday = .monday) -> CalendarDate {
    adding(days: -(weekday.rawValue - first.rawValue).floorRemainder(by: 7))
  }

  /// This day if it is such a weekday, else the next one that is.
  package func next(_ wanted: Weekday) -> CalendarDate {
    adding(days: (wanted.rawValue - weekday.rawValue).floorRemainder(by: 7))
  }
}
