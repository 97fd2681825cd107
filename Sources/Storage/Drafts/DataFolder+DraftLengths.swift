import Domain

/// How long drafts are, as the audit log is told, and which record is their last: an older copy is
/// shorter, another one ends otherwise.
///
/// Counted are the bytes of the plain journal, which a renewal of the keys leaves as they are.
extension DataFolder {
  /// A journal in its plain form.
  ///
  /// - Returns: Nil where there is no such journal, or it can't be read, which is told elsewhere.
  func plainJournal(at place: JournalPlace) -> [UInt8]? {
    do {
      guard let folder = try root.descend(place.folder) else { return nil }
      let bytes = try folder.read(place.name, limit: Journal.sizeLimit)
      return try SealedJournal(place.document, path: place.path, under: root.seal)?.plain(bytes)
        ?? bytes
    } catch {
      return nil
    }
  }

  /// Adds to the audit log how long a journal is.
  ///
  /// What takes the place of another is told before it is written, as a trial, and behind that: whoever
  /// is killed between leaves a line of each that may lie there. What is made where none was is told
  /// before, what goes on behind.
  func tell(_ length: DraftLength, _ word: String, by staff: StaffID?, at now: Instant) {
    audit([AuditEvent(length, word, by: staff, at: now)])
  }
}

/// How long a journal is.
struct DraftLength {
  let place: JournalPlace
  /// Whom the text is about; nil for what a group shares.
  let client: ClientID?
  /// Of the plain form.
  let bytes: Int
  /// The last record that is whole.
  let last: JournalSum

  /// The word of what is told before it takes the place of another.
  static let trial = "to be mended"

  init(_ draft: NoteDraft, of author: StaffID, bytes: Int, last: JournalSum) {
    self.last = last
    place = JournalPlace(draft.document, of: author)
    client = draft.clientID
    self.bytes = bytes
  }
}

extension AuditEvent {
  /// - Parameters:
  ///   - length: Of what is written.
  ///   - word: What was done: "left".
  ///   - staff: Who did it.
  ///   - now: When.
  fileprivate init(_ length: DraftLength, _ word: String, by staff: StaffID?, at now: Instant) {
    self.init(
      at: now,
      by: staff,
      action: .known(.update),
      entity: .other(kind: AuditEntity.draft, id: length.place.told),
      clientID: length.client,
      detail: length.client == nil ? word : "draft \(word)"
    )
    revision = length.bytes
    mark = length.last.mark
  }
}
