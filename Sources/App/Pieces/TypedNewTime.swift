package import Domain

/// A day, a time, or both, as people type where something is moved to.
package enum TypedNewTime {
  package static let help = "Read as a day, a time or both: fri, +1w, 14:30, 3/18 9:15-10:00."

  /// Where the text moves something to: the day it leaves out stays, and so does the time.
  ///
  /// "+1w" is a week after the old day, or after today where that is later. "2:30" is in the
  /// afternoon, "9" in the morning.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - old: The time that is left.
  ///   - today: The present day.
  ///   - week: The day from which a weekday is counted; nil is today.
  ///   - zone: The program's.
  /// - Returns: Nil where it can't be read; no end where none was typed.
  package static func parse(
    _ text: String,
    from old: Instant,
    today: CalendarDate,
    weekdaysFrom week: CalendarDate? = nil,
    in zone: ProgramTimeZone
  ) -> (start: Instant, end: Instant?)? {
    let words = text.split(separator: " ").map(String.init)
    let (oldDate, oldTime) = zone.local(old)
    for count in stride(from: words.count, through: 0, by: -1) where !words.isEmpty {
      for isDayFirst in [true, false] {
        let day = (isDayFirst ? words.prefix(count) : words.suffix(count)).joined(separator: " ")
        let clock = isDayFirst ? words.dropFirst(count) : words.dropLast(count)
        let isDistance = day.hasPrefix("+") || day.hasPrefix("-")
        let isWeekday = Weekday(name: day.folded) != nil
        let base = isDistance ? max(today, oldDate) : isWeekday ? week ?? today : today
        guard let date = count == 0 ? oldDate : TypedDate.parse(day, today: base) else { continue }
        if clock.isEmpty { return (zone.instant(date, oldTime), nil) }
        if let times = times(clock.joined(separator: " "), on: date, in: zone) { return times }
      }
    }
    return nil
  }

  /// "9:15" or "9:15-10:00"; of the readings as typed and twelve hours later the one in office hours.
  private static func times(
    _ text: String,
    on date: CalendarDate,
    in zone: ProgramTimeZone
  ) -> (start: Instant, end: Instant?)? {
    guard let midday = TimeOfDay(hour: 13, minute: 0) else { return nil }
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == " " }) }
    let near = zone.instant(date, midday)
    guard let start = TypedTime.instant(parts[0], near: near, in: zone) else { return nil }
    guard parts.count == 2 else { return (start, nil) }
    guard let end = TypedTime.instant(parts[1], near: start, in: zone) else { return nil }
    return (start, end)
  }
}
