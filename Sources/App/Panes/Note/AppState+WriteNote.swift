package import Domain
import TerminalCore

/// Typing and choosing in an open note.
extension AppState {
  /// A key that isn't a command of the note screen.
  mutating func handleInNote(_ key: Key) -> [Effect] {
    guard let note else { return [] }
    if key == .enter, case .reading = note.access { return [.openNote(note.opening)] }
    if case .reading(let why) = note.access, key.typedScalar != nil, key != .space {
      // It looks as if it could be typed into: a letter is meant as text, not as a command.
      say(why, .warning)
      return []
    }
    if let command = keymap.command(for: key, in: context) {
      if command == .digit { return choose(typed: key) }
      return run(command)
    }
    guard note.isTyping, let part = note.focusedPart else {
      say(noteWrongKey(key), .warning)
      return []
    }
    var field = note.fields[part.key] ?? TextField()
    let before = field.buffer
    guard let outcome = field.handle(key, at: now, clip: &clip) else {
      sayAboutKey("\(key.spoken) does nothing in a text. F1 tells all keys.", .warning)
      return []
    }
    return take(outcome, of: field, before: before, in: part)
  }

  mutating func pasteIntoNote(_ text: String) -> [Effect] {
    guard let note, note.isTyping, let part = note.focusedPart,
      var field = note.fields[part.key]
    else {
      sayAboutKey("Pasted text goes into a text; nothing was changed.", .warning)
      return []
    }
    let before = field.buffer
    let outcome = field.perform(.paste(text), at: now, clip: &clip)
    return take(outcome, of: field, before: before, in: part)
  }

  mutating func insertIntoNote(_ text: String) -> [Effect] { pasteIntoNote(text) }

  private mutating func take(
    _ outcome: TextOutcome,
    of field: TextField,
    before: TextBuffer,
    in part: NotePart
  ) -> [Effect] {
    note?.fields[part.key] = field
    if !outcome.edits.isEmpty {
      note?.pending += NoteSteps.steps(outcome.edits, from: before, part: part.key)
      note?.spelling?.figures = nil
    }
    refitNote()
    switch outcome.notice {
    case .edge(.up): flow(by: -1)
    case .edge(.down): flow(by: 1)
    case .asksFind: askFindInNote()
    case let notice?: if let words = notice.words { say(words, .warning) }
    case nil:
      if !outcome.edits.isEmpty, status.tone != .error { status = StatusLine() }
    }
    return []
  }

  /// Up and down go across the parts as if they were one text.
  private mutating func flow(by count: Int) {
    guard let note, note.template.parts.indices.contains(note.part + count) else { return }
    focusPart(note.part + count)
  }

  private func noteWrongKey(_ key: Key) -> String {
    guard let note else { return "" }
    switch note.access {
    case .locked: return "This note is signed. \(said(.addendum)) adds an addendum, Esc goes back."
    case .reading(let why): return why
    case .writing:
      let next = said(.nextPart, in: .note)
      return "\(key.spoken) does nothing here: digits choose, \(next) goes on."
    }
  }

  // MARK: Parts

  mutating func goToPart(by count: Int) -> [Effect] {
    guard let note else { return [] }
    guard note.access == .writing else {
      return goToNote(by: count)
    }
    let next = note.part + count
    if note.template.parts.indices.contains(next) {
      focusPart(next)
      return flushNote()
    }
    if next > 0, let mending = note.mending { return leaveNote() + open(mending.back) }
    if next < 0, note.clientID != nil, !noteClients.isEmpty { return openNote() }
    if !noteClients.isEmpty { return goToNote(by: count) }
    focusPart(next < 0 ? note.template.parts.count - 1 : 0)
    return flushNote()
  }

  mutating func focusPart(_ index: Int) {
    note?.part = index
    note?.option = 0
    if let part = note?.focusedPart { makeField(for: part) }
    refitNote()
  }

  /// A text part becomes a field when it is first shown.
  mutating func makeField(for part: NotePart) {
    guard let note, case .text = part.form, note.fields[part.key] == nil else { return }
    self.note?.fields[part.key] = TextField(
      buffer: TextBuffer(note.draft.content.text(part.key)),
      layout: TextLayout(columns: 1, rows: 1),
      isReadOnly: note.access != .writing
    )
  }

  /// Gives each field the window that the screen has for it.
  mutating func refitNote() {
    guard let note else { return }
    for frame in NoteLayout(note, in: self).frames {
      let part = note.template.parts[frame.part]
      guard var field = note.fields[part.key], !field.layout.isOf(frame.body.size) else {
        continue
      }
      field.resize(to: frame.body.size)
      self.note?.fields[part.key] = field
    }
  }

  // MARK: Choosing

  private mutating func choose(typed key: Key) -> [Effect] {
    guard let digit = key.typedScalar?.properties.numericValue, let note,
      let part = note.focusedPart
    else { return [] }
    let place = (Int(digit) + 9) % 10
    return choose(place, in: part)
  }

  /// Space: the option under the cursor.
  mutating func chooseFocused() -> [Effect] {
    guard let note, let part = note.focusedPart else { return [] }
    return choose(note.option, in: part)
  }

  private mutating func choose(_ place: Int, in part: NotePart) -> [Effect] {
    guard var draft = note?.draft else { return [] }
    switch part.form {
    case .text: return []
    case .choice(let options, _):
      guard options.indices.contains(place) else { return sayOptions(options.count) }
      draft.content.toggle(options[place], of: part)
      note?.draft = draft
      note?.option = place
      note?.pending.append(.choice(part: part.key, draft.content.choices[part.key] ?? []))
    case .objectives:
      guard let client = draft.clientID else { return [] }
      let objectives = data.objectives(of: client, on: draft.service.date)
      guard objectives.indices.contains(place) else { return sayOptions(objectives.count) }
      draft.content.toggle(objectives[place])
      note?.draft = draft
      note?.option = place
      note?.pending.append(.objectives(draft.content.objectives))
    }
    status = StatusLine()
    return []
  }

  private mutating func sayOptions(_ count: Int) -> [Effect] {
    say(
      count == 0
        ? "There is nothing to choose: this client has no plan with objectives. \(said(.nextPart, in: .note)) goes on."
        : "Choose 1 to \(count); \(said(.nextPart, in: .note)) goes on.",
      .warning
    )
    return []
  }

  /// Up and Down in a part that is chosen from.
  mutating func moveOption(by count: Int) {
    guard let note, let part = note.focusedPart else { return }
    let options = optionCount(of: part)
    let next = note.option + count
    if next < 0 || next >= options {
      flow(by: count < 0 ? -1 : 1)
    } else {
      self.note?.option = next
    }
  }

  package func optionCount(of part: NotePart) -> Int {
    switch part.form {
    case .text: 0
    case .choice(let options, _): options.count
    case .objectives:
      note?.clientID.map { data.objectives(of: $0, on: note?.draft.service.date ?? today).count }
        ?? 0
    }
  }

  /// Left and Right on a linked objective: how far it has come.
  mutating func changeProgress(by count: Int) {
    guard let note, let part = note.focusedPart, case .objectives = part.form,
      let client = note.clientID
    else {
      moveOption(by: count)
      return
    }
    let objectives = data.objectives(of: client, on: note.draft.service.date)
    guard objectives.indices.contains(note.option),
      let place = note.draft.content.objectives.firstIndex(where: {
        $0.objectiveID == objectives[note.option].id
      })
    else {
      say(
        "Choose the objective first (\(said(.choose))); then Left and Right change its progress.",
        .warning
      )
      return
    }
    let all = ObjectiveProgress.allCases
    let now = all.firstIndex(of: note.draft.content.objectives[place].progress) ?? 0
    var links = note.draft.content.objectives
    links[place].progress = all[max(0, min(all.count - 1, now + count))]
    links[place].isCopied = false
    self.note?.draft.content.objectives = links
    self.note?.pending.append(.objectives(links))
  }

  // MARK: Names

  /// Marks other clients' names quietly (BR-40), around the cursor of the focused part: not for each
  /// key, and not in the whole of a long text.
  mutating func markNames() {
    guard let note, let names = note.names, let part = note.focusedPart,
      let field = note.fields[part.key]
    else { return }
    let cursor = field.buffer.cursor.paragraph
    var marks: [TextMark] = []
    let near = max(0, cursor - 10)..<min(field.buffer.paragraphs.count, cursor + 11)
    for index in near where field.buffer.paragraphs[index].utf8.count < 8_000 {
      for finding in names.findings(in: field.buffer.paragraphs[index]) {
        let start = TextPlace(index, finding.range.lowerBound)
        marks.append(TextMark(start..<TextPlace(index, finding.range.upperBound), .warning))
      }
    }
    self.note?.nameMarks[part.key] = marks
  }

  // MARK: To disk

  /// Asks for everything typed to be put on disk now.
  mutating func flushNote() -> [Effect] {
    guard let note, note.access == .writing, !note.pending.isEmpty else { return [] }
    let steps = note.pending
    self.note?.pending = []
    markNames()
    data.drafts[note.document] = note.current
    if case .shared = note.document { self.note?.shared = nil }
    return [.writeDraft(note.document, steps)]
  }

  mutating func recordDraftWritten(_ document: NoteDocument, _ versions: [NoteVersion]) {
    guard note?.document == document else { return saySavedAgain() }
    note?.versions = versions
    let wasFailing = note?.problem != nil
    note?.savedAt = now
    note?.problem = nil
    if wasFailing { say("Saved now. Nothing was lost.", .ok) }
  }

  /// Takes back that something isn't saved, once all of it is.
  private mutating func saySavedAgain() {
    guard isEverythingSaved, status.text.hasPrefix("NOT SAVED") else { return }
    say("Saved now. Nothing was lost.", .ok)
  }

  /// What was refused goes before what was typed since.
  mutating func recordDraftFailure(_ document: NoteDocument, _ steps: [DraftStep], why: String) {
    guard note?.document == document else {
      strayDrafts[document, default: []] += steps
      strayProblem = why
      say("NOT SAVED. \(why)", .error)
      return
    }
    let since = note?.pending ?? []
    note?.pending = steps + since
    note?.problem = why
    say("NOT SAVED. \(why) Typing goes on; \(said(.redraw)) tries again.", .error)
  }
}

/// From edits of a text to steps of a journal.
enum NoteSteps {
  /// - Parameters:
  ///   - edits: In the order in which they were made.
  ///   - before: The text that the first of them was made in.
  ///   - part: The part's key.
  /// - Returns: The same changes with places counted in bytes from the text's start.
  static func steps(_ edits: [TextEdit], from before: TextBuffer, part: String) -> [DraftStep] {
    var text = before
    var steps: [DraftStep] = []
    for (index, edit) in edits.enumerated() {
      var offset = edit.start.offset
      for paragraph in 0..<min(edit.start.paragraph, text.paragraphs.count) {
        offset += text.paragraphs[paragraph].utf8.count + 1
      }
      steps.append(
        .edit(
          part: part,
          offset: offset,
          removed: edit.removed.utf8.count,
          inserted: edit.inserted
        )
      )
      if index + 1 < edits.count { _ = text.apply(edit) }
    }
    return steps
  }
}
