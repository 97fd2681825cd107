/// A note that isn't signed yet, as its journal holds it.
package struct NoteDraft: Hashable, Sendable {
  package var document: NoteDocument
  package var kind: NoteKind
  /// Nil for the text a group shares.
  package var clientID: ClientID?
  package var service: NoteService
  /// The template's id.
  package var format: String
  /// Who writes it, and signs it.
  package var authorID: StaffID
  package var startedAt: Instant
  /// Set for a note without a service only.
  package var dueAt: Instant?
  /// From when to when it was, for a note whose service isn't on the schedule; nil where it has a
  /// service of the schedule, or none at all.
  package var span: Interval?
  package var content: NoteContent

  package init(
    document: NoteDocument,
    kind: NoteKind,
    clientID: ClientID?,
    service: NoteService,
    format: String,
    authorID: StaffID,
    startedAt: Instant,
    dueAt: Instant? = nil,
    span: Interval? = nil,
    content: NoteContent = NoteContent()
  ) {
    self.document = document
    self.kind = kind
    self.clientID = clientID
    self.service = service
    self.format = format
    self.authorID = authorID
    self.startedAt = startedAt
    self.dueAt = dueAt
    self.span = span
    self.content = content
  }
}

extension NoteDraft {
  /// The text of a signed note to be written on, once it was returned.
  package init(of note: ProgressNote) {
    var content = NoteContent(of: note.sections)
    content.objectives = note.objectives
    var span: Interval?
    if case .none = note.service, let start = note.start, let end = note.end {
      span = Interval(start: start, end: end)
    }
    self.init(
      document: .note(note.id),
      kind: note.kind,
      clientID: note.clientID,
      service: note.service,
      format: note.format,
      authorID: note.signature.by,
      startedAt: note.startedAt,
      span: span,
      content: content
    )
  }
}

extension NoteContent {
  /// What sections of a signed note were made of.
  init(of sections: [NoteSection]) {
    self.init()
    for section in sections {
      if section.codes.isEmpty {
        setText(section.text, of: section.key)
      } else {
        choices[section.key] = section.codes
      }
    }
  }
}

/// What one journal holds the text of.
package enum NoteDocument: Hashable, Sendable {
  case note(NoteID)
  /// The text that all notes of a group's meeting share.
  case shared(SessionID)
  /// Words that are added to a signed note.
  case supplement(NoteID, NoteSupplement)

  /// The identifier that names its files.
  package var rawValue: String {
    switch self {
    case .note(let id): id.rawValue
    case .shared(let id): id.rawValue
    case .supplement(let id, let supplement): id.rawValue + "-" + supplement.rawValue
    }
  }
}

/// One step of writing, small enough to be put on disk for each key.
package enum DraftStep: Hashable, Sendable {
  /// Replaces so many bytes of UTF-8 in a part's text.
  case edit(part: String, offset: Int, removed: Int, inserted: String)
  case choice(part: String, [String])
  case objectives([ObjectiveLink])
  case format(String)
  /// When it was, for a note without a service of the schedule.
  case occurrence(CalendarDate, Interval?)
}

extension NoteDraft {
  /// Does a step; false where it doesn't fit the text, which is then left as it was.
  package mutating func apply(_ step: DraftStep) -> Bool {
    switch step {
    case .edit(let part, let offset, let removed, let inserted):
      var bytes = Array(content.text(part).utf8)
      guard offset >= 0, removed >= 0, offset <= bytes.count, removed <= bytes.count - offset
      else { return false }
      bytes.replaceSubrange(offset..<(offset + removed), with: inserted.utf8)
      guard let text = String(validating: bytes, as: UTF8.self) else { return false }
      content.setText(text, of: part)
    case .choice(let part, let codes):
      content.choices[part] = codes.isEmpty ? nil : codes
    case .objectives(let links):
      content.objectives = links
    case .format(let id):
      format = id
    case .occurrence(let date, let span):
      guard case .none = service else { return false }
      service = .none(date)
      self.span = span
    }
    return true
  }
}
