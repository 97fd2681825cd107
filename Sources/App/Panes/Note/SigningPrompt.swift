package import Domain

/// What a signature is asked for, shown as it will be stored.
package struct SigningPrompt: Equatable, Sendable {
  package var matter: SigningMatter
  package var scroll: Int
  /// The answer with the focus; it starts on "Not yet".
  package var focus: SigningAnswer
  /// Whether a key that looks at it must come before the one that signs: in a run no PIN comes between,
  /// and a held `s` would sign what nobody read.
  package var wantsLook: Bool

  package init(_ matter: SigningMatter, wantsLook: Bool) {
    self.matter = matter
    self.wantsLook = wantsLook
    scroll = 0
    focus = .notYet
  }

  package var answers: [SigningAnswer] {
    matter.isCosignature ? [.notYet, .sign, .giveBack] : [.notYet, .sign]
  }
}

package enum SigningMatter: Equatable, Sendable {
  case note(ProgressNote, SigningCase)
  /// Something about a note that is signed already.
  case event(NoteEvent, on: NoteRecord)

  package var clientID: ClientID {
    switch self {
    case .note(let note, _): note.clientID
    case .event(let event, _): event.clientID
    }
  }

  package var isCosignature: Bool {
    guard case .event(let event, _) = self else { return false }
    return event.kind == .cosigned
  }

  /// What is done, for the title of the box.
  package var word: String {
    switch self {
    case .note: "Sign"
    case .event(let event, _):
      switch event.kind {
      case .cosigned: "Co-sign"
      case .returned: "Return to the author"
      case .signedAgain: "Sign again"
      case .addendum: "Sign the addendum"
      case .correction: "Sign the correction"
      case .enteredInError: "Entered in error"
      }
    }
  }
}

package enum SigningAnswer: Equatable, Sendable {
  case notYet, sign
  /// Back to the author, with a comment.
  case giveBack
}

/// Notes that are signed one after the other, each shown before it is confirmed.
package struct SigningRun: Equatable, Sendable {
  /// What comes after the one that is shown.
  package var waiting: [NoteOpening]
  /// Whose are signed so far.
  package var signed: [ClientID] = []

  package init(waiting: [NoteOpening]) { self.waiting = waiting }
}
