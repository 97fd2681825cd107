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
  /// What the audit log has, and what was asked of it.
  package var audit: [AuditEvent] = []
  package var askedAudit: [AuditFilter] = []
  /// What was begun by mistake and put aside.
  package var aside: [NoteDocument: NoteDraft] = [:]
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
    case .loadAudit(let filter):
      askedAudit.append(filter)
      return .auditRead(
        audit.filter { filter.takes($0, in: state.data.program.zone) },
        isWhole: true
      )
    case .keepVersion(let document):
      guard let draft = drafts[document] else { return nil }
      let number = (versions[document]?.last?.number ?? 0) + 1
      versions[document, default: []].append(
        NoteVersion(number: number, at: state.now, draft: draft)
      )
      return .draftWritten(document, versions[document] ?? [])
    case .discardDraft(let draft):
      guard diskWorks else { return .noteFailed(why: "The disk is full.") }
      aside[draft.document] = drafts.removeValue(forKey: draft.document)
      return .draftGone(draft.document)
    case .bringBackDraft(let draft):
      guard let kept = aside.removeValue(forKey: draft.document) else {
        return .noteFailed(why: "It is no longer there.")
      }
      drafts[draft.document] = kept
      return .draftBroughtBack(kept)
    case .followNote: return nil
    case .leaveDraft(let document):
      left.append(document)
      guard drafts[document]?.content.isBlank == true, versions[document] == nil else { return nil }
      drafts[document] = nil
      return .draftGone(document)
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
    case .sign(let note): return keep(NoteRecord(note: note), state)
    case .addNoteEvent(let event, let draft):
      guard var record = records[event.noteID] else { return .noteFailed(why: "No such note.") }
      record.events.append(event)
      guard diskWorks else { return .noteFailed(why: "The disk is full.") }
      if let draft { drafts[draft] = nil }
      return keep(record, state)
    case .askPIN: return .pinAnswered(.isSet(pin != nil))
    case .checkPIN(let typed):
      return .pinAnswered(typed == pin ? .right : .wrong("That isn't your PIN."))
    case .setPIN(let typed):
      pin = typed
      return .pinAnswered(.right)
    case .save, .loadWeek, .loadCaseload, .readCaseload, .loadAhead, .loadAppointment, .redraw,
      .suspend,
      .remember,
      .openDemo, .readZones, .completePath, .create, .quit, .quitOnceSaved, .logIn, .unlock,
      .logOff, .grant,
      .writeOut, .readImport, .takeImport, .reverseImport, .saveRules, .loadPastRules,
      .tellRefused, .keepForms,
      .loadForms:
      return nil
    }
  }

  /// Whether everyone who attended has a signed note now.
  private func isLast(of session: SessionID, _ state: AppState) -> Bool {
    let attended = state.data.sessions[session]?.rows.filter(\.status.isAttended) ?? []
    return attended.allSatisfy {
      records[.note(of: $0.clientID, service: session.rawValue)]?.status.isLocked ?? false
    }
  }

  private mutating func keep(_ record: NoteRecord, _ state: AppState) -> Action {
    guard diskWorks else { return .noteFailed(why: "The disk is full.") }
    records[record.note.id] = record
    if let session = record.note.service.sessionID, isLast(of: session, state) {
      drafts[.shared(session)] = nil
    }
    if record.status != .returned { drafts[.note(record.note.id)] = nil }
    return .noteSigned(NoteEntry(record), record)
  }

  /// The shared text that the meeting's notes hold.
  private func frozen(_ session: SessionID, _ state: AppState) -> NoteDraft? {
    guard let entry = state.data.lastSigned(of: session), let record = records[entry.id],
      let lead = state.data.sessions[session]?.state.leadID
    else { return nil }
    return NoteDraft(sharedIn: record.current, authorID: lead)
  }

  private mutating func opened(_ opening: NoteOpening, _ state: AppState) -> Action {
    let record = records.values.first { $0.note.id.rawValue == opening.document.rawValue }
    var isLocked = record?.status.isLocked ?? false
    let history = records.values.filter { $0.note.clientID == opening.clientID }
      .sorted {
        ($0.note.service.date, $0.note.signature.at, $0.note.id)
          < ($1.note.service.date, $1.note.signature.at, $1.note.id)
      }
    var fresh = opening.fresh.map {
      state.data.carryingForward($0, from: history, templates: SampleTemplates.all)
    }
    if case .shared(let session) = opening.document, drafts[opening.document] == nil,
      let frozen = frozen(session, state), let meeting = state.data.sessions[session]
    {
      fresh = frozen
      isLocked = state.data.isEveryNoteSigned(of: meeting)
    }
    guard
      let draft = drafts[opening.document] ?? record.map({ NoteDraft(of: $0.current) }) ?? fresh
    else { return .noteFailed(why: "There is no such note.") }
    if !isLocked { drafts[opening.document] = draft }
    let isOwn = draft.authorID == state.staffID
    var opened = OpenedNote(
      opening: opening,
      access: isLocked ? .locked : isOwn ? .writing : .reading("Somebody else writes it."),
      draft: draft,
      record: record,
      history: history,
      peers: peers(of: opening),
      versions: versions[opening.document] ?? [],
      templates: SampleTemplates.all
    )
    if let session = opening.sessionID, opening.document != .shared(session) {
      opened.shared =
        drafts[.shared(session)]
        ?? record.flatMap { NoteDraft(sharedIn: $0.current, authorID: opening.authorID) }
        ?? frozen(session, state)
    }
    return .noteOpened(opened)
  }

  private func peers(of opening: NoteOpening) -> [ClientID: String] {
    var texts: [ClientID: String] = [:]
    for record in records.values
    where record.note.service.sessionID == opening.sessionID && opening.sessionID != nil
      && record.note.clientID != opening.clientID
    {
      texts[record.note.clientID] = record.current.ownText
    }
    return texts
  }
}
