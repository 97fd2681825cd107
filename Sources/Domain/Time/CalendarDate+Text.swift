extension CalendarDate: CustomStringConvertible {
  /// Reads the stored form, exactly as "2026-03-11".
  package init?(_ text: String) {
    var scanner = AsciiScanner(text)
    guard let date = scanner.date(), scanner.isAtEnd else { return nil }
    self = date
  }

  /// The stored form, as "2026-03-11".
  package var description: String {
    "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
  }

  /// The form for screens, as "Wed 11 Mar 2026".
  package var shortName: String {
    "\(weekday.shortName) \(day) \(monthShortName) \(year)"
  }

  /// The three-letter name of the month, as "Mar".
  package var monthShortName: String { Self.monthShortNames[month - 1] }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
  ]

  private static let monthShortNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension AsciiScanner {
  /// Reads a date in its stored form.
  mutating func date() -> CalendarDate? {
    guard let year = number(width: 4), skip("-"),
      let month = number(width: 2), skip("-"),
      let day = number(width: 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
