/// A signed note.
///
/// It never changes: what follows is kept beside it as `NoteEvent`s.
///
/// - Source: `domain.md` 4.12; BR-33.
package struct ProgressNote: Hashable, Sendable {
  package let id: NoteID
  package var kind: NoteKind
  package var clientID: ClientID
  package var episodeID: EpisodeID?
  package var service: NoteService
  /// The template's id and title when it was signed.
  package var format: String
  package var formatTitle: String
  /// Of the service; nil without one.
  package var start: Instant?
  package var end: Instant?
  /// The credited minutes when it was signed; nil without a service.
  package var minutes: Int?
  package var location: String?
  package var modality: Coded<Modality>?
  /// The group's text as it stood when this was signed; empty without a group.
  package var shared: [NoteSection]
  package var sections: [NoteSection]
  package var objectives: [ObjectiveLink]
  /// Why it was written past its time, where it was.
  package var lateReason: String?
  /// How alike it is to the nearest other text, 0 to 100, where that was asked about.
  package var similarity: Int?
  package var startedAt: Instant
  package var signature: Signature
  /// Whether the author's signature alone doesn't do (BR-35), as it stood at the signing.
  package var needsCosign: Bool

  package init(
    id: NoteID,
    kind: NoteKind,
    clientID: ClientID,
    service: NoteService,
    format: String,
    formatTitle: String,
    sections: [NoteSection],
    startedAt: Instant,
    signature: Signature,
    needsCosign: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.clientID = clientID
    self.service = service
    self.format = format
    self.formatTitle = formatTitle
    shared = []
    self.sections = sections
    objectives = []
    self.startedAt = startedAt
    self.signature = signature
    self.needsCosign = needsCosign
  }
}

/// One part of a signed note, as it is shown.
package struct NoteSection: Hashable, Sendable {
  package var key: String
  package var title: String
  /// The text, or the chosen options in words.
  package var text: String
  /// The chosen options' stored words; empty for a text.
  package var codes: [String]

  package init(key: String, title: String, text: String, codes: [String] = []) {
    self.key = key
    self.title = title
    self.text = text
    self.codes = codes
  }
}

/// Who signed, as they were called then, and when.
package struct Signature: Hashable, Sendable {
  package var by: StaffID
  package var name: String
  package var credentials: String
  package var at: Instant

  package init(by: StaffID, name: String, credentials: String, at: Instant) {
    self.by = by
    self.name = name
    self.credentials = credentials
    self.at = at
  }

  package init(_ staff: Staff, at: Instant) {
    self.init(by: staff.id, name: staff.name, credentials: staff.credentials, at: at)
  }
}

/// What happened to a note after it was signed; each is a file of its own.
package struct NoteEvent: Hashable, Sendable {
  package var noteID: NoteID
  package var clientID: ClientID
  /// 1 for the first after the signing.
  package var number: Int
  package var kind: NoteEventKind
  package var signature: Signature

  package init(
    noteID: NoteID,
    clientID: ClientID,
    number: Int,
    kind: NoteEventKind,
    signature: Signature
  ) {
    self.noteID = noteID
    self.clientID = clientID
    self.number = number
    self.kind = kind
    self.signature = signature
  }
}

package enum NoteEventKind: Hashable, Sendable {
  case cosigned
  /// A supervisor's comment; the author's signature is void from here on.
  case returned(comment: String)
  /// Signed anew after it was returned.
  case signedAgain(ProgressNote)
  case addendum(text: String, reason: String)
  case correction(text: String, reason: String)
  case enteredInError(reason: String)
}

/// A note with everything that happened to it.
package struct NoteRecord: Hashable, Sendable {
  package var note: ProgressNote
  /// By number.
  package var events: [NoteEvent]

  package init(note: ProgressNote, events: [NoteEvent] = []) {
    self.note = note
    self.events = events
  }

  /// The text that stands: the one signed last.
  package var current: ProgressNote {
    for event in events.reversed() {
      if case .signedAgain(let note) = event.kind { return note }
    }
    return note
  }

  package var status: NoteStatus {
    var status: NoteStatus = note.needsCosign ? .awaitingCosign : .signed
    for event in events {
      switch event.kind {
      case .cosigned: status = .cosigned
      case .returned: status = .returned
      case .signedAgain(let note): status = note.needsCosign ? .awaitingCosign : .signed
      case .addendum, .correction: break
      case .enteredInError: status = .enteredInError
      }
    }
    return status
  }

  /// The comment it was returned with last, while it is returned.
  package var returnComment: String? {
    guard status == .returned else { return nil }
    for event in events.reversed() {
      if case .returned(let comment) = event.kind { return comment }
    }
    return nil
  }
}
