import App
import Domain
import Storage

/// Notes without a disk: what is opened comes from the demo, what is written goes nowhere.
extension Stage {
  func note(_ effect: Effect) -> Action? {
    switch effect {
    case .openNote(let opening): opened(opening)
    case .writeDraft(let document, _): .draftWritten(document, [])
    case .loadAudit: .auditRead([], isWhole: true)
    case .keepVersion(let document): .draftWritten(document, [])
    case .discardDraft(let draft): .draftGone(draft.document)
    case .bringBackDraft(let draft): .draftBroughtBack(draft)
    case .loadDrafts: .draftsFound(found)
    case .sign(let note): .noteSigned(NoteEntry(NoteRecord(note: note)), NoteRecord(note: note))
    case .askPIN: .pinAnswered(.isSet(true))
    case .checkPIN, .setPIN: .pinAnswered(.right)
    case .checkSpelling(let request):
      // Every eighth word or so, so that random keys meet the box.
      .spellingChecked(
        SpellingAnswer(
          unknown: request.words.filter { $0.utf8.count % 8 == 7 },
          suggestions: ["one", "another"]
        )
      )
    case .learnWord(let word): .wordLearned(word)
    case .addNoteEvent: .noteFailed(why: "The stage has no disk.")
    case .followNote, .leaveDraft, .save, .loadWeek, .loadCaseload, .readCaseload, .loadAhead,
      .loadAppointment,
      .openDemo, .readZones, .completePath,
      .create,
      .quit, .quitOnceSaved, .redraw, .suspend, .remember, .logIn, .unlock, .logOff, .grant,
      .writeOut, .readImport, .takeImport, .reverseImport, .saveRules, .loadPastRules, .tellRefused,
      .keepForms,
      .loadForms:
      nil
    }
  }

  private var found: FoundDrafts {
    FoundDrafts(
      drafts: state.data.drafts,
      templates: TemplateFile.bundled(),
      phrases: TemplateFile.bundledPhrases().map { NotePhrase(title: $0.title, text: $0.text) },
      recover: nil,
      problems: []
    )
  }

  private func opened(_ opening: NoteOpening) -> Action {
    let history = snapshot.notes.filter { $0.note.clientID == opening.clientID }
    let record = history.first { $0.note.id.rawValue == opening.document.rawValue }
    let draft =
      state.data.drafts[opening.document] ?? record.map { NoteDraft(of: $0.current) }
      ?? opening.fresh
    guard let draft else { return .noteFailed(why: "There is no such note.") }
    let isLocked = record?.status.isLocked ?? false
    let isOwn = draft.authorID == state.staffID
    var opened = OpenedNote(
      opening: opening,
      access: isLocked ? .locked : isOwn ? .writing : .reading("Somebody else writes this note."),
      draft: draft,
      record: record,
      history: history,
      templates: TemplateFile.bundled()
    )
    if let session = opening.sessionID, opening.document != .shared(session) {
      opened.shared = state.data.drafts[.shared(session)]
    }
    return .noteOpened(opened)
  }
}
