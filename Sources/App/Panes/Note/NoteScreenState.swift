package import Domain

/// The note screen: one note, being written, read only, or locked.
package struct NoteScreenState: Equatable, Sendable {
  package var document: NoteDocument
  package var access: NoteAccess
  /// What was asked for when it was opened.
  var opening: NoteOpening
  /// The draft without the texts that are being typed; `current` has those too.
  package var draft: NoteDraft
  package var template: NoteTemplate
  /// The text parts that have been shown, by key.
  package var fields: [String: TextField]
  /// The focused part.
  package var part: Int
  /// The focused option or objective of a part that is chosen from.
  package var option: Int
  /// The first line shown of a note that is read.
  package var scroll: Int
  /// Typed, and not on disk yet.
  package var pending: [DraftStep]
  package var savedAt: Instant?
  /// Why the disk doesn't have it.
  package var problem: String?
  /// The group's shared text, above a client's own part.
  package var shared: NoteDraft?
  /// The note as it was signed, once it was.
  package var record: NoteRecord?
  /// The client's last other notes, oldest first.
  package var history: [NoteRecord]
  /// What is signed of the others who were at the same meeting, by client.
  var peers: [ClientID: String]
  /// Oldest first.
  package var versions: [NoteVersion]
  package var side: NoteSide
  /// Finds other clients' names; made when the note was opened.
  var names: NameGuard?
  /// Where they were when the text was last put on disk, by part.
  package var nameMarks: [String: [TextMark]]
  /// Nil until it is first looked at.
  package var spelling: NoteSpelling?
  /// What was last looked for.
  package var sought: String
  /// The line of a note that is read in which it was found.
  package var found: Int?
  package var comesFrom: ScreenID
  /// Whether a list only had it shown to be signed: not yet leads back there.
  var isOnlyToSign = false

  package init(
    opening: NoteOpening,
    access: NoteAccess,
    draft: NoteDraft,
    template: NoteTemplate,
    comesFrom: ScreenID
  ) {
    self.opening = opening
    document = opening.document
    self.access = access
    self.draft = draft
    self.template = template
    self.comesFrom = comesFrom
    fields = [:]
    part = 0
    option = 0
    scroll = 0
    pending = []
    history = []
    peers = [:]
    versions = []
    side = .lastNote
    nameMarks = [:]
    sought = ""
  }

  package var clientID: ClientID? { draft.clientID }

  /// The note that is looked at; nil for the text that a group shares.
  package var noteID: NoteID? {
    switch document {
    case .note(let id), .supplement(let id, _): id
    case .shared: nil
    }
  }

  /// What is to be mended here so that another text can be signed; nil where nothing is.
  package var mending: NoteMending? {
    guard case .mend(let mending) = opening.then else { return nil }
    return mending
  }

  /// The signed note that words are added to; nil where none are.
  package var base: NoteRecord? {
    guard case .supplement(let id, _) = document else { return nil }
    return history.first { $0.note.id == id }
  }

  /// The draft with everything that was typed.
  package var current: NoteDraft {
    var draft = draft
    for (key, field) in fields { draft.content.setText(field.text, of: key) }
    return draft
  }

  package var focusedPart: NotePart? {
    template.parts.indices.contains(part) ? template.parts[part] : nil
  }

  /// Whether keys type into a text now.
  package var isTyping: Bool {
    guard access == .writing, let focusedPart, case .text = focusedPart.form else { return false }
    return true
  }

  /// Whether a part holds anything, without putting its text together.
  package func isEmpty(_ part: NotePart) -> Bool {
    switch part.form {
    case .text:
      if let field = fields[part.key] {
        return !field.buffer.paragraphs.contains(where: \.hasWords)
      }
      return !draft.content.text(part.key).hasWords
    case .choice: return (draft.content.choices[part.key] ?? []).isEmpty
    case .objectives: return draft.content.objectives.isEmpty
    }
  }
}

/// What may be done with an open note.
package enum NoteAccess: Equatable, Sendable {
  case writing
  /// Why it can only be read; a draft of someone else, or open in another window.
  case reading(String)
  /// It is signed.
  case locked
}

/// An earlier text of a draft.
package struct NoteVersion: Equatable, Sendable {
  package var number: Int
  package var at: Instant
  package var draft: NoteDraft
  /// Whether it is a piece that couldn't be joined to the draft.
  package var isAside: Bool

  package init(number: Int, at: Instant, draft: NoteDraft, isAside: Bool = false) {
    self.number = number
    self.at = at
    self.draft = draft
    self.isAside = isAside
  }
}

/// What is shown beside a note (F6).
package enum NoteSide: Hashable, Sendable, CaseIterable {
  case lastNote, today, plan, versions, off
}
