package import Domain

/// When something off the schedule was, as people type it: "14:10-14:30", "mon 9:00-9:20", "3/2".
package enum TypedOccurrence {
  package static let help =
    "Read as times of today, or of a day before: 14:10-14:30, mon 9-9:20, 3/2 9:15-10."

  /// The day, and the times where any are typed.
  ///
  /// A weekday is the last such day, today included, since what is written about is over.
  ///
  /// - Returns: Nil where the text can't be read, or ends before it begins.
  package static func parse(
    _ text: String,
    now: Instant,
    in zone: ProgramTimeZone
  ) -> (date: CalendarDate, span: Interval?)? {
    let today = zone.date(of: now)
    let joined = text.replacing(" - ", with: "-").replacing("- ", with: "-")
      .replacing(" -", with: "-")
    let words = joined.split(separator: " ").map(String.init)
    guard let last = words.last else { return (today, nil) }
    if let date = day(joined, today: today) { return (date, nil) }
    guard
      let date = words.count == 1
        ? today : day(words.dropLast().joined(separator: " "), today: today)
    else { return nil }
    let middle = zone.instant(date, .noon)
    let times = TypedTime.range(last, near: date == today ? min(now, middle) : middle, in: zone)
    guard let start = times?.arrival, let end = times?.departure, start < end else { return nil }
    return (date, Interval(start: start, end: end))
  }

  /// A day, or a day and a time: "10:52" of today, "mon 10:52", "3/2".
  ///
  /// - Returns: Nil where the text can't be read.
  package static func moment(
    _ text: String,
    today: CalendarDate
  ) -> (date: CalendarDate, time: TimeOfDay?)? {
    if let date = day(text, today: today) { return (date, nil) }
    let words = text.split(separator: " ").map(String.init)
    guard let last = words.last, let time = TimeOfDay.parse(typed: last),
      let date = words.count == 1
        ? today : day(words.dropLast().joined(separator: " "), today: today)
    else { return nil }
    return (date, time)
  }

  private static func day(_ text: String, today: CalendarDate) -> CalendarDate? {
    let trimmed = text.lowercased()
    guard let date = TypedDate.parse(text, today: today) else { return nil }
    let isWeekday =
      date > today && trimmed.first?.isLetter == true && !trimmed.contains(where: \.isNumber)
    return isWeekday && trimmed != "tomorrow" ? date.adding(days: -7) : date
  }
}
