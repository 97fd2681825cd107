package import Domain

/// A note as it will be stored, and the question whether to sign it.
package struct SigningPrompt: Equatable, Sendable {
  package var preview: ProgressNote
  package var signing: SigningCase
  package var scroll: Int
  /// Whether "Sign" has the focus; it starts on "Not yet".
  package var isOnSign: Bool

  package init(preview: ProgressNote, signing: SigningCase) {
    self.preview = preview
    self.signing = signing
    scroll = 0
    isOnSign = false
  }
}

/// Notes that are signed one after the other, each shown before it is confirmed.
package struct SigningRun: Equatable, Sendable {
  /// What comes after the one that is shown.
  package var waiting: [NoteOpening]
  package var signed: Int

  package init(waiting: [NoteOpening]) {
    self.waiting = waiting
    signed = 0
  }
}
