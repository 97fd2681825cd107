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

  /// Whether a draft is being written in this window.
  func writes(_ document: NoteDocument) -> Bool { writers[document] != nil }

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
    if let why = othersWriting(fresh, state) {
      return reading(fresh, opening, why, in: folder, templates)
    }
    do throws(StorageError) {
      let writer = try self.writer(fresh, in: folder, at: now)
      var opened = OpenedNote(
        opening: opening,
        access: .writing,
        draft: writer.draft,
        templates: templates
      )
      opened.versions = writer.noteVersions
      if writers[fresh.document]?.isNew == false { opened.savedAt = writer.stored.lastWriteAt }
      return opened
    } catch .inUse {
      return reading(fresh, opening, Self.otherWindow, in: folder, templates)
    }
  }

  private static let otherWindow =
    "This note is being written in another window. Here it can only be read."

  /// Why somebody's draft can't be written by the one at the keyboard; nil for an own one.
  private func othersWriting(_ draft: NoteDraft, _ state: AppState) -> String? {
    guard draft.authorID != state.staffID else { return nil }
    let name = state.data.staff[draft.authorID]?.shortName ?? "its author"
    return "\(name) writes this note. It can only be read here."
  }

  private func reading(
    _ fresh: NoteDraft,
    _ opening: NoteOpening,
    _ why: String,
    in folder: DataFolder,
    _ templates: NoteTemplates
  ) -> OpenedNote {
    let stored = folder.draft(fresh.document, of: fresh.authorID)
    return OpenedNote(
      opening: opening,
      access: .reading(why),
      draft: stored?.draft ?? fresh,
      versions: stored?.noteVersions ?? [],
      savedAt: stored?.lastWriteAt,
      templates: templates
    )
  }

  /// What has become of a note that is only read here; nil while nothing has changed.
  func follow(
    _ opening: NoteOpening,
    in folder: DataFolder,
    _ state: AppState,
    at now: Instant
  ) throws(StorageError) -> OpenedNote? {
    guard let shown = state.note, case .reading(let before) = shown.access else { return nil }
    let others = othersWriting(shown.draft, state)
    let isFree = others == nil && folder.isFree(shown.document)
    let free = "The other window has left this note. Enter writes here."
    let why = others ?? (isFree ? free : Self.otherWindow)
    let found = reading(shown.draft, opening, why, in: folder, state.templates)
    if folder.draft(shown.document, of: shown.draft.authorID) == nil, let client = shown.clientID,
      let record = folder.notes(of: client).records.first(where: {
        $0.note.id.rawValue == shown.document.rawValue
      }), record.status.isLocked
    {
      return try open(opening, in: folder, state, at: now)
    }
    guard found.draft != shown.draft || why != before else { return nil }
    return found
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
  ///
  /// Where somebody else wrote into the draft meanwhile, both texts are kept.
  func write(
    _ document: NoteDocument,
    _ steps: [DraftStep],
    in folder: DataFolder,
    _ state: AppState,
    at now: Instant
  ) throws(StorageError) -> Action {
    guard writers[document] != nil else {
      return try rejoin(document, steps, in: folder, state, at: now)
    }
    do throws(StorageError) {
      try append(steps, to: document, at: now)
    } catch {
      guard case .changedUnderneath = error else { throw error }
      writers[document] = nil
      return try rejoin(document, steps, in: folder, state, at: now)
    }
    return written(document)
  }

  private func written(_ document: NoteDocument) -> Action {
    .draftWritten(document, writers[document]?.writer.noteVersions ?? [])
  }

  private func append(
    _ steps: [DraftStep],
    to document: NoteDocument,
    at now: Instant
  ) throws(StorageError) {
    guard var open = writers[document] else { throw .notLoaded }
    var next = open.writer.draft
    for step in steps { _ = next.apply(step) }
    let isEmptied = next.content.isBlank && !open.writer.draft.content.isBlank
    let age = now.secondsSince1970 - open.versionAt.secondsSince1970
    if isEmptied || (age >= Self.versionSeconds && !open.writer.draft.content.isBlank) {
      try open.writer.whole(open.writer.draft, at: now, asVersion: true)
      open.versionAt = now
      writers[document] = open
    }
    try open.writer.append(steps, at: now)
    writers[document]?.wroteAnything = true
  }

  /// Opens a draft again whose text here may not be the one on disk.
  private func rejoin(
    _ document: NoteDocument,
    _ steps: [DraftStep],
    in folder: DataFolder,
    _ state: AppState,
    at now: Instant
  ) throws(StorageError) -> Action {
    guard let mine = state.data.drafts[document] else { throw .notLoaded }
    let writer = try self.writer(mine, in: folder, at: now)
    writers[document]?.wroteAnything = true
    let theirs = writer.draft
    if theirs.content == mine.content, theirs.format == mine.format {
      return written(document)
    }
    var next = theirs
    if steps.allSatisfy({ next.apply($0) }), next.content == mine.content {
      try append(steps, to: document, at: now)
      return written(document)
    }
    try writer.keepBoth(mine, at: now)
    return .draftDiffered(theirs, writer.noteVersions)
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
    writtenIn document: NoteDocument?,
    in folder: DataFolder,
    _ state: AppState
  ) throws(StorageError) -> Action {
    var data = state.data
    let writer = document.flatMap { writers[$0]?.writer }
    let entry = try folder.add(event, in: &data, writer: writer)
    if let document {
      // The words are signed; a journal that can't go now goes at the next start.
      do throws(StorageError) {
        try folder.removeDraft(document, of: event.signature.by, writer: writer)
      } catch {}
      writers[document] = nil
    }
    return .noteSigned(entry, try folder.note(event.noteID, of: event.clientID))
  }

  /// Whether words about a note were signed just before the end; what is left of them goes.
  private func isAdded(_ draft: NoteDraft, in folder: DataFolder) -> Bool {
    guard case .supplement(let id, let supplement) = draft.document, let client = draft.clientID,
      let record = folder.notes(of: client).records.first(where: { $0.note.id == id }),
      supplement.isAdded(draft, to: record)
    else { return false }
    do throws(StorageError) { try folder.removeDraft(draft.document, of: draft.authorID) } catch {}
    return true
  }

  /// What somebody's drafts folder holds, and what notes are written with.
  func found(of staff: StaffID, in folder: DataFolder) -> FoundDrafts {
    let (stored, draftProblems) = folder.readDrafts(of: staff)
    let (templates, templateProblems) = folder.templates()
    let (phrases, phraseProblems) = folder.phrases()
    var drafts: [NoteDocument: NoteDraft] = [:]
    let current = stored.filter { !isAdded($0.draft, in: folder) }
    for draft in current { drafts[draft.draft.document] = draft.draft }
    // One that another window writes now wasn't open at a crash.
    let open = current.filter {
      !$0.wasLeft && writers[$0.draft.document] == nil && folder.isFree($0.draft.document)
    }
    return FoundDrafts(
      drafts: drafts,
      templates: templates,
      phrases: phrases.map { NotePhrase(title: $0.title, text: $0.text) },
      recover: open.max { $0.lastWriteAt < $1.lastWriteAt }?.draft.document,
      problems: draftProblems + templateProblems + phraseProblems
    )
  }
}

extension DraftWriter {
  /// Oldest first; what couldn't be joined to the text comes first of all.
  fileprivate var noteVersions: [NoteVersion] {
    stored.pieces + versions.map { NoteVersion(number: $0.number, at: $0.at, draft: $0.draft) }
  }
}

extension StoredDraft {
  fileprivate var noteVersions: [NoteVersion] {
    pieces + versions.map { NoteVersion(number: $0.number, at: $0.at, draft: $0.draft) }
  }

  /// What couldn't be joined to the text.
  fileprivate var pieces: [NoteVersion] {
    aside.map { NoteVersion(number: $0.number, at: $0.at, draft: $0.draft, isAside: true) }
  }
}
