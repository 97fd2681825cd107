package import Domain

/// A page of questions that is answered as a whole.
///
/// A plain value: it knows its fields and the keys that fill them. What is made of the answers, and
/// what may speak against them, is up to whoever opened it.
package struct Form: Equatable, Sendable {
  package let purpose: FormPurpose
  package var title: String
  package var fields: [FormField]
  /// The field that the keys go to.
  ///
  /// What stands in one that is come to is selected: typing replaces it, a cursor key goes on in it.
  package var cursor = 0 { didSet { fields[cursor].selectAll() } }
  /// What speaks against the whole, where it belongs to no one field.
  package var problem: String?
  /// Whether it was left before, and what was typed then is back.
  package var isDraft = false
  /// The end that was moved along with the beginning.
  private var carriedEnd: String?
  /// What stood in each field at the beginning.
  var original: [FieldID: [String]]

  package init(_ purpose: FormPurpose, title: String, fields: [FormField], at cursor: Int = 0) {
    self.purpose = purpose
    self.title = title
    self.fields = fields
    self.cursor = max(0, min(cursor, fields.count - 1))
    original = Dictionary(fields.map { ($0.id, $0.content) }) { first, _ in first }
  }

  package var field: FormField { fields[cursor] }

  /// Whether anything was entered that leaving would lose.
  package var isTouched: Bool { fields.contains { isTouched($0) } }

  /// Whether another answer stands in a field than at the beginning; one that was asked for later was
  /// empty then.
  func isTouched(_ field: FormField) -> Bool { field.content != original[field.id] ?? [""] }

  /// Adds a field for the reason that the rules ask about, where there is none yet.
  mutating func askReason() {
    guard !fields.contains(where: { $0.id == .reason }) else { return }
    var kind = FieldKind.text
    var help = "Why it is right all the same; kept in the history."
    if case .setting = purpose {
      kind = .choice(FormChoices.pastRuleReasons)
      help = "Why past weeks are judged anew; kept in the audit log."
    }
    fields.append(FormField(.reason, "Reason", kind, help: help, isRequired: true))
  }

  /// As it is kept while it is left: without what must not be kept.
  var draft: Form {
    var draft = self
    draft.fields = fields.map(\.withoutSecret)
    return draft
  }

  /// What the answers are read as; where one can't be, the first such field is asked again.
  package mutating func read(today: CalendarDate) -> FormValues? {
    var values: [FieldID: FieldValue] = [:]
    var wrong: Int?
    problem = nil
    for index in fields.indices {
      fields[index].problem = nil
      switch fields[index].read(today: today) {
      case .success(let value): values[fields[index].id] = value
      case .failure(let flaw):
        fields[index].problem = flaw.words
        wrong = wrong ?? index
      }
    }
    guard let wrong else { return FormValues(values) }
    cursor = wrong
    return nil
  }

  /// Says what speaks against the answers: beside the field it is about, else below all of them.
  package mutating func refuse(_ why: String, at id: FieldID?) {
    guard let id, let index = fields.firstIndex(where: { $0.id == id }) else {
      problem = why
      return
    }
    fields[index].problem = why
    cursor = index
  }

  /// Puts a text into a typed field.
  package mutating func set(_ text: String, in id: FieldID) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[index].line = FormField.line(text, of: fields[index].kind)
    fields[index].problem = nil
  }

  /// Moves the end along with the beginning, by the length that was there at first, unless an end was
  /// typed.
  package mutating func carryEnd() {
    guard let start = fields.first(where: { $0.id == .start })?.line.text,
      let end = fields.first(where: { $0.id == .end })?.line.text,
      end == carriedEnd ?? original[.end]?.first,
      let begins = TypedTime.clock(start),
      let first = original[.start]?.first.flatMap(TypedTime.clock),
      let last = original[.end]?.first.flatMap(TypedTime.clock)
    else { return }
    let day = 24 * 60
    let length = (last.minutes - first.minutes + day) % day
    guard let moved = TimeOfDay(minutes: (begins.minutes + length) % day) else { return }
    carriedEnd = moved.description
    set(moved.description, in: .end)
  }

  /// Puts what was picked into a field; a field of one is then done.
  package mutating func take(_ choice: Choice, into id: FieldID) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[index].problem = nil
    guard case .pick(_, let isMany) = fields[index].kind else { return }
    if isMany {
      if !fields[index].chosen.contains(choice) { fields[index].chosen.append(choice) }
    } else {
      fields[index].chosen = [choice]
      if cursor == index { cursor = min(index + 1, fields.count - 1) }
    }
  }
}

/// What a key came to in a form.
package enum FormOutcome: Equatable, Sendable {
  case moved
  /// Everything is answered: make it so.
  case keep
  /// Out of the form, with what was typed kept.
  case leave
  /// Opens the picker for the field, with a first letter that may have been typed.
  case pick(PickSource, query: String)
  /// Something the screen should say.
  case notice(String)
  /// Not a key of a form.
  case unknown
}
