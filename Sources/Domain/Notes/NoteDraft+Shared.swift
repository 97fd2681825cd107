/// The text that a group shares, before and after it is frozen into the notes of who attended.
extension NoteDraft {
  /// The text as a signed note of the meeting holds it; nil for a note of anything else.
  package init?(sharedIn note: ProgressNote, authorID: StaffID) {
    guard let session = note.service.sessionID, !note.shared.isEmpty else { return nil }
    self.init(
      document: .shared(session),
      kind: .group,
      clientID: nil,
      service: note.service,
      format: NoteTemplates.sharedID,
      authorID: authorID,
      startedAt: note.startedAt,
      content: NoteContent(of: note.shared)
    )
  }

  /// Whether a signed note holds all that this text says.
  package func isFrozen(in note: ProgressNote, templates: NoteTemplates) -> Bool {
    templates.template(for: self).sections(of: content) == note.shared
  }
}

extension ProgramData {
  /// Whether everyone who attended a meeting has their own signed note of it.
  package func isEveryNoteSigned(of session: GroupSession) -> Bool {
    let attended = session.rows.filter(\.status.isAttended)
    return !attended.isEmpty
      && attended.allSatisfy { row in
        let id = NoteID.note(of: row.clientID, service: session.id.rawValue)
        return notes[id]?.status.isLocked ?? false
      }
  }

  /// The signed note of a meeting that was signed last; nil before the first.
  package func lastSigned(of session: SessionID) -> NoteEntry? {
    notes.values
      .filter { $0.service.sessionID == session && $0.status != .enteredInError }
      .max { ($0.signedAt, $0.id) < ($1.signedAt, $1.id) }
  }
}
