import Domain
import TerminalCore

/// The commands of the note screen that aren't typing.
extension AppState {
  mutating func runNote(_ command: Command) -> [Effect] {
    switch command {
    case .openNote: return openNote()
    case .ownPart: return openOwnPart()
    case .goToToDo: return showToDo()
    case .closeDay: return closeDay()
    case .sign where screen == .toDo: return signToDo()
    case .newNote:
      askNewNote()
      return []
    case .discardNote where screen == .toDo:
      askDiscard()
      return []
    default: break
    }
    guard screen == .note, note != nil else {
      say("Open a note first: e, or E for a client's own part.", .warning)
      return []
    }
    switch command {
    case .sharedText: return openNote()
    case .nextPart: return goToPart(by: 1)
    case .previousPart: return goToPart(by: -1)
    case .nextNote: return goToNote(by: 1)
    case .previousNote: return goToNote(by: -1)
    case .sign: return signNote()
    case .choose: return chooseFocused()
    case .sidePane: turnSidePane()
    case .insertPhrase: askPhrase()
    case .spelling: return checkSpelling()
    case .olderVersions: showVersions()
    case .noteFormat: askFormat()
    case .addendum: return writeAddendum()
    case .addToNote: return addToNote()
    case .discardNote: askDiscard()
    case .noteTime: askNoteTime()
    case .copyText: copyNote()
    case .findNext: return findInNote(note?.sought ?? "")
    case .alreadySaved: return sayAlreadySaved()
    default: break
    }
    return []
  }

  private mutating func sayAlreadySaved() -> [Effect] {
    let effects = flushNote()
    if let at = note?.savedAt, effects.isEmpty {
      say("Already saved \(clockWithSeconds(at)). What you type is kept by itself.", .ok)
    } else {
      say("What you type is kept by itself.", .ok)
    }
    return effects
  }

  /// F6: what stands beside the note; on a narrow screen it is shown over it.
  private mutating func turnSidePane() {
    guard let note else { return }
    if size.columns < 100 {
      let lines = NoteSideLines(note, in: self, side: .lastNote).all
      prompt = .text(TextPrompt(title: "Beside this note", lines: lines.map(\.text)))
      return
    }
    // What a group's notes share is about no client.
    let sides = note.clientID == nil ? [.lastNote, .versions, .off] : NoteSide.allCases
    let place = sides.firstIndex(of: note.side) ?? 0
    self.note?.side = sides[(place + 1) % sides.count]
    refitNote()
  }

  private mutating func askPhrase() {
    guard note?.isTyping == true else {
      say("A phrase goes into a text; \(said(.nextPart)) leads to one.", .warning)
      return
    }
    let items = zip(Menu.keys, phrases).map { MenuItem($0, $1.title, .insertPhrase($1.text)) }
    guard !items.isEmpty else {
      say("There are no phrases: settings/phrases.plist in the data folder holds them.", .warning)
      return
    }
    prompt = .menu(Menu(title: "Insert a phrase", items: items))
  }

  // MARK: Finding

  mutating func askFindInNote() {
    prompt = .line(
      LinePrompt(
        title: "Find in this text",
        label: "words",
        line: TextField(note?.sought ?? "", isSelected: true),
        purpose: .findInNote
      )
    )
  }

  mutating func findInNote(_ words: String) -> [Effect] {
    guard note?.access == .writing else {
      findWhileReading(words)
      return []
    }
    guard let part = note?.focusedPart, var field = note?.fields[part.key] else { return [] }
    note?.sought = words
    let outcome = field.perform(.find(words), at: now, clip: &clip)
    note?.fields[part.key] = field
    if let words = outcome.notice?.words { say(words, .warning) }
    return []
  }

  // MARK: Formats

  private mutating func askFormat() {
    guard let note, note.access == .writing, note.draft.kind != .group, note.clientID != nil else {
      say("The format of this text can't be changed.", .warning)
      return
    }
    let rules = data.rules(on: note.draft.service.date)
    let choices = templates.templates(for: note.draft.kind, by: rules)
      .filter {
        ![NoteTemplates.groupID, NoteTemplates.sharedID, NoteTemplates.noShowID].contains($0.id)
      }
    let items = zip(Menu.keys, choices).map { MenuItem($0, $1.title, .noteFormat($1.id)) }
    prompt = .menu(Menu(title: "Format of this note", items: items))
  }

  mutating func changeNoteFormat(to id: String) -> [Effect] {
    guard var note, note.access == .writing else { return [] }
    note.draft = note.current
    note.draft.format = id
    note.fields = [:]
    note.template = templates.template(for: note.draft)
    note.part = 0
    note.pending.append(.format(id))
    self.note = note
    for part in note.template.parts { makeField(for: part) }
    refitNote()
    say("Format: \(note.template.title). What was written keeps its place below.")
    return flushNote()
  }

  // MARK: Drafts that were found

  /// Takes over what was read of one's drafts; a note that was open at a crash opens by itself.
  mutating func take(_ found: FoundDrafts) -> [Effect] {
    templates = found.templates
    phrases = found.phrases
    for (document, draft) in found.drafts where note?.document != document {
      data.drafts[document] = draft
    }
    // Signed, or thrown away, in another window.
    for (document, draft) in data.drafts
    where found.problems.isEmpty && found.drafts[document] == nil && draft.authorID == staffID
      && note?.document != document
      && strayDrafts[document] == nil
    {
      data.drafts[document] = nil
    }
    for problem in found.problems where !data.problems.contains(problem) {
      data.problems.append(problem)
      say("\(problem.record): \(problem.what) \(problem.doThis)", .error)
    }
    guard let document = found.recover, let draft = found.drafts[document], note == nil,
      prompt == nil
    else { return [] }
    return open(
      NoteOpening(
        document: document,
        clientID: draft.clientID,
        sessionID: draft.service.sessionID,
        fresh: draft,
        authorID: draft.authorID,
        then: .recover
      )
    )
  }

  // MARK: What isn't saved

  /// Everything that the disk refused, once more.
  mutating func retrySaves() -> [Effect] {
    var effects = savesOfUnsaved
    for (document, steps) in strayDrafts {
      effects += [.writeDraft(document, steps), .leaveDraft(document)]
    }
    strayDrafts = [:]
    if note?.problem != nil { effects += flushNote() }
    if keptForms.isRefused { effects += flushForms() }
    return effects
  }

  /// Whether text that was typed is only in memory, since the disk refused it.
  var isTextUnsaved: Bool {
    note?.problem != nil || !strayDrafts.isEmpty || keptForms.isRefused
  }

  /// How many records, texts and forms are only in memory.
  package var unsavedCount: Int {
    unsaved.count + strayDrafts.count + (note?.problem == nil ? 0 : 1)
      + (keptForms.isRefused ? 1 : 0)
  }

  /// Asked before leaving while typed text is only in memory; nil where none is.
  func unsavedTextQuestion() -> Question? {
    guard isTextUnsaved else { return nil }
    return Question(
      title: "What you typed isn't saved",
      lines: [
        note?.problem ?? "The disk refused it.",
        "Leaving now loses what was typed since. \(said(.redraw)) tries to save again.",
      ],
      answers: [Answer("s", "Stay", .nothing), Answer("l", "Leave and lose it", .quit)]
    )
  }
}
