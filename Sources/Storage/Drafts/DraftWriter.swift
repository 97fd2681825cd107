package import Domain
import PropertyList

/// Writes one draft's journal, for as long as the text is open.
///
/// Nobody else can write it meanwhile; the lock dies with the writer, or with its process.
package final class DraftWriter {
  package let document: NoteDocument
  /// What the journal held when it was opened.
  package let stored: StoredDraft
  let lock: FileLock
  private let file: AppendedFile
  /// Nil in a plain program.
  private let sealed: SealedJournal?
  private var text: DraftText
  private var last: JournalSum
  /// Oldest first; those kept by this writer too.
  package private(set) var versions: [DraftVersion]
  private var stepsSinceWhole = 0
  private var isLeft = false
  /// Bytes of the plain journal.
  private var length = 0
  /// Whose it is, and where the audit log is told of it.
  private var place: (author: StaffID, folder: DataFolder)?

  init(
    _ stored: StoredDraft,
    file: AppendedFile,
    last: JournalSum,
    lock: FileLock,
    sealed: SealedJournal?
  ) {
    self.sealed = sealed
    document = stored.draft.document
    self.stored = stored
    self.file = file
    self.last = last
    self.lock = lock
    text = DraftText(stored.draft)
    versions = stored.versions
    isLeft = stored.wasLeft
  }

  /// Begins to count the journal's bytes, so that the audit log can be told of them.
  func count(_ length: Int, of author: StaffID, in folder: DataFolder) {
    self.length = length
    place = (author, folder)
  }

  /// So many steps are replayed at most, in a text of usual length.
  private static let stepsToReplay = 200
  /// From this size on whole texts are no longer repeated in it.
  private static let sizeToSpare = 16 * 1_048_576

  /// The draft with every step that is on disk.
  package var draft: NoteDraft { text.whole }

  /// Brings steps to disk: all of them, or on an error none, and the same can be tried again.
  ///
  /// - Throws: `unwritable` for a step that doesn't fit the text; then the whole text is to be
  ///   written. `changedUnderneath`, `disk`.
  package func append(_ steps: [DraftStep], at now: Instant) throws(StorageError) {
    guard !steps.isEmpty else { return }
    var next = text
    var pen = JournalPen(after: last)
    for step in steps {
      guard next.apply(step) else {
        throw .unwritable(file.path, reason: "an edit doesn't fit the text it was made in")
      }
      pen.add(.step, at: now, body: step.journalBody)
    }
    var count = stepsSinceWhole + steps.count
    let isLong = count >= max(Self.stepsToReplay, next.size / 400)
    if isLong, file.length < Self.sizeToSpare, let body = Self.body(next.whole) {
      pen.add(.whole, at: now, body: body)
      count = 0
    }
    try write(pen)
    text = next
    stepsSinceWhole = count
  }

  /// Brings a whole text to disk, as the text from here on.
  ///
  /// - Parameters:
  ///   - draft: Of the same document.
  ///   - now: When.
  ///   - asVersion: Whether it gets a number, to come back to.
  /// - Throws: `badIdentifier` for another document's, `unwritable` for one too large,
  ///   `changedUnderneath`, `disk`.
  package func whole(_ draft: NoteDraft, at now: Instant, asVersion: Bool) throws(StorageError) {
    guard draft.document == document else { throw .badIdentifier(draft.document.rawValue) }
    var pen = JournalPen(after: last)
    do throws(PropertyListError) {
      if asVersion {
        try pen.add(DraftVersion(number: nextVersion, at: now, draft: draft))
      } else {
        try pen.add(draft, at: now)
      }
    } catch {
      throw .unwritable(file.path, reason: error.message)
    }
    try write(pen)
    text = DraftText(draft)
    stepsSinceWhole = 0
    if asVersion { versions.append(DraftVersion(number: nextVersion, at: now, draft: draft)) }
  }

  /// Keeps another text of the draft as a version; the text that the journal holds stays.
  ///
  /// The other text is the last version then.
  ///
  /// - Throws: `badIdentifier`, `unwritable`, `changedUnderneath`, `disk`.
  package func keepBoth(_ other: NoteDraft, at now: Instant) throws(StorageError) {
    guard other.document == document else { throw .badIdentifier(other.document.rawValue) }
    let own = text.whole
    let kept = [
      DraftVersion(number: nextVersion, at: now, draft: own),
      DraftVersion(number: nextVersion + 1, at: now, draft: other),
    ]
    var pen = JournalPen(after: last)
    do throws(PropertyListError) {
      // Each of the three is a whole text: cut off anywhere, none replaces the other.
      for version in kept { try pen.add(version) }
      try pen.add(own, at: now)
    } catch {
      throw .unwritable(file.path, reason: error.message)
    }
    try write(pen)
    stepsSinceWhole = 0
    versions += kept
  }

  private var nextVersion: Int { (versions.last?.number ?? 0) + 1 }

  /// Says that the text is left in good order; writing may go on all the same.
  package func leave(at now: Instant) throws(StorageError) {
    guard !isLeft else { return }
    var pen = JournalPen(after: last)
    pen.add(.left, at: now)
    try write(pen)
    isLeft = true
    tell("left", at: now)
  }

  /// Tells the audit log how much is written, so that an older copy is noticed; the text is open.
  package func tellOpen(at now: Instant) { tell("open", at: now) }

  private func tell(_ word: String, at now: Instant) {
    guard let place else { return }
    let length = DraftLength(stored.draft, of: place.author, bytes: length, last: last)
    place.folder.tell(length, word, by: place.author, at: now)
  }

  private func write(_ pen: JournalPen) throws(StorageError) {
    guard let bytes = sealed.map({ $0.pieces(pen.bytes) }) ?? pen.bytes else {
      throw .unwritable(file.path, reason: "it can't be sealed")
    }
    // One that is larger could be written and never be read again.
    guard file.length + bytes.count <= Journal.sizeLimit else {
      throw .unwritable(file.path, reason: "the journal of this text is full")
    }
    try file.append(bytes)
    length += pen.bytes.count
    last = pen.last
    isLeft = false
  }

  /// Nil for a text too large for one record, which the steps alone can hold.
  private static func body(_ draft: NoteDraft) -> [UInt8]? {
    do throws(PropertyListError) { return try Journal.body(draft) } catch { return nil }
  }
}
