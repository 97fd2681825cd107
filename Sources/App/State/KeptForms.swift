import Domain

/// Forms that aren't done, as they lie on the disk.
package struct KeptForms: Equatable, Sendable {
  /// What the disk was given of forms that are open, or were left.
  var written: [FormPurpose: UnfinishedForm] = [:]
  /// What lay there at the start, of forms that weren't opened since; the newest last.
  var found: [UnfinishedForm] = []
  /// What is still to go from the disk, since it refused.
  var stale: [String] = []
  /// Whether the disk refused the last of it.
  package var isRefused = false
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
    for (purpose, form) in changes.changed {
      let id = keptForms.written[purpose]?.id ?? ids.next(.change, as: Change.self).rawValue
      guard let unfinished = form.unfinished(id: id) else { continue }
      keptForms.written[purpose] = unfinished
      changed.append(unfinished)
    }
    for purpose in changes.done { keptForms.written[purpose] = nil }
    let done = changes.doneIDs + keptForms.stale
    keptForms.stale = []
    guard !changed.isEmpty || !done.isEmpty else { return [] }
    return [.keepForms(changed, done: done, of: staffID)]
  }

  /// What came of it; what was refused is tried again.
  mutating func recordForms(_ changed: [UnfinishedForm], done: [String], why: String?) {
    let wasRefused = keptForms.isRefused
    keptForms.isRefused = why != nil
    if let why {
      keptForms.stale += done
      let ids = Set(changed.map(\.id))
      // Another text than any, so that it counts as changed; the identifier stays.
      for (purpose, form) in keptForms.written where ids.contains(form.id) {
        keptForms.written[purpose]?.answers = []
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
    say(
      "A form isn't done (\(words.joined(separator: ", "))). Open it again: it has what you typed."
    )
  }

  /// The form with what was typed in it before a crash or a log-off; nil where nothing was.
  mutating func resumed(_ form: Form) -> Form? {
    guard let name = form.purpose.name,
      let place = keptForms.found.lastIndex(where: { $0.form == name })
    else { return nil }
    let kept = keptForms.found.remove(at: place)
    keptForms.written[form.purpose] = kept
    var form = form
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
      case .text, .longText, .secret, .date, .time, .number, .weekdays, .hours: Choice(id, id)
      }
    }
  }

  /// Everything that is typed in forms and not done.
  private var unfinishedForms: [FormPurpose: Form] {
    var forms = formDrafts
    // Their records are on the way to the disk.
    for form in sentForms.values { forms[form.purpose] = form }
    for case .form(let form) in covered + [prompt].compactMap(\.self) where form.isTouched {
      forms[form.purpose] = form
    }
    return forms.filter { $0.key.name != nil }
  }

  /// What differs from what the disk was given; nil where no form is about.
  private var formChanges: FormChanges? {
    let hasForm = covered.contains(where: \.isForm) || prompt?.isForm == true
    guard
      hasForm || !formDrafts.isEmpty || !sentForms.isEmpty || !keptForms.written.isEmpty
        || !keptForms.stale.isEmpty
    else { return nil }
    let forms = unfinishedForms
    var changes = FormChanges()
    for (purpose, form) in forms.sorted(by: { $0.key.name ?? "" < $1.key.name ?? "" }) {
      let answers = form.unfinished(id: "")?.answers
      if answers != keptForms.written[purpose]?.answers { changes.changed.append((purpose, form)) }
    }
    for (purpose, old) in keptForms.written where forms[purpose] == nil {
      changes.done.append(purpose)
      changes.doneIDs.append(old.id)
    }
    return changes
  }
}

private struct FormChanges {
  var changed: [(FormPurpose, Form)] = []
  var done: [FormPurpose] = []
  var doneIDs: [String] = []
}

extension Prompt {
  fileprivate var isForm: Bool {
    if case .form = self { true } else { false }
  }
}

extension Form {
  /// What was entered, as it is kept; nil for a form that is kept nowhere.
  fileprivate func unfinished(id: String) -> UnfinishedForm? {
    guard let name = purpose.name else { return nil }
    return UnfinishedForm(
      id: id,
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
