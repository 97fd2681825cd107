/// Instants as property lists spell them: `2026-03-11T14:49:12Z`.
///
/// In the Gregorian calendar, also before it was introduced; years 0001 to 9999; no leap seconds.
enum Instant {
  /// The seconds since 1970 UTC that can be written, 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
  static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  private static let form = Array("0000-00-00T00:00:00Z".utf8)

  /// The seconds since 1970 UTC; nil for another form and for a date or time that doesn't exist.
  static func read(_ text: ArraySlice<UInt8>) -> Int64? {
    guard text.count == form.count else { return nil }
    var numbers: [6 of Int] = .init(repeating: 0)
    var field = 0
    for (byte, model) in zip(text, form) {
      if model == UInt8(ascii: "0") {
        guard ASCII.isDigit(byte) else { return nil }
        numbers[field] = numbers[field] * 10 + Int(byte - 0x30)
      } else {
        guard byte == model else { return nil }
        field = min(field + 1, 5)
      }
    }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    guard year >= 1, 1...12 ~= month, day >= 1, day <= days(in: month, of: year),
      numbers[3] < 24, numbers[4] < 60, numbers[5] < 60
    else { return nil }
    let seconds = (numbers[3] * 60 + numbers[4]) * 60 + numbers[5]
    return Int64(dayNumber(year, month, day) * 86_400 + seconds)
  }

  /// The text of an instant; nil outside of `range`.
  static func text(_ seconds: Int64) -> [UInt8]? {
    guard range.contains(seconds) else { return nil }
    let secondOfDay = Int((seconds % 86_400 + 86_400) % 86_400)
    let (year, month, day) = date(Int((seconds - Int64(secondOfDay)) / 86_400))
    let time = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60]
    var result = form
    write(year, digits: 4, to: &result, at: 0)
    write(month, digits: 2, to: &result, at: 5)
    write(day, digits: 2, to: &result, at: 8)
    for (index, number) in time.enumerated() {
      write(number, digits: 2, to: &result, at: 11 + 3 * index)
    }
    return result
  }

  private static func write(_ number: Int, digits: Int, to text: inout [UInt8], at start: Int) {
    var rest = number
    for position in (start..<start + digits).reversed() {
      text[position] = 0x30 + UInt8(rest % 10)
      rest /= 10
    }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, by counting years from March so that the leap day comes last.
  ///
  /// - Source: Howard Hinnant, "chrono-compatible low-level date algorithms", for years above 0.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The inverse of `dayNumber`.
  private static func date(_ dayNumber: Int) -> (year: Int, month: Int, day: Int) {
    let days = dayNumber + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
