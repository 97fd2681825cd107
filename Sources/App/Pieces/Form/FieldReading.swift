package import Domain

/// What a field's answer is read as.
package enum FieldValue: Equatable, Sendable {
  case nothing
  case text(String)
  case date(CalendarDate)
  case time(TimeOfDay)
  case number(Int)
  case weekdays(Set<Weekday>)
  case hours([WorkHours])
  case chosen([String])
}

extension FormField {
  /// What the answer is read as, or why it can't be.
  ///
  /// - Parameter today: What "fri" and "+2w" are reckoned from.
  /// - Returns: The value, or what is wrong with the answer.
  package func read(today: CalendarDate) -> Result<FieldValue, FieldFlaw> {
    guard !isEmpty else {
      return isRequired ? .failure(FieldFlaw("This is needed.")) : .success(.nothing)
    }
    if kind == .secret { return .success(.text(line.text)) }
    guard kind.isTyped else { return .success(.chosen(chosen.map(\.id))) }
    let text = line.text.withoutOuterSpaces
    if case .zone(let names) = kind { return names.read(text) }
    if let flaw = id.flaw(in: text) { return .failure(flaw) }
    if case .lines(let kind) = kind, let flaw = kind.flaw(in: text) {
      return .failure(FieldFlaw(flaw))
    }
    let value: FieldValue? =
      switch kind {
      case .date:
        (id == .birthDate
          ? TypedDate.birth(text, today: today) : TypedDate.parse(text, today: today))
          .map(FieldValue.date)
      case .time: TypedTime.clock(text).map(FieldValue.time)
      case .number(let range):
        Int(text).flatMap { range.contains($0) ? .number($0) : nil }
      case .weekdays: TypedWeekdays.parse(text).map(FieldValue.weekdays)
      case .hours: TypedHours.parse(text).map(FieldValue.hours)
      case .language: TypedLanguage.parse(text).map(FieldValue.text)
      case .text, .longText, .lines, .secret, .zone, .choice, .choices, .pick: .text(text)
      }
    return value.map { .success($0) } ?? .failure(FieldFlaw(id == .birthDate ? help : kind.help))
  }

  /// How the answer was understood, where what stands in the field doesn't say it.
  package func understood(today: CalendarDate) -> String {
    guard case .success(let value) = read(today: today) else { return "" }
    switch value {
    case .date(let date): return date.shortName
    case .time(let time): return time.description
    case .weekdays(let days): return TypedWeekdays.words(days)
    case .hours(let hours): return TypedHours.words(hours)
    case .text(let zone) where kind.isZone: return zone == line.text ? "" : zone
    case .text(let tag) where kind == .language:
      let name = TypedLanguage.words(tag)
      return name == line.text ? "" : name
    case .text(let text): return id.understood(text)
    case .nothing, .number, .chosen: return ""
    }
  }
}

/// Why an answer isn't taken, in a sentence.
package struct FieldFlaw: Error, Equatable, Sendable {
  package var words: String

  package init(_ words: String) { self.words = words }
}

/// The answers of a whole form, by field.
package struct FormValues: Equatable, Sendable {
  package var values: [FieldID: FieldValue]

  package init(_ values: [FieldID: FieldValue]) { self.values = values }

  package func text(_ id: FieldID) -> String? {
    guard case .text(let text) = values[id] else { return nil }
    return text
  }

  package func date(_ id: FieldID) -> CalendarDate? {
    guard case .date(let date) = values[id] else { return nil }
    return date
  }

  package func time(_ id: FieldID) -> TimeOfDay? {
    guard case .time(let time) = values[id] else { return nil }
    return time
  }

  package func number(_ id: FieldID) -> Int? {
    guard case .number(let number) = values[id] else { return nil }
    return number
  }

  package func weekdays(_ id: FieldID) -> Set<Weekday>? {
    guard case .weekdays(let days) = values[id] else { return nil }
    return days
  }

  package func hours(_ id: FieldID) -> [WorkHours]? {
    guard case .hours(let hours) = values[id] else { return nil }
    return hours
  }

  /// What is chosen, by stored word or identifier.
  package func all(_ id: FieldID) -> [String] {
    guard case .chosen(let ids) = values[id] else { return [] }
    return ids
  }

  package func one(_ id: FieldID) -> String? { all(id).first }

  package func identifier<Entity>(_ id: FieldID, of _: Entity.Type = Entity.self) -> ID<Entity>? {
    one(id).map { ID<Entity>($0) }
  }
}

extension ZoneNames {
  /// The zone that is meant, or which it might be.
  fileprivate func read(_ text: String) -> Result<FieldValue, FieldFlaw> {
    let name = "A time zone has a name like America/Chicago."
    guard !isEmpty else {
      return ProgramTimeZone.isValidIdentifier(text)
        ? .success(.text(text)) : .failure(FieldFlaw(name))
    }
    switch find(text) {
    case .one(let zone): return .success(.text(zone))
    case .none:
      return .failure(FieldFlaw("No time zone has that in its name. \(name)"))
    case .several(let zones):
      let more = zones.count > 4 ? " or \(zones.count - 4) more" : ""
      let which = zones.prefix(4).joined(separator: ", ")
      return .failure(FieldFlaw("Which one: \(which)\(more)? Type more of its name."))
    }
  }
}

extension FieldKind {
  fileprivate var isZone: Bool {
    if case .zone = self { true } else { false }
  }
}

extension TypedDate {
  static let help = "Read as a date: today, fri, +2w, -3d, 3/18, 18 Mar, 2026-03-18."
}

extension TypedTime {
  /// A time of the day with nothing near it: of the readings as typed and twelve hours later the
  /// one in office hours, unless it was typed with a leading zero or am/pm.
  package static func clock(_ text: String) -> TimeOfDay? {
    guard let time = TimeOfDay.parse(typed: text) else { return nil }
    let isExact = text.hasPrefix("0") || text.lowercased().contains("m") || time.minutes >= 720
    guard !isExact, let later = TimeOfDay(minutes: time.minutes + 720) else { return time }
    let midday = 13 * 60
    return abs(later.minutes - midday) < abs(time.minutes - midday) ? later : time
  }
}
