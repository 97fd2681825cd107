/// What a cell means; the theme turns it into colours and attributes.
package enum Role: UInt8, CaseIterable, Sendable {
  case text
  case dim
  case title
  case titleFocus
  case border
  case borderFocus
  case selected
  case selectedUnfocused
  case hintKey
  case hintText
  case status
  case question
  case error
  case warning
  case ok
  case field
  case fieldLabel
  case fieldRequired
  case cursorLine
  case match
  case clock
  case markPresent
  case markLate
  case markAbsent
  case markExcused
  case oddCharacter
  case misspelled

  /// The role's name in theme files.
  package var name: String {
    switch self {
    case .text: "text"
    case .dim: "dim"
    case .title: "title"
    case .titleFocus: "title.focus"
    case .border: "border"
    case .borderFocus: "border.focus"
    case .selected: "selected"
    case .selectedUnfocused: "selected.unfocused"
    case .hintKey: "hint.key"
    case .hintText: "hint.text"
    case .status: "status"
    case .question: "question"
    case .error: "error"
    case .warning: "warning"
    case .ok: "ok"
    case .field: "field"
    case .fieldLabel: "field.label"
    case .fieldRequired: "field.required"
    case .cursorLine: "cursor.line"
    case .match: "match"
    case .clock: "clock"
    case .markPresent: "mark.present"
    case .markLate: "mark.late"
    case .markAbsent: "mark.absent"
    case .markExcused: "mark.excused"
    case .oddCharacter: "odd.character"
    case .misspelled: "misspelled"
    }
  }

  package init?(name: String) {
    guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }

  /// The role whose style fills what a theme file leaves out; nil only for `text`.
  package var parent: Role? {
    switch self {
    case .text: nil
    case .dim, .title, .border, .selected, .hintKey, .status, .question, .error, .warning, .ok,
      .field, .cursorLine, .match, .clock:
      .text
    case .titleFocus: .title
    case .borderFocus: .border
    case .selectedUnfocused: .selected
    case .hintText, .fieldLabel, .markExcused: .dim
    case .fieldRequired, .markLate: .warning
    case .markPresent: .ok
    case .markAbsent: .error
    case .oddCharacter, .misspelled: .warning
    }
  }

  /// One letter for each role, so that a screen's roles can be compared as text.
  package var letter: Unicode.Scalar {
    switch self {
    case .text: "."
    case .dim: "d"
    case .title: "t"
    case .titleFocus: "T"
    case .border: "b"
    case .borderFocus: "B"
    case .selected: "S"
    case .selectedUnfocused: "s"
    case .hintKey: "K"
    case .hintText: "k"
    case .status: "i"
    case .question: "Q"
    case .error: "E"
    case .warning: "W"
    case .ok: "O"
    case .field: "f"
    case .fieldLabel: "l"
    case .fieldRequired: "R"
    case .cursorLine: "c"
    case .match: "m"
    case .clock: "C"
    case .markPresent: "P"
    case .markLate: "L"
    case .markAbsent: "A"
    case .markExcused: "X"
    case .oddCharacter: "?"
    case .misspelled: "u"
    }
  }
}
