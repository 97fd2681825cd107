extension CalendarDate: CustomStringConvertible {
  /// Reads the stored form, exactly as "2026-03-11".
  package init?(_ text: String) {
    let bytes = text.utf8Span.span
    guard bytes.count == 10 else { return nil }
    var numbers = (year: 0, month: 0, day: 0)
    for place in 0..<10 {
      let byte = bytes[place]
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard byte &- 0x30 < 10 else { return nil }
      let digit = Int(byte - 0x30)
      switch place {
      case 0..<4: numbers.year = numbers.year * 10 + digit
      case 5..<7: numbers.month = numbers.month * 10 + digit
      default: numbers.day = numbers.day * 10 + digit
      }
    }
    self.init(year: numbers.year, month: numbers.month, day: numbers.day)
  }

  /// The stored form, as "2026-03-11".
  package var description: String {
    "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
  }

  /// The form for screens, as "Wed 11 Mar 2026".
  package var shortName: String {
    "\(weekday.shortName) \(day) \(monthShortName) \(year)"
  }

  /// The same without the year: "Wed 11 Mar".
  package var dayName: String { "\(weekday.shortName) \(day) \(monthShortName)" }

  /// "Wed 11 Mar", with the year where it is another one than today's.
  package func dayName(on today: CalendarDate) -> String {
    year == today.year ? dayName : shortName
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
