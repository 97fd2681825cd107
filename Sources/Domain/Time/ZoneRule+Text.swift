extension ZoneRule {
  /// Reads a rule such as "EST5EDT,M3.2.0,M11.1.0".
  ///
  /// The form is that of POSIX's TZ variable, with hours up to 167 to either side. A rule whose clock
  /// changes has to say when. Offsets in the text count westward, those read count eastward.
  ///
  /// - Returns: Nil if the text isn't such a rule.
  init?(_ text: String) {
    var scanner = AsciiScanner(text)
    guard scanner.zoneName(), let standard = scanner.zoneOffset() else { return nil }
    if scanner.isAtEnd {
      self.init(standard: standard, summer: nil)
      return
    }
    guard scanner.zoneName() else { return nil }
    var offset = standard + 3_600
    if !scanner.skip(",") {
      guard let given = scanner.zoneOffset(), scanner.skip(",") else { return nil }
      offset = given
    }
    guard let start = scanner.yearlyChange(), scanner.skip(","),
      let end = scanner.yearlyChange(), scanner.isAtEnd, ZoneTable.offsets.contains(offset)
    else { return nil }
    self.init(standard: standard, summer: Summer(offset: offset, start: start, end: end))
  }
}

extension AsciiScanner {
  /// Reads the short name of a clock, "EST" or "<+03>", of at least three characters.
  fileprivate mutating func zoneName() -> Bool {
    guard skip("<") else { return word().utf8.count >= 3 }
    let length = count { byte in
      switch Unicode.Scalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "+", "-": true
      default: false
      }
    }
    return length >= 3 && skip(">")
  }

  /// Reads an offset of up to 24 hours, counted westward in the text.
  ///
  /// - Returns: Seconds ahead of UTC, nil where there is no such offset.
  fileprivate mutating func zoneOffset() -> Int? {
    clockTime(hours: 0...24).map { -$0 }
  }

  /// Reads hours, with minutes and seconds if they are there, after a sign if there is one.
  private mutating func clockTime(hours: ClosedRange<Int>) -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hour = number(digits: 1...3)?.value, hours.contains(hour) else { return nil }
    var seconds = hour * 3_600
    for unit in [60, 1] where skip(":") {
      guard let count = number(width: 2), count < 60 else { return nil }
      seconds += count * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// Reads a day and the time on it, two in the morning where none is given.
  fileprivate mutating func yearlyChange() -> YearlyChange? {
    guard let day = yearlyDay() else { return nil }
    guard skip("/") else { return YearlyChange(day: day, time: 7_200) }
    return clockTime(hours: 0...167).map { YearlyChange(day: day, time: $0) }
  }

  private mutating func yearlyDay() -> YearlyChange.Day? {
    if skip("M") {
      guard let month = number(digits: 1...2)?.value, (1...12).contains(month), skip("."),
        let nth = number(width: 1), (1...5).contains(nth), skip("."),
        let day = number(width: 1), (0...6).contains(day),
        let weekday = Weekday(rawValue: day == 0 ? 7 : day)
      else { return nil }
      return .weekday(weekday, nth: nth, month: month)
    }
    if skip("J") {
      guard let day = number(digits: 1...3)?.value, (1...365).contains(day) else { return nil }
      return .withoutLeapDay(day)
    }
    guard let day = number(digits: 1...3)?.value, day <= 365 else { return nil }
    return .withLeapDay(day)
  }
}
