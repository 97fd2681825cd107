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
  /// Words about a signed note that were begun and aren't signed; nil for other drafts, and where
  /// nothing is written yet.
  ///
  /// Due as a note whose service ended when they were begun; never a late entry.
  func dueSupplement(_ draft: NoteDraft) -> DueNote? {
    guard case .supplement(let id, let supplement) = draft.document, !draft.content.isBlank,
      let client = draft.clientID
    else { return nil }
    var clock = noteClock(of: draft.kind, endedAt: draft.startedAt, on: draft.service.date)
    clock.lateAt = .latest
    let missing = supplement.template.missing(in: draft.content, hasObjectives: false)
    let session = draft.service.sessionID.flatMap { sessions[$0] }
    return DueNote(
      id: id,
      supplement: supplement,
      clientID: client,
      kind: draft.kind,
      service: draft.service,
      title: "\(supplement.word) to \(session.map { title(of: $0) } ?? draft.kind.word)",
      endedAt: nil,
      authorID: draft.authorID,
      waitsFor: draft.authorID,
      clock: clock,
      status: missing.isEmpty ? .ready : .draft,
      isBegun: true,
      missing: missing
    )
  }

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
