package import Domain

/// Reads holidays and closed days from an iCalendar file: its events that take whole days.
package struct ClosureCalendar {
  package private(set) var entries: [CalendarEntry] = []
  /// What can't be taken in, each with its line.
  package private(set) var problems: [String] = []
  private let kind: CalendarEntryKind
  private let today: CalendarDate
  private var event: Event?

  /// A yearly event is taken for so many years.
  package static let yearsAhead = 3

  /// - Parameters:
  ///   - text: The file.
  ///   - kind: What its days are here.
  ///   - today: Days before it are passed over.
  package init(_ text: String, as kind: CalendarEntryKind, today: CalendarDate) {
    self.kind = kind
    self.today = today
    var isCalendar = false
    for (number, line) in Self.unfolded(text) {
      let (name, parameters, value) = Self.parts(of: line)
      switch (name, value.uppercased()) {
      case ("BEGIN", "VCALENDAR"): isCalendar = true
      case ("BEGIN", "VEVENT"): event = Event(line: number)
      case ("END", "VEVENT"): endEvent()
      default: event?.take(name, parameters, value)
      }
    }
    if !isCalendar { problems = ["this isn't an iCalendar file: it has no BEGIN:VCALENDAR"] }
    if event != nil { problems.append("the file ends in the middle of an event") }
    var last: [CalendarDate: CalendarEntry] = [:]
    for entry in entries where last[entry.date] == nil { last[entry.date] = entry }
    entries = last.values.sorted { $0.date < $1.date }
  }

  private mutating func endEvent() {
    guard let event else { return }
    self.event = nil
    guard !event.isCancelled else { return }
    let words = event.summary.isEmpty ? "an event" : "\"\(event.summary)\""
    func fail(_ why: String) { problems.append("line \(event.line): \(words) \(why)") }
    guard let first = event.start else {
      return fail("takes no whole days, or its date can't be read")
    }
    let end = event.end ?? first.adding(days: 1)
    let count = CalendarDate.days(from: first, to: max(end, first.adding(days: 1)))
    guard count <= 366 else { return fail("takes more than a year") }
    guard let starts = starts(of: event, from: first) else {
      return fail("recurs by a rule that isn't understood here; write its days out one by one")
    }
    for start in starts {
      for date in (0..<count).map(start.adding(days:)) where date >= today {
        entries.append(CalendarEntry(date: date, kind: .known(kind), note: event.summary))
      }
    }
  }

  /// The first days of an event, this year's and the next ones' of a yearly one; nil for other rules.
  private func starts(of event: Event, from first: CalendarDate) -> [CalendarDate]? {
    guard let rule = event.rule else { return [first] }
    var parts: [String: String] = [:]
    for part in rule.uppercased().split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      parts[String(sides[0])] = String(sides[1])
    }
    guard parts["FREQ"] == "YEARLY", parts["INTERVAL", default: "1"] == "1" else { return nil }
    // What only says the event's own date again changes nothing.
    if let month = parts["BYMONTH"], month != "\(first.month)" { return nil }
    if let day = parts["BYMONTHDAY"], day != "\(first.day)" { return nil }
    let known: Set<String> = [
      "FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "UNTIL", "COUNT", "WKST",
    ]
    guard known.isSuperset(of: parts.keys) else { return nil }
    let last = parts["UNTIL"].flatMap(Event.date) ?? .latest
    guard parts["UNTIL"] == nil || last < .latest else { return nil }
    var count = Int.max
    if let text = parts["COUNT"] {
      guard let number = Int(text), number > 0 else { return nil }
      count = number
    }
    let years = first.year...max(first.year, today.year + Self.yearsAhead)
    let all = years.compactMap { CalendarDate(year: $0, month: first.month, day: first.day) }
    return all.prefix(count).filter { $0 <= last && !event.exceptions.contains($0) }
  }

  // MARK: Lines

  /// The lines with their numbers, those that were folded put together.
  private static func unfolded(_ text: String) -> [(Int, String)] {
    var lines: [(Int, String)] = []
    for (place, part) in rows(of: text).enumerated() {
      if let first = part.first, first == " " || first == "\t", !lines.isEmpty {
        lines[lines.count - 1].1 += part.dropFirst()
      } else if !part.isEmpty {
        lines.append((place + 1, String(part)))
      }
    }
    return lines
  }

  private static func rows(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  private static func parts(of line: String) -> (String, String, String) {
    var isQuoted = false
    for place in line.indices {
      if line[place] == "\"" { isQuoted.toggle() }
      guard line[place] == ":", !isQuoted else { continue }
      let head = line[..<place].split(separator: ";", maxSplits: 1)
      let name = head.first.map { $0.uppercased() } ?? ""
      let parameters = head.count > 1 ? head[1].uppercased() : ""
      return (name, parameters, String(line[line.index(after: place)...]))
    }
    return ("", "", "")
  }
}

/// What is known so far of one event.
private struct Event {
  let line: Int
  var start: CalendarDate?
  /// The first day that it doesn't take any more.
  var end: CalendarDate?
  var summary = ""
  var rule: String?
  var exceptions: Set<CalendarDate> = []
  var isCancelled = false

  init(line: Int) { self.line = line }

  mutating func take(_ name: String, _ parameters: String, _ value: String) {
    switch name {
    case "DTSTART": start = Self.wholeDay(parameters, value)
    case "DTEND": end = Self.wholeDay(parameters, value)
    case "DURATION":
      if let start, value.hasPrefix("P"), value.hasSuffix("D"),
        let days = Int(value.dropFirst().dropLast())
      {
        end = start.adding(days: days)
      }
    case "SUMMARY": summary = Self.plain(value)
    case "RRULE": rule = value
    case "RDATE", "RECURRENCE-ID": rule = "not understood"
    case "EXDATE":
      exceptions.formUnion(value.split(separator: ",").compactMap { Self.date(String($0)) })
    case "STATUS": isCancelled = value.uppercased() == "CANCELLED"
    default: break
    }
  }

  /// A date that stands alone, or as a midnight.
  private static func wholeDay(_ parameters: String, _ value: String) -> CalendarDate? {
    let isDate = parameters.contains("VALUE=DATE") && !parameters.contains("DATE-TIME")
    guard isDate || value.utf8.count == 8 || value.hasPrefix("T000000", after: 8) else {
      return nil
    }
    return date(value)
  }

  /// Reads "20260704", and what begins with it.
  static func date(_ text: String) -> CalendarDate? {
    let digits = text.prefix(8)
    guard digits.utf8.count == 8, let number = Int(digits), number > 0 else { return nil }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private static func plain(_ value: String) -> String {
    var text = ""
    var isEscaped = false
    for letter in value {
      if isEscaped {
        text.append(letter == "n" || letter == "N" ? " " : letter)
        isEscaped = false
      } else if letter == "\\" {
        isEscaped = true
      } else {
        text.append(letter)
      }
    }
    return text
  }
}

extension String {
  fileprivate func hasPrefix(_ prefix: String, after count: Int) -> Bool {
    dropFirst(count).hasPrefix(prefix)
  }
}
