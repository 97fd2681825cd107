/// Words that are added to a signed note, while they are written.
///
/// The raw values are stored words, for ever: they end the names of journals.
///
/// - Source: `domain.md` 4.13; BR-33, BR-35.
package enum NoteSupplement: String, Hashable, Sendable, CaseIterable {
  case addendum, correction, returned
  case error = "entered_in_error"

  package var word: String {
    switch self {
    case .addendum: "Addendum"
    case .correction: "Correction"
    case .returned: "Return"
    case .error: "Entered in error"
    }
  }

  private static let textKey = "text"
  private static let reasonKey = "reason"

  /// What it is written in; everything in it is required.
  package var template: NoteTemplate {
    let parts =
      switch self {
      case .addendum: [(Self.textKey, "What is added")]
      case .correction:
        [
          (Self.textKey, "What was wrong, and what is right"),
          (Self.reasonKey, "Why it is corrected"),
        ]
      case .returned: [(Self.textKey, "What is to be changed")]
      case .error: [(Self.reasonKey, "Why it is an error")]
      }
    return NoteTemplate(
      id: rawValue,
      title: word,
      parts: parts.map { NotePart(key: $0, title: $1, isRequired: true) }
    )
  }

  /// What is signed once the words stand.
  package func event(of content: NoteContent) -> NoteEventKind {
    let text = content.text(Self.textKey)
    let reason = content.text(Self.reasonKey)
    return switch self {
    case .addendum: .addendum(text: text, reason: "")
    case .correction: .correction(text: text, reason: reason)
    case .returned: .returned(comment: text)
    case .error: .enteredInError(reason: reason)
    }
  }

  /// Whether the words of a draft are among what was added to a note already.
  package func isAdded(_ draft: NoteDraft, to record: NoteRecord) -> Bool {
    let kind = event(of: draft.content)
    return record.events.contains { $0.kind == kind && $0.signature.by == draft.authorID }
  }
}

extension NoteDraft {
  /// Words about a signed note, none of them written yet.
  package init(
    _ supplement: NoteSupplement,
    to record: NoteRecord,
    by staffID: StaffID,
    at now: Instant
  ) {
    self.init(
      document: .supplement(record.note.id, supplement),
      kind: record.note.kind,
      clientID: record.note.clientID,
      service: record.note.service,
      format: supplement.rawValue,
      authorID: staffID,
      startedAt: now
    )
  }
}

extension ProgramData {
  /// Whether somebody may write such words about a note.
  ///
  /// - Throws: What `event` throws once the words stand.
  package func allow(
    _ supplement: NoteSupplement,
    on record: NoteRecord,
    by staffID: StaffID,
    at now: Instant
  ) throws(RuleViolation) {
    var content = NoteContent()
    for part in supplement.template.parts { content.setText("words", of: part.key) }
    _ = try event(supplement.event(of: content), on: record, by: staffID, at: now)
  }
}
