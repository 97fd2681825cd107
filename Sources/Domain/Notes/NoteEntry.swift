/// What a day's list of notes says about one signed note, so that nobody has to read them all.
///
/// Made from the notes and never believed over them.
package struct NoteEntry: Hashable, Sendable {
  package var id: NoteID
  package var clientID: ClientID
  package var service: NoteService
  package var kind: NoteKind
  package var authorID: StaffID
  package var status: NoteStatus
  package var signedAt: Instant
  /// The supervisor's words, while it is returned.
  package var comment: String?

  package init(_ record: NoteRecord) {
    let note = record.current
    id = note.id
    clientID = note.clientID
    service = note.service
    kind = note.kind
    authorID = note.signature.by
    status = record.status
    signedAt = note.signature.at
    comment = record.returnComment
  }

  package init(
    id: NoteID,
    clientID: ClientID,
    service: NoteService,
    kind: NoteKind,
    authorID: StaffID,
    status: NoteStatus,
    signedAt: Instant,
    comment: String? = nil
  ) {
    self.id = id
    self.clientID = clientID
    self.service = service
    self.kind = kind
    self.authorID = authorID
    self.status = status
    self.signedAt = signedAt
    self.comment = comment
  }
}
