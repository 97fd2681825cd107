import Domain

/// What happened to a signed note, in words and for scripts.
struct NotesEventWords {
  /// One word for scripts.
  let stored: String
  let title: String
  private(set) var text: String?
  private(set) var reason: String?

  init(_ kind: NoteEventKind) {
    switch kind {
    case .cosigned:
      (stored, title) = ("cosigned", "Co-signed")
    case .returned(let comment):
      (stored, title) = ("returned", "Returned")
      text = comment
    case .signedAgain:
      (stored, title) = ("signed_again", "Signed again")
    case .addendum(let added, let why):
      (stored, title) = ("addendum", "Addendum")
      text = added
      if why.hasWords { reason = why }
    case .correction(let added, let why):
      (stored, title) = ("correction", "Correction")
      text = added
      reason = why
    case .enteredInError(let why):
      (stored, title) = ("entered_in_error", "Entered in error")
      reason = why
    }
  }
}
