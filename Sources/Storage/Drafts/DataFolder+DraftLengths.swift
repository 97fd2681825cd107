import Domain

/// How long drafts are, as the audit log is told: an older copy is shorter.
///
/// Counted are the bytes of the plain journal, which a renewal of the keys leaves as they are.
extension DataFolder {
  /// - Returns: Nil where there is no such journal, or it can't be read, which is told elsewhere.
  func plainLength(ofJournalAt place: JournalPlace) -> Int? {
    do {
      guard let folder = try root.descend(place.folder) else { return nil }
      guard let sealed = SealedJournal(place.document, path: place.path, under: root.seal) else {
        guard let facts = folder.facts(of: place.name), facts.type == .plain else { return nil }
        return facts.size
      }
      return try sealed.plain(try folder.read(place.name, limit: Journal.sizeLimit)).count
    } catch {
      return nil
    }
  }

  /// Adds to the audit log how long a journal is.
  ///
  /// One that gets shorter is told before it is written, any other behind that: whoever is killed
  /// between the two leaves no line of a longer one than there is.
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

  init(_ draft: NoteDraft, of author: StaffID, bytes: Int) {
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
  }
}
