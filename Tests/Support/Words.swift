package import Domain

extension ID {
  /// The identifier that a builder gives to whatever has the code: "C01", "G01", "TB".
  package static func of(_ code: String) -> ID { ID("xx_" + code) }
}

extension CalendarDate {
  /// A date written as "2026-03-09".
  package static func on(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("no date: \(text)") }
    return date
  }
}

extension TimeOfDay {
  /// A time written as "09:05".
  package static func at(_ text: String) -> TimeOfDay {
    guard let time = TimeOfDay(text) else { preconditionFailure("no time: \(text)") }
    return time
  }
}
