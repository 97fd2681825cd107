package import Domain
import PropertyList

extension DataFolder {
  /// The texts that somebody hasn't signed yet, by document; and what can't be read of them.
  ///
  /// A damaged journal gives what it still holds. Reads without a lock: another window may be
  /// writing.
  package func readDrafts(of staff: StaffID) -> (drafts: [StoredDraft], problems: [RecordProblem]) {
    var problems: [RecordProblem] = []
    let path = Layout.draftFolder(staff)
    guard let folder = openFolder(path, problems: &problems) else { return ([], problems) }
    let drafts = journals(in: folder, problems: &problems).compactMap { document in
      readDraft(document, in: folder, problems: &problems)
    }
    return (drafts, problems)
  }

  /// One text that somebody hasn't signed yet; nil where there is none, or it can't be read.
  package func draft(_ document: NoteDocument, of staff: StaffID) -> StoredDraft? {
    var problems: [RecordProblem] = []
    guard let folder = openFolder(Layout.draftFolder(staff), problems: &problems) else {
      return nil
    }
    return readDraft(document, in: folder, problems: &problems)
  }

  /// The documents that have a journal in a folder; what else is there is a problem.
  func journals(in folder: Folder, problems: inout [RecordProblem]) -> [NoteDocument] {
    recordNames(in: folder, problems: &problems) {
      Layout.document(ofJournal: $0) != nil || $0.hasSuffix(Journal.asideSuffix)
    }
    .compactMap(Layout.document(ofJournal:))
  }

  func readDraft(
    _ document: NoteDocument,
    in folder: Folder,
    problems: inout [RecordProblem]
  ) -> StoredDraft? {
    let name = Layout.journal(document)
    do throws(FileFault) {
      guard let found = try journal(document, in: folder) else { return nil }
      return found.stored
    } catch {
      problems.append(error.problem(ofJournal: folder.pathOf(name)))
      return nil
    }
  }

  /// Opens a draft for writing, and makes its journal where there is none.
  ///
  /// What a damaged journal held is kept beside the new one, byte by byte; what couldn't be joined
  /// becomes versions.
  ///
  /// - Parameters:
  ///   - fresh: What the journal begins with where there is none yet; names document and author.
  ///   - now: When.
  /// - Returns: The writer; `stored` is the text it goes on from.
  /// - Throws: `inUse` when somebody else is writing it, `untrusted`, `disk`.
  package func openDraft(_ fresh: NoteDraft, at now: Instant) throws(StorageError) -> DraftWriter {
    try openDraft(fresh, by: fresh.authorID, at: now)
  }

  func openDraft(
    _ fresh: NoteDraft,
    by staff: StaffID?,
    at now: Instant
  ) throws(StorageError) -> DraftWriter {
    guard StoredID.isValid(fresh.authorID.rawValue, .staff),
      NoteDocument(stored: fresh.document.rawValue) == fresh.document
    else { throw .badIdentifier(fresh.document.rawValue) }
    let folder = try root.madeFolders(Layout.draftFolder(fresh.authorID), isSynced: true)
    let lock = try lockDraft(fresh.document)
    let name = Layout.journal(fresh.document)
    var found: FoundJournal?
    do throws(FileFault) { found = try journal(fresh.document, in: folder) } catch {
      throw .untrusted(error.problem(ofJournal: folder.pathOf(name)))
    }
    var stored = found?.stored
    if found?.stored.isDamaged != false {
      if let found {
        try folder.replace(try asideName(of: fresh.document, in: folder), with: found.bytes)
      }
      let start =
        stored
        ?? StoredDraft(
          draft: fresh,
          versions: [],
          lastWriteAt: now,
          wasLeft: true,
          aside: [],
          isDamaged: false
        )
      let bytes = try Self.journal(start, path: folder.pathOf(name))
      let file = try SealedJournal.file(
        bytes,
        of: fresh.document,
        path: folder.pathOf(name),
        under: root.seal
      )
      let reading = JournalReading(bytes, of: fresh.document)
      let length = DraftLength(
        start.draft,
        of: fresh.authorID,
        bytes: bytes.count,
        last: reading.last
      )
      tell(length, found == nil ? "begun" : DraftLength.trial, by: staff, at: now)
      try folder.replace(name, with: file)
      if found != nil { tell(length, "mended", by: staff, at: now) }
      stored = start
      stored?.versions = reading.versions
      found = FoundJournal(
        bytes: file,
        length: bytes.count,
        stored: start,
        last: reading.last,
        end: reading.last
      )
    }
    guard let stored, let found else { throw .notLoaded }
    let file = try AppendedFile.open(name, in: folder, length: found.bytes.count)
    let sealed = SealedJournal(fresh.document, path: folder.pathOf(name), under: root.seal)
    let writer = DraftWriter(stored, file: file, last: found.last, lock: lock, sealed: sealed)
    writer.count(found.length, of: fresh.authorID, in: self)
    return writer
  }

  /// Takes a draft's journal away, once its text is in a signed note or isn't wanted any more.
  ///
  /// - Parameters:
  ///   - document: Which.
  ///   - author: Whose it is.
  ///   - writer: Whoever writes it in this window; its lock is held.
  /// - Throws: `inUse` while another window writes it, `disk`.
  package func removeDraft(
    _ document: NoteDocument,
    of author: StaffID,
    writer: DraftWriter? = nil
  ) throws(StorageError) {
    try takeAway(document, of: author, writer) { folder throws(StorageError) in
      try folder.remove(Layout.journal(document))
    }
  }

  /// Puts a draft aside that was begun by mistake: no longer a draft, and still in the folder.
  ///
  /// - Throws: `inUse` while another window writes it, `disk`.
  package func putAside(
    _ document: NoteDocument,
    of author: StaffID,
    writer: DraftWriter? = nil
  ) throws(StorageError) {
    try takeAway(document, of: author, writer) { folder throws(StorageError) in
      try folder.rename(Layout.journal(document), to: try asideName(of: document, in: folder))
    }
  }

  /// Does something under a draft's lock after which its journal is no longer in its place.
  private func takeAway(
    _ document: NoteDocument,
    of author: StaffID,
    _ writer: DraftWriter?,
    _ step: (Folder) throws(StorageError) -> Void
  ) throws(StorageError) {
    guard let folder = try root.descend(Layout.draftFolder(author)),
      folder.facts(of: Layout.journal(document)) != nil
    else { return }
    let lock = try lockDraft(document, heldBy: writer)
    defer { withExtendedLifetime(lock) {} }
    try step(folder)
    try folder.sync()
  }

  /// Makes what was last put aside a draft again.
  ///
  /// - Parameters:
  ///   - document: Which.
  ///   - author: Whose it is.
  ///   - now: When.
  /// - Returns: False where nothing lies aside, or a draft was begun again meanwhile.
  /// - Throws: `inUse`, `disk`.
  package func bringBack(
    _ document: NoteDocument,
    of author: StaffID,
    at now: Instant
  ) throws(StorageError) -> Bool {
    guard let folder = try root.descend(Layout.draftFolder(author)),
      folder.facts(of: Layout.journal(document)) == nil
    else { return false }
    let lock = try lockDraft(document)
    defer { withExtendedLifetime(lock) {} }
    guard let last = try asideNames(of: document, in: folder).last else { return false }
    do throws(FileFault) {
      if let found = try journal(document, in: folder, named: last) {
        let length = DraftLength(
          found.stored.draft,
          of: author,
          bytes: found.length,
          last: found.end
        )
        tell(length, "brought back", by: author, at: now)
      }
    } catch {
      // What gives no text is told of once it is in its place.
    }
    try folder.rename(last, to: Layout.journal(document))
    try folder.sync()
    return true
  }

  /// Whether nobody writes a draft now.
  package func isFree(_ document: NoteDocument) -> Bool {
    do throws(StorageError) {
      let lock = try lockDraft(document)
      withExtendedLifetime(lock) {}
      return true
    } catch {
      return false
    }
  }

  /// The lock of a draft, taken unless a writer of this window has it.
  func lockDraft(
    _ document: NoteDocument,
    heldBy writer: DraftWriter? = nil
  ) throws(StorageError) -> FileLock {
    if let writer, writer.document == document { return writer.lock }
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    do throws(StorageError) {
      return try FileLock.take(Layout.draftLock(document), in: locks, patience: 0)
    } catch .locked(let path) {
      throw .inUse(path)
    }
  }

  /// A name beside a draft's journal that isn't taken.
  private func asideName(
    of document: NoteDocument,
    in folder: Folder
  ) throws(StorageError) -> String {
    Layout.aside(document, try asideNames(of: document, in: folder).count + 1)
  }

  /// What lies beside a draft's journal, oldest first.
  func asideNames(
    of document: NoteDocument,
    in folder: Folder
  ) throws(StorageError) -> [String] {
    let names = Set(try folder.names())
    var found: [String] = []
    while names.contains(Layout.aside(document, found.count + 1)) {
      found.append(Layout.aside(document, found.count + 1))
    }
    return found
  }

  /// What a journal holds, in its place or under another name; nil where there is no such file.
  private func journal(
    _ document: NoteDocument,
    in folder: Folder,
    named name: String? = nil
  ) throws(FileFault) -> FoundJournal? {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try folder.read(name ?? Layout.journal(document), limit: Journal.sizeLimit)
    } catch .missing {
      return nil
    }
    let path = folder.pathOf(Layout.journal(document))
    let sealed = SealedJournal(document, path: path, under: root.seal)
    let plain = try sealed?.plain(bytes) ?? bytes
    let reading = JournalReading(plain, of: document)
    guard let draft = reading.draft else {
      if let version = Journal.version(bytes), version > 1 {
        throw .newer(found: version, known: 1)
      }
      throw bytes.isEmpty ? .empty : .badContent("no whole text is left in it")
    }
    guard draft.document == document else { throw .otherID(draft.document.rawValue) }
    let stored = StoredDraft(
      draft: draft,
      versions: reading.versions,
      lastWriteAt: reading.lastWriteAt,
      wasLeft: reading.wasLeft,
      aside: reading.aside,
      isDamaged: reading.isDamaged
    )
    return FoundJournal(
      bytes: bytes,
      length: plain.count,
      stored: stored,
      last: reading.last,
      end: reading.isDamaged ? Journal.end(of: plain, upTo: plain.count) : reading.last
    )
  }

  /// The bytes of a sound journal that holds a draft with its versions, what stood aside among them.
  static func journal(_ stored: StoredDraft, path: String) throws(StorageError) -> [UInt8] {
    do throws(PropertyListError) {
      var pen = JournalPen()
      try pen.add(stored.draft, at: stored.lastWriteAt)
      var number = 0
      for version in stored.versions {
        number = max(number, version.number)
        try pen.add(version)
      }
      for version in stored.aside {
        number += 1
        try pen.add(DraftVersion(number: number, at: version.at, draft: version.draft))
      }
      if number > 0 { try pen.add(stored.draft, at: stored.lastWriteAt) }
      if stored.wasLeft { pen.add(.left, at: stored.lastWriteAt) }
      return Journal.preamble(stored.draft.document) + pen.bytes
    } catch {
      throw .unwritable(path, reason: error.message)
    }
  }
}

private struct FoundJournal {
  /// As they lie on disk.
  var bytes: [UInt8]
  /// Of the plain form.
  var length: Int
  var stored: StoredDraft
  var last: JournalSum
  /// The last record that follows from the beginning.
  var end: JournalSum
}

extension FileFault {
  /// What the screen says about a journal that gives no text.
  func problem(ofJournal path: String) -> RecordProblem {
    RecordProblem(
      record: path,
      kind: word.rawValue,
      what: "The draft \(path) can't be opened: \(reason). It was not written over.",
      doThis: "Keep the file: what was typed may be in it. Bring it back from a backup."
    )
  }
}

extension Layout {
  static let drafts = "drafts"

  static func draftFolder(_ staff: StaffID) -> String { drafts + "/" + staff.rawValue }

  static func journal(_ document: NoteDocument) -> String { document.rawValue + Journal.suffix }

  /// A journal that is no draft any more, or was damaged; numbered from 1.
  static func aside(_ document: NoteDocument, _ number: Int) -> String {
    "\(document.rawValue).\(number)\(Journal.asideSuffix)"
  }

  /// The lock that is held for as long as a draft is open for writing.
  ///
  /// Not that of the session itself, whose marks are saved meanwhile.
  static func draftLock(_ document: NoteDocument) -> String { document.rawValue + ".draft" }

  static func document(ofJournal name: String) -> NoteDocument? {
    guard name.hasSuffix(Journal.suffix) else { return nil }
    return NoteDocument(stored: String(name.dropLast(Journal.suffix.count)))
  }
}
