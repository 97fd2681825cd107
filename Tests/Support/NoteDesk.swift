package import App
package import Domain
import SampleData

/// A disk for notes in memory: drafts, signed notes and a PIN, as the program would find them.
package struct NoteDesk: Sendable {
  /// What was brought to disk, by document.
  package var drafts: [NoteDocument: NoteDraft] = [:]
  package var records: [NoteID: NoteRecord] = [:]
  package var pin: String?
  /// The older texts that are kept.
  package var versions: [NoteDocument: [NoteVersion]] = [:]
  /// What somebody else wrote over a draft; found at the next write.
  package var differing: [NoteDocument: NoteDraft] = [:]
  package var diskWorks = true
  /// What the dictionary lacks and what is like it; nil where no spell checker is installed.
  package var misspellings: [String: [String]]?
  /// The words that were looked up, by the times they were asked for.
  package var lookedUp: [[String]] = []
  package var ownWords: [String] = []
  /// The documents that were left on purpose since they were opened.
  package var left: [NoteDocument] = []

  package init() {}

  package mutating func answer(_ effect: Effect, _ state: AppState) -> Action? {
    switch effect {
    case .openNote(let opening): return opened(opening, state)
    case .writeDraft(let document, let steps):
      guard diskWorks else { return .draftFailed(document, steps, why: "The disk is full.") }
      if let theirs = differing.removeValue(forKey: document),
        let mine = state.data.drafts[document]
      {
        drafts[document] = theirs
        versions[document, default: []].append(
          NoteVersion(number: 1, at: state.now, draft: mine)
        )
        return .draftDiffered(theirs, versions[document] ?? [])
      }
      for step in steps { _ = drafts[document]?.apply(step) }
      return .draftWritten(document, versions[document] ?? [])
    case .followNote: return nil
    case .leaveDraft(let document):
      left.append(document)
      return nil
    case .loadDrafts:
      return .draftsFound(
        FoundDrafts(
          drafts: drafts,
          templates: SampleTemplates.all,
          phrases: [NotePhrase(title: "on time", text: "Client arrived on time.")],
          recover: nil,
          problems: []
        )
      )
    case .checkSpelling(let request):
      lookedUp.append(request.words)
      guard let misspellings else { return .spellingFailed(why: "No spell checker is here.") }
      let unknown = request.words.filter { misspellings[$0] != nil && !ownWords.contains($0) }
      let suggestions = unknown.first.flatMap { misspellings[$0] } ?? []
      return .spellingChecked(SpellingAnswer(unknown: unknown, suggestions: suggestions))
    case .learnWord(let word):
      guard diskWorks else { return .spellingFailed(why: "The disk is full.") }
      ownWords.append(word)
      return .wordLearned(word)
    case .sign(let note): return keep(NoteRecord(note: note))
    case .addNoteEvent(let event, let draft):
      guard var record = records[event.noteID] else { return .noteFailed(why: "No such note.") }
      record.events.append(event)
      guard diskWorks else { return .noteFailed(why: "The disk is full.") }
      if let draft { drafts[draft] = nil }
      return keep(record)
    case .askPIN: return .pinAnswered(.isSet(pin != nil))
    case .checkPIN(let typed):
      return .pinAnswered(typed == pin ? .right : .wrong("That isn't your PIN."))
    case .setPIN(let typed):
      pin = typed
      return .pinAnswered(.right)
    case .save, .loadWeek, .loadCaseload, .loadAppointment, .redraw, .suspend, .remember,
      .openDemo, .create, .quit, .quitOnceSaved, .logIn, .unlock, .logOff:
      return nil
    }
  }

  private mutating func keep(_ record: NoteRecord) -> Action {
    guard diskWorks else { return .noteFailed(why: "The disk is full.") }
    records[record.note.id] = record
    if record.status != .returned { drafts[.note(record.note.id)] = nil }
    return .noteSigned(NoteEntry(record), record)
  }

  private mutating func opened(_ opening: NoteOpening, _ state: AppState) -> Action {
    let record = records.values.first { $0.note.id.rawValue == opening.document.rawValue }
    let isLocked = record?.status.isLocked ?? false
    guard
      let draft = drafts[opening.document] ?? record.map({ NoteDraft(of: $0.current) })
        ?? opening.fresh
    else { return .noteFailed(why: "There is no such note.") }
    if !isLocked { drafts[opening.document] = draft }
    let isOwn = draft.authorID == state.staffID
    var opened = OpenedNote(
      opening: opening,
      access: isLocked ? .locked : isOwn ? .writing : .reading("Somebody else writes it."),
      draft: draft,
      record: record,
      history: records.values.filter { $0.note.clientID == opening.clientID },
      versions: versions[opening.document] ?? [],
      templates: SampleTemplates.all
    )
    if let session = opening.sessionID, opening.document != .shared(session) {
      opened.shared = drafts[.shared(session)]
    }
    return .noteOpened(opened)
  }
}
