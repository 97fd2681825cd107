import App
import Domain
import Storage

/// Carries out what notes ask of the disk: opening, writing as it is typed, signing.
///
/// Holds the writer of each draft that is open, and with it the draft's lock.
final class NoteKeeper {
  private var writers: [NoteDocument: OpenWriter] = [:]

  private struct OpenWriter {
    let writer: DraftWriter
    /// Whether the journal was made for this opening.
    let isNew: Bool
    var wroteAnything = false
    var versionAt: Instant
  }

  /// So long after the last version the next one is kept.
  private static let versionSeconds = 180

  func open(
    _ opening: NoteOpening,
    in folder: DataFolder,
    _ state: AppState,
    at now: Instant
  ) throws(StorageError) -> OpenedNote {
    let templates = state.templates.all.isEmpty ? folder.templates().0 : state.templates
    let history = opening.clientID.map { folder.notes(of: $0).records } ?? []
    let record = history.first { $0.note.id.rawValue == opening.document.rawValue }
    var opened: OpenedNote
    if let record, record.status.isLocked {
      opened = OpenedNote(
        opening: opening,
        access: .locked,
        draft: NoteDraft(of: record.current),
        record: record,
        templates: templates
      )
    } else {
      guard let fresh = record.map({ NoteDraft(of: $0.current) }) ?? opening.fresh else {
        throw .notLoaded
      }
      opened = try draft(fresh, opening, in: folder, state, templates, at: now)
      opened.record = record
    }
    opened.history = history
    if let session = opening.sessionID, opening.document != .shared(session) {
      opened.shared = folder.draft(.shared(session), of: opening.authorID)?.draft
    }
    return opened
  }

  private func draft(
    _ fresh: NoteDraft,
    _ opening: NoteOpening,
    in folder: DataFolder,
    _ state: AppState,
    _ templates: NoteTemplates,
    at now: Instant
  ) throws(StorageError) -> OpenedNote {
    let author = fresh.authorID
    guard author == state.staffID else {
      let name = state.data.staff[author]?.shortName ?? "its author"
      return reading("\(name) writes this note. It can only be read here.")
    }
    func reading(_ why: String) -> OpenedNote {
      let stored = folder.draft(fresh.document, of: author)
      return OpenedNote(
        opening: opening,
        access: .reading(why),
        draft: stored?.draft ?? fresh,
        savedAt: stored?.lastWriteAt,
        templates: templates
      )
    }
    do throws(StorageError) {
      let writer = try self.writer(fresh, in: folder, at: now)
      let stored = writer.stored
      var opened = OpenedNote(
        opening: opening,
        access: .writing,
        draft: writer.draft,
        templates: templates
      )
      opened.versions =
        stored.versions.map { NoteVersion(number: $0.number, at: $0.at, draft: $0.draft) }
        + stored.aside.enumerated().map { place, version in
          NoteVersion(
            number: 10_000 + place,
            at: version.at,
            draft: version.draft,
            isAside: true
          )
        }
      if writers[fresh.document]?.isNew == false { opened.savedAt = stored.lastWriteAt }
      return opened
    } catch .inUse {
      return reading("This note is being written in another window. Here it can only be read.")
    }
  }

  private func writer(
    _ fresh: NoteDraft,
    in folder: DataFolder,
    at now: Instant
  ) throws(StorageError) -> DraftWriter {
    if let open = writers[fresh.document] { return open.writer }
    let isNew = folder.draft(fresh.document, of: fresh.authorID) == nil
    let writer = try folder.openDraft(fresh, at: now)
    writers[fresh.document] = OpenWriter(writer: writer, isNew: isNew, versionAt: now)
    return writer
  }

  /// Appends what was typed; a version is kept every few minutes, and before a text gets empty.
  func write(
    _ document: NoteDocument,
    _ steps: [DraftStep],
    in folder: DataFolder,
    _ state: AppState,
    at now: Instant
  ) throws(StorageError) {
    if writers[document] == nil, let draft = state.data.drafts[document] {
      _ = try writer(draft, in: folder, at: now)
    }
    guard var open = writers[document] else { throw .notLoaded }
    var next = open.writer.draft
    for step in steps { _ = next.apply(step) }
    let isEmptied = next.content.isBlank && !open.writer.draft.content.isBlank
    let age = now.secondsSince1970 - open.versionAt.secondsSince1970
    if isEmptied || (age >= Self.versionSeconds && !open.writer.draft.content.isBlank) {
      try open.writer.whole(open.writer.draft, at: now, asVersion: true)
      open.versionAt = now
    }
    try open.writer.append(steps, at: now)
    open.wroteAnything = true
    writers[document] = open
  }

  /// Lets go of a draft; one that nothing was written in leaves no file.
  func leave(_ document: NoteDocument, in folder: DataFolder, at now: Instant) throws(StorageError)
  {
    guard let open = writers.removeValue(forKey: document) else { return }
    if open.isNew && !open.wroteAnything {
      let author = open.writer.draft.authorID
      try folder.removeDraft(document, of: author, writer: open.writer)
    } else {
      try open.writer.leave(at: now)
    }
  }

  func leaveAll(in folder: DataFolder, at now: Instant) throws(StorageError) {
    for document in Array(writers.keys) { try leave(document, in: folder, at: now) }
  }

  func sign(
    _ note: ProgressNote,
    in folder: DataFolder,
    _ state: AppState
  ) throws(StorageError) -> Action {
    var data = state.data
    let document = NoteDocument.note(note.id)
    let entry = try folder.sign(note, in: &data, writer: writers[document]?.writer)
    writers[document] = nil
    return .noteSigned(entry, try folder.note(note.id, of: note.clientID))
  }

  func add(
    _ event: NoteEvent,
    in folder: DataFolder,
    _ state: AppState
  ) throws(StorageError) -> Action {
    var data = state.data
    let document = NoteDocument.note(event.noteID)
    let entry = try folder.add(event, in: &data, writer: writers[document]?.writer)
    if case .signedAgain = event.kind { writers[document] = nil }
    return .noteSigned(entry, try folder.note(event.noteID, of: event.clientID))
  }

  /// What somebody's drafts folder holds, and what notes are written with.
  func found(of staff: StaffID, in folder: DataFolder) -> FoundDrafts {
    let (stored, draftProblems) = folder.readDrafts(of: staff)
    let (templates, templateProblems) = folder.templates()
    let (phrases, phraseProblems) = folder.phrases()
    var drafts: [NoteDocument: NoteDraft] = [:]
    for draft in stored { drafts[draft.draft.document] = draft.draft }
    let open = stored.filter { !$0.wasLeft && writers[$0.draft.document] == nil }
    return FoundDrafts(
      drafts: drafts,
      templates: templates,
      phrases: phrases.map { NotePhrase(title: $0.title, text: $0.text) },
      recover: open.max { $0.lastWriteAt < $1.lastWriteAt }?.draft.document,
      problems: draftProblems + templateProblems + phraseProblems
    )
  }
}
