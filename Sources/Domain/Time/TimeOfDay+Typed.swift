extension TimeOfDay {
  /// Reads a time as people type it.
  ///
  /// "9", "9:12", "912", "0912", "09:12", "9.12", "9h12", "9h", each with "am" or "pm" if wanted.
  /// Without them the clock has 24 hours: "9" is in the morning, "21" in the evening.
  ///
  /// - Parameters:
  ///   - text: What was typed; spaces around it and before "am" don't matter, nor does case.
  ///   - asEnd: Whether the time ends something: only then may it be "24:00".
  /// - Returns: The time, nil if the text is none.
  package static func parse(typed text: String, asEnd: Bool = false) -> TimeOfDay? {
    var scanner = AsciiScanner(text)
    scanner.skipSpaces()
    guard let clock = scanner.typedClock() else { return nil }
    scanner.skipSpaces()
    let half = scanner.word()
    scanner.skipSpaces()
    guard scanner.isAtEnd, let hour = hour(clock.hour, half: half),
      let time = TimeOfDay(hour: hour, minute: clock.minute)
    else { return nil }
    return time < .endOfDay || asEnd ? time : nil
  }

  /// The hour of 24 for a typed one and what was typed after it.
  private static func hour(_ hour: Int, half: String) -> Int? {
    switch half {
    case "": hour
    case "am", "a": (1...12).contains(hour) ? hour % 12 : nil
    case "pm", "p": (1...12).contains(hour) ? hour % 12 + 12 : nil
    default: nil
    }
  }
}

extension AsciiScanner {
  /// Reads the digits of a typed time, with or without a mark between hours and minutes.
  fileprivate mutating func typedClock() -> (hour: Int, minute: Int)? {
    guard let first = number(digits: 1...4) else { return nil }
    if first.digits > 2 { return (first.value / 100, first.value % 100) }
    if skip(":") || skip(".") {
      guard let minute = number(width: 2) else { return nil }
      return (first.value, minute)
    }
    if skip("h") || skip("H") {
      if let minute = number(width: 2) { return (first.value, minute) }
    }
    return (first.value, 0)
  }
}
