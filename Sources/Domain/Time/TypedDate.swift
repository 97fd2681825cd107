/// Dates as people type them.
///
/// | typed | meaning |
/// |---|---|
/// | `today`, `tomorrow`, `yesterday` | |
/// | `fri`, `friday` | the next such day, today included |
/// | `+2w`, `-3d`, `+1m` | weeks, days, months from today |
/// | `2026-03-11` | |
/// | `11 Mar`, `Mar 11`, `Mar 11, 2026` | day and month, with or without the year |
/// | `3/11`, `3/11/2026` | month first |
/// | `11.3.`, `11.3.2026` | day first |
///
/// Without a year it is today's, or its neighbour's where that day is more than 300 days off: at the
/// end of December "1/5" is the coming January's.
package enum TypedDate {
  /// Reads a birth date, which has its year; of two digits it is the last such year by today.
  ///
  /// - Returns: The date, nil if the text is none, has no year or is to come.
  package static func birth(_ text: String, today: CalendarDate) -> CalendarDate? {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    let numbers = text.split { !$0.isASCII || !$0.isNumber }
    if numbers.contains(where: { $0.count == 4 }) {
      return parse(String(text), today: today).flatMap { $0 <= today ? $0 : nil }
    }
    guard numbers.count > 1, let typed = numbers.last, typed.count == 2, let year = Int(typed),
      text.hasSuffix(typed)
    else { return nil }
    let head = text.dropLast(2)
    let century = today.year - today.year % 100
    for start in [century, century - 100] {
      if let date = parse("\(head)\(start + year)", today: today), date <= today { return date }
    }
    return nil
  }

  /// Reads a typed date; spaces around it don't matter, nor does case.
  ///
  /// - Returns: The date, nil if the text is none or there is no such day.
  package static func parse(_ text: String, today: CalendarDate) -> CalendarDate? {
    var scanner = AsciiScanner(text)
    scanner.skipSpaces()
    let readers = [stored, monthAndDay, dayAndMonth, numbers, distance, named]
    for read in readers {
      var attempt = scanner
      guard let date = read(&attempt, today) else { continue }
      attempt.skipSpaces()
      if attempt.isAtEnd { return date }
    }
    return nil
  }

  private static func stored(_ scanner: inout AsciiScanner, today: CalendarDate) -> CalendarDate? {
    scanner.date()
  }

  /// Reads a word for a day: "today", "friday".
  private static func named(_ scanner: inout AsciiScanner, today: CalendarDate) -> CalendarDate? {
    let word = scanner.word()
    switch word {
    case "today": return today
    case "tomorrow": return today.adding(days: 1)
    case "yesterday": return today.adding(days: -1)
    default: return Weekday(name: word).map { today.next($0) }
    }
  }

  /// Reads a distance from today: "+2w".
  private static func distance(
    _ scanner: inout AsciiScanner,
    today: CalendarDate
  ) -> CalendarDate? {
    let isLater = scanner.skip("+")
    guard isLater || scanner.skip("-"), let number = scanner.number(digits: 1...4)?.value else {
      return nil
    }
    let count = isLater ? number : -number
    switch scanner.word() {
    case "d": return today.adding(days: count)
    case "w": return today.adding(days: count * 7)
    case "m": return today.adding(months: count)
    default: return nil
    }
  }

  /// Reads "Mar 11", "Mar 11 2026" or "Mar 11, 2026".
  private static func monthAndDay(
    _ scanner: inout AsciiScanner,
    today: CalendarDate
  ) -> CalendarDate? {
    guard let month = scanner.monthName() else { return nil }
    scanner.skipSpaces()
    guard let day = scanner.number(digits: 1...2)?.value else { return nil }
    _ = scanner.skip(",")
    scanner.skipSpaces()
    return date(month, day, year: scanner.number(width: 4), today: today)
  }

  /// Reads "11 Mar" or "11 Mar 2026".
  private static func dayAndMonth(
    _ scanner: inout AsciiScanner,
    today: CalendarDate
  ) -> CalendarDate? {
    guard let day = scanner.number(digits: 1...2)?.value else { return nil }
    scanner.skipSpaces()
    guard let month = scanner.monthName() else { return nil }
    scanner.skipSpaces()
    return date(month, day, year: scanner.number(width: 4), today: today)
  }

  /// Reads "3/11", "3/11/2026", "11.3." or "11.3.2026".
  private static func numbers(_ scanner: inout AsciiScanner, today: CalendarDate) -> CalendarDate? {
    guard let first = scanner.number(digits: 1...2)?.value else { return nil }
    if scanner.skip("/") {
      guard let second = scanner.number(digits: 1...2)?.value else { return nil }
      guard scanner.skip("/") else { return date(first, second, year: nil, today: today) }
      guard let year = scanner.number(width: 4) else { return nil }
      return date(first, second, year: year, today: today)
    }
    guard scanner.skip("."), let second = scanner.number(digits: 1...2)?.value, scanner.skip(".")
    else { return nil }
    return date(second, first, year: scanner.number(width: 4), today: today)
  }

  private static func date(
    _ month: Int,
    _ day: Int,
    year: Int?,
    today: CalendarDate
  ) -> CalendarDate? {
    if let year { return CalendarDate(year: year, month: month, day: day) }
    let candidates = [0, 1, -1].compactMap {
      CalendarDate(year: today.year + $0, month: month, day: day)
    }
    return candidates.first { abs(CalendarDate.days(from: today, to: $0)) <= 300 }
  }
}

extension AsciiScanner {
  /// Reads the name of a month, whole or cut down to at least three letters.
  ///
  /// - Returns: 1...12, nil where there is no such name.
  fileprivate mutating func monthName() -> Int? {
    let typed = word()
    guard typed.utf8.count >= 3 else { return nil }
    let names = CalendarDate.monthNames
    return names.firstIndex { $0.lowercased().hasPrefix(typed) }.map { $0 + 1 }
  }
}
