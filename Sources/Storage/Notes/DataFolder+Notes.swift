package import Domain

extension DataFolder {
  /// All signed notes of a client, the newest last, and what can't be used or trusted of them.
  package func notes(of client: ClientID) -> (records: [NoteRecord], problems: [RecordProblem]) {
    let notes = readNotes(of: client)
    let code = notes.isSound ? client.rawValue : code(of: client)
    return (notes.records, notes.findings(client: code))
  }

  /// One signed note.
  ///
  /// - Throws: `notLoaded` where there is none, `untrusted` where its file can't be used.
  package func note(_ id: NoteID, of client: ClientID) throws(StorageError) -> NoteRecord {
    guard let record = try readNote(id, of: client) else { throw .notLoaded }
    return record
  }

  /// Signs a note: writes it once, for ever, and takes its draft away.
  ///
  /// In this order, each step brought to disk before the next: the day's list says that a note is
  /// coming, the note's file, the end of the client's chain, the day's list, the draft's journal.
  /// Cut off anywhere, it can be done once more with the same note.
  ///
  /// - Parameters:
  ///   - note: As `ProgramData.signed` makes it.
  ///   - data: Takes the note's entry, and gives up the draft.
  ///   - writer: Whoever writes the draft in this window.
  /// - Returns: What the day's list says of it now.
  /// - Throws: `alreadySigned` with another text, `inUse` while another window writes the draft,
  ///   `untrusted`, `locked`, `disk`.
  @discardableResult
  package func sign(
    _ note: ProgressNote,
    in data: inout ProgramData,
    writer: DraftWriter? = nil
  ) throws(StorageError) -> NoteEntry {
    try check(note)
    let draft = try lockDraft(.note(note.id), heldBy: writer)
    defer { withExtendedLifetime(draft) {} }
    let place = RecordPlace.note(note.id, of: note.clientID)
    let signing = Signing(content: .note(note), place: place, signature: note.signature)
    let entry = try write(signing, listed: note.service.date)
    audit([signing.auditEvent])
    try removeJournal(of: note)
    data.notes[note.id] = entry
    data.drafts[.note(note.id)] = nil
    return entry
  }

  /// Adds what happened to a signed note; one that was signed again gives up its draft.
  ///
  /// - Parameters:
  ///   - event: As `ProgramData.event` makes it.
  ///   - data: Takes the note's entry.
  ///   - writer: Whoever writes the draft of a returned note in this window.
  /// - Returns: What the day's list says of the note now.
  /// - Throws: `changedByOthers` when something else happened to the note since, `notLoaded` where
  ///   there is no such note, `inUse`, `untrusted`, `locked`, `disk`.
  @discardableResult
  package func add(
    _ event: NoteEvent,
    in data: inout ProgramData,
    writer: DraftWriter? = nil
  ) throws(StorageError) -> NoteEntry {
    let first = try note(event.noteID, of: event.clientID).note
    var draft: FileLock?
    if case .signedAgain(let note) = event.kind {
      try check(note)
      guard note.id == event.noteID, note.clientID == event.clientID else {
        throw .badIdentifier(note.id.rawValue)
      }
      draft = try lockDraft(.note(note.id), heldBy: writer)
    }
    defer { withExtendedLifetime(draft) {} }
    let place = RecordPlace.noteEvent(event.number, of: event.noteID, client: event.clientID)
    let signing = Signing(content: .event(event), place: place, signature: event.signature)
    let entry = try write(signing, listed: first.service.date)
    audit([signing.auditEvent])
    if case .signedAgain(let note) = event.kind {
      try removeJournal(of: note)
      data.drafts[.note(note.id)] = nil
    }
    data.notes[entry.id] = entry
    return entry
  }

  private func check(_ note: ProgressNote) throws(StorageError) {
    guard StoredID.isValid(note.id.rawValue, .note),
      StoredID.isValid(note.clientID.rawValue, .client),
      StoredID.isValid(note.signature.by.rawValue, .staff)
    else { throw .badIdentifier(note.id.rawValue) }
  }

  private func removeJournal(of note: ProgressNote) throws(StorageError) {
    guard let folder = try root.descend(Layout.draftFolder(note.signature.by)) else { return }
    let name = Layout.journal(.note(note.id))
    guard folder.facts(of: name) != nil else { return }
    try folder.remove(name)
    try folder.sync()
  }
}

/// Something that is about to be signed.
struct Signing {
  let content: LinkContent
  let place: RecordPlace
  let signature: Signature
}
