import Domain

/// A row of a file that is being imported; it collects what is wrong with it.
struct ImportRow {
  let file: String
  let line: Int
  private let fields: [String]
  private let places: [String: Int]
  private(set) var problems: [ImportProblem] = []

  init(file: String, row: CSVRow, places: [String: Int]) {
    self.file = file
    line = row.line
    fields = row.fields
    self.places = places
  }

  mutating func fail(_ column: String, _ message: String) {
    let place = places[column].map { ImportProblem.Place.column($0 + 1, column) } ?? .line
    problems.append(ImportProblem(file: file, line: line, place: place, message: message))
  }

  /// The text of a column, nil where it is empty or the column isn't there.
  func optional(_ column: String) -> String? {
    guard let place = places[column] else { return nil }
    let text = fields[place].trimmed
    return text.isEmpty ? nil : text
  }

  /// The text of a column that must have one; nil and a problem where it is empty.
  mutating func text(_ column: String) -> String? {
    guard let text = optional(column) else {
      fail(column, "it is empty, and has to be there")
      return nil
    }
    return text
  }

  /// A column's text made into something else; nil and a problem where that can't be.
  mutating func value<Value>(
    _ column: String,
    _ expected: String,
    _ convert: (String) -> Value?
  ) -> Value? {
    guard let text = text(column) else { return nil }
    return converted(column, text, expected, convert)
  }

  mutating func optionalValue<Value>(
    _ column: String,
    _ expected: String,
    _ convert: (String) -> Value?
  ) -> Value? {
    guard let text = optional(column) else { return nil }
    return converted(column, text, expected, convert)
  }

  private mutating func converted<Value>(
    _ column: String,
    _ text: String,
    _ expected: String,
    _ convert: (String) -> Value?
  ) -> Value? {
    guard let value = convert(text) else {
      fail(column, "expected \(expected), found \"\(text)\"")
      return nil
    }
    return value
  }
}

/// The forms of values in import files.
extension ImportRow {
  mutating func date(_ column: String) -> CalendarDate? {
    value(column, Self.dateForm, Self.date)
  }

  mutating func optionalDate(_ column: String) -> CalendarDate? {
    optionalValue(column, Self.dateForm, Self.date)
  }

  private static let dateForm = "a date such as 2026-03-11, or 3/11/2026 (the month first)"

  /// "2026-03-11", or "3/11/2026" with the month first, as the United States write it.
  private static func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
      parts[2].count == 4, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let month = Int(parts[0]), let day = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// A time with a colon, the hour with one digit or two.
  mutating func time(_ column: String, asEnd: Bool = false) -> TimeOfDay? {
    value(column, "a time such as 09:00") { text in
      let padded = text.utf8.count == 4 ? "0" + text : text
      return TimeOfDay(padded).flatMap { $0 < .endOfDay || asEnd ? $0 : nil }
    }
  }

  /// One of the words of a set; a hyphen stands for an underscore too.
  mutating func word<Word: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ column: String,
    _: Word.Type = Word.self
  ) -> Word? {
    value(column, Self.list(Word.self), Self.word)
  }

  mutating func optionalWord<Word: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ column: String,
    _: Word.Type = Word.self
  ) -> Word? {
    optionalValue(column, Self.list(Word.self), Self.word)
  }

  private static func word<Word: RawRepresentable<String>>(_ text: String) -> Word? {
    Word(rawValue: String(text.map { $0 == "-" ? "_" : $0 }))
  }

  private static func list<Word: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _: Word.Type
  ) -> String {
    "one of " + Word.allCases.map(\.rawValue).joined(separator: ", ")
  }

  /// Names of weekdays, parted by spaces, commas or semicolons.
  static func weekdays(_ text: String) -> Set<Weekday>? {
    var days: Set<Weekday> = []
    for name in parts(text) {
      guard let day = Weekday(name: name), days.insert(day).inserted else { return nil }
    }
    return days.isEmpty ? nil : days
  }

  static func parts(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "," || $0 == ";" }.map(String.init)
  }

  static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "1": true
    case "no", "false", "0": false
    default: nil
    }
  }

  static func count(_ text: String) -> Int? {
    guard let number = Int(text), (1...1_000).contains(number), text.first != "+" else {
      return nil
    }
    return number
  }
}
