import App
import Domain
import Storage

/// Carries out what notes ask of the disk: opening, writing as it is typed, signing.
///
/// Holds the writer of each draft that is open, and with it the draft's lock.
final class NoteKeeper {
  private(set) var writers: [NoteDocument: OpenWriter] = [:]
  /// Whose note that was open at a crash was offered since they began; nil is nobody's.
  var offered: StaffID?

  struct OpenWriter {
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
    if case .shared(let session) = opening.document {
      return try openShared(session, opening, in: folder, state, templates, at: now)
    }
    let past = try PastNotes(of: opening, in: folder, state)
    let record = past.record
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
      let begun = opening.fresh.map {
        state.data.carryingForward($0, from: past.history, templates: templates)
      }
      guard let fresh = record.map({ NoteDraft(of: $0.current) }) ?? begun else {
        throw .notLoaded
      }
      opened = try draft(fresh, opening, in: folder, state, templates, at: now)
      opened.record = record
    }
    opened.history = past.history
    if let session = opening.sessionID {
      let lead = state.data.sessions[session]?.state.leadID ?? opening.authorID
      opened.shared =
        folder.draft(.shared(session), of: lead)?.draft
        ?? record.flatMap { NoteDraft(sharedIn: $0.current, authorID: lead) }
        ?? PastNotes.frozenText(of: session, in: folder, state)
      if opened.access == .writing {
        opened.peers = PastNotes.peers(of: opening, at: session, in: folder, state)
      }
    }
    return opened
  }

  /// The text a group shares: as it is being written, or as the notes hold it that are signed.
  ///
  /// Once everyone's note is signed there is nothing it could still go into.
  private func openShared(
    _ session: SessionID,
    _ opening: NoteOpening,
    in folder: DataFolder,
    _ state: AppState,
    _ templates: NoteTemplates,
    at now: Instant
  ) throws(StorageError) -> OpenedNote {
    var fresh = opening.fresh
    if writers[opening.document] == nil,
      folder.draft(opening.document, of: opening.authorID) == nil,
      let frozen = PastNotes.frozenText(of: session, in: folder, state)
    {
      if let meeting = state.data.sessions[session], state.data.isEveryNoteSigned(of: meeting) {
        return OpenedNote(opening: opening, access: .locked, draft: frozen, templates: templates)
      }
      fresh = frozen
    } else if let begun = begunBeforeStandIn(session, opening, in: folder, state) {
      fresh = begun
    }
    guard let fresh else { throw .notLoaded }
    return try draft(fresh, opening, in: folder, state, templates, at: now)
  }

  private func draft(
    _ fresh: NoteDraft,
    _ opening: NoteOpening,
    in folder: DataFolder,
    _ state: AppState,
    _ templates: NoteTemplates,
    at now: Instant
  ) throws(StorageError) -> OpenedNote {
    if let why = folder.onlyRead ?? state.onlyRead {
      return reading(fresh, opening, why, in: folder, templates)
    }
    if let why = othersWriting(fresh, state) {
      return reading(fresh, opening, why, in: folder, templates)
    }
    if let begun = begunByOther(fresh, in: folder, state) {
      let why = othersWriting(begun, state) ?? ""
      return reading(begun, opening, why, in: folder, templates)
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
  ///
  /// - Returns: `draftGone` where no file is left.
  func leave(
    _ document: NoteDocument,
    in folder: DataFolder,
    at now: Instant
  ) throws(StorageError) -> Action? {
    guard let open = writers.removeValue(forKey: document) else { return nil }
    guard open.isNew && !open.wroteAnything else {
      try open.writer.leave(at: now)
      return nil
    }
    let author = open.writer.draft.authorID
    try folder.removeDraft(document, of: author, writer: open.writer)
    return .draftGone(document)
  }

  /// Keeps what stands in an open draft as an older text.
  func keepVersion(_ document: NoteDocument, at now: Instant) throws(StorageError) -> Action {
    guard let open = writers[document] else { throw .notLoaded }
    try open.writer.whole(open.writer.draft, at: now, asVersion: true)
    writers[document]?.versionAt = now
    writers[document]?.wroteAnything = true
    return written(document)
  }

  /// Puts a draft aside; nobody writes it from then on.
  func discard(_ draft: NoteDraft, in folder: DataFolder) throws(StorageError) -> Action {
    let writer = writers[draft.document]?.writer
    try folder.putAside(draft.document, of: draft.authorID, writer: writer)
    writers[draft.document] = nil
    return .draftGone(draft.document)
  }

  func bringBack(
    _ draft: NoteDraft,
    in folder: DataFolder,
    at now: Instant
  ) throws(StorageError) -> Action {
    guard try folder.bringBack(draft.document, of: draft.authorID, at: now) else {
      return .noteFailed(why: "It can't be brought back: its file is no longer there.")
    }
    return .draftBroughtBack(draft)
  }

  func leaveAll(in folder: DataFolder, at now: Instant) throws(StorageError) {
    for document in Array(writers.keys) { _ = try leave(document, in: folder, at: now) }
  }

  /// Tells the audit log how much of each open draft is written.
  func tellOpen(at now: Instant) {
    for open in writers.values where !open.isNew || open.wroteAnything {
      open.writer.tellOpen(at: now)
    }
  }

  /// Lets go of every draft as if the program had ended: a text that was begun opens by itself next
  /// time.
  func letGo(in folder: DataFolder) {
    for (document, open) in writers where open.isNew && !open.wroteAnything {
      let author = open.writer.draft.authorID
      do throws(StorageError) {
        try folder.removeDraft(document, of: author, writer: open.writer)
      } catch {}
    }
    writers = [:]
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
    dropShared(of: note, in: folder, state, data)
    return .noteSigned(entry, try folder.note(note.id, of: note.clientID))
  }

  /// Takes a group's text away once it stands in the signed note of everyone who attended.
  ///
  /// A journal that says anything else stays. One that can't go now, or whose program was killed
  /// before, goes when the drafts are looked through.
  private func dropShared(
    of note: ProgressNote,
    in folder: DataFolder,
    _ state: AppState,
    _ data: ProgramData
  ) {
    guard let id = note.service.sessionID, let session = data.sessions[id],
      data.isEveryNoteSigned(of: session)
    else { return }
    for author in Set([session.state.leadID, note.signature.by]) {
      guard let draft = folder.draft(.shared(id), of: author)?.draft,
        draft.isFrozen(in: note, templates: state.templates)
      else { continue }
      do throws(StorageError) { try folder.removeDraft(.shared(id), of: author) } catch {}
    }
  }

  func add(
    _ event: NoteEvent,
    writtenIn document: NoteDocument?,
    in folder: DataFolder,
    _ state: AppState
  ) throws(StorageError) -> Action {
    var data = state.data
    defer {
      if case .signedAgain(let note) = event.kind { dropShared(of: note, in: folder, state, data) }
    }
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
}
