/// What may happen to a signed note, and who may do it.
extension ProgramData {
  /// The next event of a note, if the rules allow it.
  ///
  /// - Throws: `RuleViolation.wrongState`, `.notPermitted`, `.needsWords` with the way on.
  /// - Source: `domain.md` 4.12, 4.13; BR-33, BR-35.
  package func event(
    _ kind: NoteEventKind,
    on record: NoteRecord,
    by staffID: StaffID,
    at now: Instant
  ) throws(RuleViolation) -> NoteEvent {
    guard let person = staff[staffID] else { throw .notLoaded }
    if let refusal = refusalToWriteNotes(by: staffID) { throw refusal }
    let author = record.current.signature.by
    switch kind {
    case .cosigned, .returned:
      guard record.status == .awaitingCosign else {
        throw .wrongState("Only a note that waits for a co-signature is co-signed or returned.")
      }
      guard author != staffID else { throw .wrongState("Nobody co-signs an own note.") }
      guard staff[author]?.supervisorID == staffID || person.isSupervisor else {
        throw .wrongState("Only the author's supervisor co-signs.")
      }
      if case .returned(let comment) = kind, !comment.hasWords {
        throw .needsWords("Say what is to be changed; nothing was returned.")
      }
    case .signedAgain(let note):
      guard record.status == .returned else {
        throw .wrongState("This note is \(record.status.word).")
      }
      guard note.signature.by == author, staffID == author, note.id == record.note.id else {
        throw .wrongState("Only its author signs it again.")
      }
    case .correction(_, let reason) where !reason.hasWords:
      throw .needsWords("Say why it is corrected; nothing was added.")
    case .addendum(let text, _), .correction(let text, _):
      guard record.status.isLocked, record.status != .enteredInError else {
        throw .wrongState("This note is \(record.status.word): change its text itself.")
      }
      guard text.hasWords else { throw .needsWords("Nothing was written, nothing was added.") }
    case .enteredInError(let reason):
      guard record.status.isLocked, record.status != .enteredInError else {
        throw .wrongState("This note is \(record.status.word).")
      }
      guard author == staffID || person.isSupervisor else { throw .onlyLeadOrSupervisor }
      guard reason.hasWords else { throw .needsWords("Say why it was an error.") }
    }
    return NoteEvent(
      noteID: record.note.id,
      clientID: record.note.clientID,
      number: record.events.count + 1,
      kind: kind,
      signature: Signature(person, at: now)
    )
  }
}
