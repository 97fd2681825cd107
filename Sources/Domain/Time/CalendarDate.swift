/// A day in the program's calendar, without a time or a zone.
///
/// Service dates, birth dates and sobriety dates are such days; a moment is an `Instant`.
///
/// Invariants:
/// 1. `year` is 1...9999, of the Gregorian calendar also before 1582.
/// 2. `month` is 1...12, `day` is 1 to the last of that month.
///
/// Arithmetic that would leave these years stops at their first or last day.
package struct CalendarDate: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  package static let earliest = CalendarDate(valid: 1, 1, 1)
  package static let latest = CalendarDate(valid: 9999, 12, 31)

  /// Makes a date if there is such a day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.daysInMonth(month, year: year)
    else { return nil }
    self.init(valid: year, month, day)
  }

  /// The day that lies so many days after 1970-01-01, before it where negative.
  ///
  /// Constant time, by counting in eras of 400 years that begin on 1 March.
  ///
  /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  package init(dayNumber: Int) {
    let number = dayNumber.clamped(to: Self.dayNumbers)
    let shifted = number + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let leapDays = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      valid: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  private init(valid year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Days since 1970-01-01, negative before it.
  package var dayNumber: Int { Self.dayNumber(year: year, month: month, day: day) }

  package var weekday: Weekday { Self.weekday(dayNumber: dayNumber) }

  /// Whether this day's year has a 29 February.
  package var isLeapYear: Bool { Self.isLeapYear(year) }
}

extension CalendarDate {
  /// The day numbers that have a date, of 0001-01-01 and 9999-12-31.
  static let dayNumbers = -719_162...2_932_896

  /// Days from 1970-01-01 to any day of any year, also beyond those that have a date.
  ///
  /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.floorDivided(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The weekday of a day number; 1970-01-01 was a Thursday.
  static func weekday(dayNumber: Int) -> Weekday {
    Weekday(rawValue: (dayNumber + 3).floorRemainder(by: 7) + 1) ?? .monday
  }

  static func isLeapYear(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The last day of a month, 28...31.
  static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
