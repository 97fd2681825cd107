/// What can be done in a text.
package enum TextCommand: Equatable, Sendable {
  /// Typed, in the place of what is selected.
  case insert(String)
  case newline
  /// From outside, as one step.
  case paste(String)
  case pasteClip
  case deleteLeft
  case deleteRight
  case deleteWordLeft
  case deleteWordRight
  case deleteAll
  case move(TextMotion)
  /// Moves and selects what it passes.
  case extend(TextMotion)
  /// Begins a selection that moving extends, or ends its extending.
  case mark
  case selectAll
  case cut
  case copy
  case undo
  case redo
  /// Asks the screen around for what to find.
  case askFind
  /// From the start of the selection on, and around.
  case find(String)
  case findNext
}

/// Where to go in a text; rows are those seen.
package enum TextMotion: Equatable, Sendable, CaseIterable {
  case left, right, up, down
  case wordLeft, wordRight
  case rowStart, rowEnd
  case pageUp, pageDown
  case textStart, textEnd
}

/// What a command came to.
package struct TextOutcome: Equatable, Sendable {
  /// What changed in the text, for the draft's journal, in order.
  package var edits: [TextEdit] = []
  package var notice: TextNotice?
}

/// Why a command did less than asked, or what the screen around is asked for.
package enum TextNotice: Equatable, Sendable {
  /// There is no more text in that direction.
  case edge(TextMotion)
  case asksFind
  case nothingToUndo
  case nothingToRedo
  case nothingSelected
  case nothingToPaste
  case notFound(String)
  /// Found only by going on from the start.
  case foundFromStart
  case nothingSought
  case readOnly

  /// What to say; nil where nothing need be said.
  package var words: String? {
    switch self {
    case .edge, .asksFind: nil
    case .nothingToUndo: "There is nothing to undo in this text."
    case .nothingToRedo: "There is nothing to redo in this text."
    case .nothingSelected: "Nothing is selected. Ctrl-K begins a selection; the arrows extend it."
    case .nothingToPaste: "There is nothing to paste yet. Ctrl-C copies what is selected."
    case .notFound(let words): "“\(words)” isn't in this text."
    case .foundFromStart: "Found from the start of the text on."
    case .nothingSought: "Nothing was looked for yet. Ctrl-F finds."
    case .readOnly: "This text can only be read. Nothing was changed."
    }
  }
}
