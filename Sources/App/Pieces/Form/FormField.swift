package import Domain

/// One question of a form: what is asked, how it is answered, and the answer so far.
package struct FormField: Equatable, Sendable {
  package let id: FieldID
  package var label: String
  package var kind: FieldKind
  /// What may be typed, for the line below the fields.
  package var help: String
  package var isRequired: Bool
  /// What is typed, in fields that are typed.
  package var line: TextField
  /// What is chosen, in fields that are chosen from.
  package var chosen: [Choice]
  /// The option that Space means, where many may be chosen.
  package var place = 0
  /// Why the answer isn't taken; gone with the next key in the field.
  package var problem: String?

  package init(
    _ id: FieldID,
    _ label: String,
    _ kind: FieldKind,
    _ answer: FieldAnswer = .nothing,
    help: String = "",
    isRequired: Bool = false
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.help = help.isEmpty ? kind.help : help
    self.isRequired = isRequired
    line = Self.line("", of: kind)
    chosen = []
    switch answer {
    case .nothing: break
    case .typed(let text): line = Self.line(text, of: kind, isSelected: true)
    case .chosen(let choices): chosen = choices
    }
    if case .choice(let options) = kind, chosen.isEmpty, isRequired, let first = options.first {
      chosen = [first]
    }
  }

  /// A text to be typed in a field of a kind, as wide as the widest form.
  static func line(_ text: String, of kind: FieldKind, isSelected: Bool = false) -> TextField {
    guard kind.isLong else { return TextField(text, isSelected: isSelected) }
    return TextField(
      buffer: TextBuffer(text, mode: .manyLines),
      layout: TextLayout(columns: 400, rows: FieldKind.longRows)
    )
  }

  /// What stands in the field, to see whether anything was entered.
  package var content: [String] { [line.text] + chosen.map(\.id) }

  /// The same without what must not be kept.
  var withoutSecret: FormField {
    guard kind == .secret else { return self }
    var field = self
    field.line = TextField()
    return field
  }

  /// Selects what is typed, where it is one line.
  mutating func selectAll() {
    if kind.isTyped, !kind.isLong { line.selectAll() }
  }

  var isEmpty: Bool { kind.isTyped ? !line.text.hasWords : chosen.isEmpty }
}

/// What a field begins with.
package enum FieldAnswer: Equatable, Sendable {
  case nothing
  case typed(String)
  case chosen([Choice])
}

/// Something that can be chosen: a stored word or an identifier, and how it is said.
package struct Choice: Hashable, Sendable {
  package var id: String
  package var label: String

  package init(_ id: String, _ label: String) {
    self.id = id
    self.label = label
  }
}

package enum FieldKind: Equatable, Sendable {
  case text
  /// A text of several lines, of which Enter begins another.
  case longText
  /// A text with something on each line.
  case lines(LineKind)
  /// A language, by name or tag.
  case language
  /// A text that is neither shown nor copied nor kept in a draft, taken with all its spaces.
  case secret
  case date
  case time
  /// A whole number, such as minutes or places.
  case number(ClosedRange<Int>)
  case weekdays
  /// A time zone, by any part of its name; where none are known, by its whole name.
  case zone(ZoneNames)
  /// Hours of work in a week.
  case hours
  /// One of a few.
  case choice([Choice])
  /// As many of a few as hold.
  case choices([Choice])
  /// A person, a group or a room, from the picker.
  case pick(PickSource, isMany: Bool)

  package var isTyped: Bool {
    switch self {
    case .text, .longText, .lines, .language, .secret, .date, .time, .number, .weekdays, .zone,
      .hours:
      true
    case .choice, .choices, .pick: false
    }
  }

  /// Whether Enter begins another line of it.
  package var isLong: Bool {
    switch self {
    case .longText, .lines: true
    case .text, .language, .secret, .date, .time, .number, .weekdays, .zone, .hours, .choice,
      .choices, .pick:
      false
    }
  }

  /// The rows that a long text has while it is typed.
  package static let longRows = 5

  var help: String {
    switch self {
    case .text, .longText, .secret: ""
    case .zone: "A city or a name, as Chicago, or America/Chicago."
    case .lines(let kind): kind.help
    case .language: TypedLanguage.help
    case .date: TypedDate.help
    case .time: "Read as a time: 9, 9:12, 912, 2:30 (afternoon), 0630, 7pm."
    case .number(let range): "A number from \(range.lowerBound) to \(range.upperBound)."
    case .weekdays: TypedWeekdays.help
    case .hours: TypedHours.help
    case .choice: "Left and Right choose, or the first letter."
    case .choices: "Left and Right go along, Space chooses or takes back."
    case .pick(_, let isMany):
      isMany
        ? "Letters or Space search, Backspace takes the last one off."
        : "Letters or Space search, Backspace empties it."
    }
  }
}

/// What stands on each line of a text.
package enum LineKind: Hashable, Sendable {
  case constraints, supports, phones, alerts

  var help: String {
    switch self {
    case .constraints: TypedConstraints.help
    case .supports: TypedSupports.help
    case .phones: TypedPhones.help
    case .alerts: TypedAlerts.help
    }
  }

  /// What can't be read in a text; nil where all of it can.
  func flaw(in text: String) -> String? {
    do throws(TypedFlaw) {
      switch self {
      case .constraints: _ = try TypedConstraints.parse(text)
      case .supports: _ = try TypedSupports.parse(text)
      case .phones: _ = try TypedPhones.parse(text)
      case .alerts: _ = try TypedAlerts.parse(text)
      }
      return nil
    } catch {
      return error.words
    }
  }
}

/// Where a picker's lines come from.
package enum PickSource: Hashable, Sendable {
  case clients, staff, groups, rooms
}
