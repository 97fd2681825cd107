import Domain

/// Forms and lines that aren't done, as they lie on the disk.
package struct KeptForms: Equatable, Sendable {
  /// What the disk was given of those that are open, or were left; by their names.
  var written: [String: UnfinishedForm] = [:]
  /// What was typed in lines that were left; by their names.
  var lines: [String: UnfinishedForm] = [:]
  /// What lay there at the start, of those that weren't opened since; the newest last.
  var found: [UnfinishedForm] = []
  /// What is still to go from the disk, since it refused.
  var stale: [String] = []
  /// Why the disk refused the last of it; nil where it didn't.
  var problem: String?

  package var isRefused: Bool { problem != nil }

  /// The only field of a line.
  static let lineField = "line"

  /// What was typed in a line before it was left, or killed; it is no longer kept aside then.
  mutating func takeLine(_ name: String) -> String? {
    let left = lines.removeValue(forKey: name)
    let found = take(name)
    return (left ?? found)?.answers.first?.content.first
  }

  /// What lay on the disk under a name; it is known as written from then on.
  mutating func take(_ name: String) -> UnfinishedForm? {
    guard let place = found.lastIndex(where: { $0.form == name }) else { return nil }
    let kept = found.remove(at: place)
    written[name] = kept
    return kept
  }
}

extension AppState {
  /// Whether something was typed in forms that the disk wasn't given yet.
  package var hasUnwrittenForms: Bool {
    guard staffID != nil, onlyRead == nil, !keptForms.isRefused else { return false }
    return formChanges.map { !$0.changed.isEmpty || !$0.done.isEmpty } ?? false
  }

  /// Asks for what is typed in forms to be put on disk, and for what is done to be taken off.
  mutating func flushForms() -> [Effect] {
    guard let staffID, onlyRead == nil, let changes = formChanges else { return [] }
    var changed: [UnfinishedForm] = []
    for typed in changes.changed {
      let id = keptForms.written[typed.form]?.id ?? ids.next(.change, as: Change.self).rawValue
      let unfinished = typed.identified(as: id)
      keptForms.written[typed.form] = unfinished
      changed.append(unfinished)
    }
    let done =
      changes.done.compactMap { keptForms.written.removeValue(forKey: $0)?.id }
      + keptForms.stale
    keptForms.stale = []
    guard !changed.isEmpty || !done.isEmpty else { return [] }
    return [.keepForms(changed, done: done, of: staffID)]
  }

  /// What came of it; what was refused is tried again.
  mutating func recordForms(_ changed: [UnfinishedForm], done: [String], why: String?) {
    let wasRefused = keptForms.isRefused
    keptForms.problem = why
    if let why {
      keptForms.stale += done
      let ids = Set(changed.map(\.id))
      // Another text than any, so that it counts as changed; the identifier stays.
      for (name, form) in keptForms.written where ids.contains(form.id) {
        keptForms.written[name]?.answers = []
      }
      if !wasRefused { say("NOT SAVED: what is typed in a form. \(why)", .error) }
    } else if wasRefused {
      say("Saved now. Nothing was lost.", .ok)
    }
  }

  /// Says what waits from before.
  mutating func take(_ found: [UnfinishedForm]) {
    let known = Set(keptForms.written.values.map(\.id))
    keptForms.found = found.filter { !known.contains($0.id) }
    guard !keptForms.found.isEmpty else { return }
    var words: [String] = []
    for form in keptForms.found where !words.contains(form.words) { words.append(form.words) }
    say("Not done yet: \(words.joined(separator: ", ")). Open it again: it has what you typed.")
  }

  /// The form with what was typed in it before a crash or a log-off; nil where nothing was.
  mutating func resumed(_ form: Form) -> Form? {
    guard let name = form.purpose.name,
      let kept = keptForms.take(name)
    else { return nil }
    var form = form
    if kept.answers.contains(where: { $0.field == FieldID.reason.rawValue }) { form.askReason() }
    for answer in kept.answers {
      guard let id = FieldID(rawValue: answer.field),
        let index = form.fields.firstIndex(where: { $0.id == id })
      else { continue }
      form.original[id] = answer.before
      fill(&form.fields[index], with: answer.content)
      form.cursor = index
    }
    formDrafts[form.purpose] = form
    return form
  }

  private func fill(_ field: inout FormField, with content: [String]) {
    field.line = FormField.line(content.first ?? "", of: field.kind)
    field.chosen = content.dropFirst().map { id in
      switch field.kind {
      case .choice(let options), .choices(let options):
        options.first { $0.id == id } ?? Choice(id, FormChoices.spoken(id))
      case .pick(.clients, _): choice(of: ClientID(id))
      case .pick(.staff, _): choice(of: StaffID(id))
      case .pick(.groups, _): choice(of: GroupID(id))
      case .pick(.rooms, _): choice(of: RoomID(id))
      case .text, .longText, .lines, .language, .secret, .date, .time, .number, .weekdays,
        .zone, .hours:
        Choice(id, id)
      }
    }
  }

  /// Everything that is typed in forms and lines and not done; by name.
  private var unfinished: [String: UnfinishedForm] {
    var forms = Array(formDrafts.values)
    // Their records are on the way to the disk.
    forms += sentForms.values
    for case .form(let form) in covered + [prompt].compactMap(\.self) where form.isTouched {
      forms.append(form)
    }
    var all = unfinishedLines
    for form in forms.compactMap(\.unfinished) { all[form.form] = form }
    return all
  }

  /// What differs from what the disk was given; nil where nothing is about that is typed.
  private var formChanges: FormChanges? {
    let isTyped = covered.contains(where: \.isFormOrLine) || prompt?.isFormOrLine == true
    guard
      isTyped || !formDrafts.isEmpty || !sentForms.isEmpty || !keptForms.written.isEmpty
        || !keptForms.lines.isEmpty || !keptForms.stale.isEmpty
    else { return nil }
    let all = unfinished
    var changes = FormChanges()
    for (name, typed) in all.sorted(by: { $0.key < $1.key })
    where typed.answers != keptForms.written[name]?.answers {
      changes.changed.append(typed)
    }
    changes.done = keptForms.written.keys.filter { all[$0] == nil }.sorted()
    return changes
  }
}

private struct FormChanges {
  var changed: [UnfinishedForm] = []
  /// The names of those that are on the disk and done.
  var done: [String] = []
}

extension Prompt {
  fileprivate var isFormOrLine: Bool {
    switch self {
    case .form, .line: true
    case .palette, .help, .menu, .question, .pick, .text, .theme, .signing, .versions, .spelling:
      false
    }
  }
}

extension UnfinishedForm {
  fileprivate func identified(as id: String) -> UnfinishedForm {
    UnfinishedForm(id: id, form: form, words: words, answers: answers)
  }
}

extension Form {
  /// What was entered, as it is kept; nil for a form that is kept nowhere.
  fileprivate var unfinished: UnfinishedForm? {
    guard let name = purpose.name else { return nil }
    return UnfinishedForm(
      id: "",
      form: name,
      words: purpose.words,
      answers: draft.fields.filter { isTouched($0) }.map { field in
        UnfinishedForm.Answer(
          field: field.id.rawValue,
          content: field.content,
          before: original[field.id] ?? [""]
        )
      }
    )
  }
}
