package import Domain

/// What is to be read so that a note can be shown.
package struct NoteOpening: Equatable, Sendable {
  package var document: NoteDocument
  /// Nil for the text a group shares.
  package var clientID: ClientID?
  /// The meeting whose shared text belongs above it.
  package var sessionID: SessionID?
  /// The draft to begin with where nothing is written yet; nil where there must be something.
  package var fresh: NoteDraft?
  package var authorID: StaffID
  /// What is to be done once it is open.
  package var then: NoteOpeningStep

  package init(
    document: NoteDocument,
    clientID: ClientID?,
    sessionID: SessionID?,
    fresh: NoteDraft?,
    authorID: StaffID,
    then: NoteOpeningStep = .write
  ) {
    self.document = document
    self.clientID = clientID
    self.sessionID = sessionID
    self.fresh = fresh
    self.authorID = authorID
    self.then = then
  }

  /// Opens what a draft holds.
  init(of draft: NoteDraft, sessionID: SessionID?, then: NoteOpeningStep = .write) {
    self.init(
      document: draft.document,
      clientID: draft.clientID,
      sessionID: sessionID,
      fresh: draft,
      authorID: draft.authorID,
      then: then
    )
  }
}

package indirect enum NoteOpeningStep: Equatable, Sendable {
  case write
  /// Show it as it would be stored, and ask for the signature.
  case sign
  /// It was open when the program last ended without saying so.
  case recover
  /// Mend what speaks against signing another text, and go back to that.
  case mend(NoteMending)
}

/// What is to be mended in the shared text before a client's own part can be signed.
package struct NoteMending: Equatable, Sendable {
  package var place: FindingPlace
  /// What is wrong, in words.
  package var words: String
  /// The own part whose signing led here.
  package var back: NoteOpening
}

/// A note as it was found.
package struct OpenedNote: Equatable, Sendable {
  package var opening: NoteOpening
  package var access: NoteAccess
  package var draft: NoteDraft
  package var record: NoteRecord?
  package var shared: NoteDraft?
  /// The client's last other notes, oldest first.
  package var history: [NoteRecord]
  /// What is signed of the others who were at the same meeting, by client.
  package var peers: [ClientID: String]
  package var versions: [NoteVersion]
  package var savedAt: Instant?
  package var templates: NoteTemplates

  package init(
    opening: NoteOpening,
    access: NoteAccess,
    draft: NoteDraft,
    record: NoteRecord? = nil,
    shared: NoteDraft? = nil,
    history: [NoteRecord] = [],
    peers: [ClientID: String] = [:],
    versions: [NoteVersion] = [],
    savedAt: Instant? = nil,
    templates: NoteTemplates
  ) {
    self.opening = opening
    self.access = access
    self.draft = draft
    self.record = record
    self.shared = shared
    self.history = history
    self.peers = peers
    self.versions = versions
    self.savedAt = savedAt
    self.templates = templates
  }
}
