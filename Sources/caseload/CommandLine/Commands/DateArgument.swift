import Domain

/// A date that stands in an argument, known to be one before anything is opened.
struct DateArgument {
  private let text: String?

  /// Refuses what is no date on any day.
  init(_ text: String?, option: String) throws(CommandError) {
    self.text = text
    let someDay = CalendarDate(dayNumber: 20_523)
    if let text, TypedDate.parse(text, today: someDay) == nil {
      throw .use("\(option) isn't a date.", form: "\(option) \(someDay), 3/11, fri, or -1d")
    }
  }

  /// The date that was typed; today where none was.
  func date(today: CalendarDate) -> CalendarDate {
    text.flatMap { TypedDate.parse($0, today: today) } ?? today
  }
}
