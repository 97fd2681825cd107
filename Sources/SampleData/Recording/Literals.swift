import Domain

/// Dates and times as the tables write them.
extension CalendarDate {
  /// The day written as one number, 2026_03_11.
  ///
  /// - Precondition: There is such a day.
  static func on(_ number: Int) -> CalendarDate {
    let day = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    guard let day else { preconditionFailure("no such day: \(number)") }
    return day
  }
}

extension TimeOfDay {
  /// The time written as one number, 9_05 for 09:05.
  ///
  /// - Precondition: The clock shows such a time.
  static func at(_ number: Int) -> TimeOfDay {
    let time = TimeOfDay(hour: number / 100, minute: number % 100)
    guard let time else { preconditionFailure("no such time: \(number)") }
    return time
  }
}
