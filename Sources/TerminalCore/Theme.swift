/// How every role looks, at every depth of colour.
package struct Theme: Equatable, Sendable {
  package var name: String
  package var borders: Borders
  /// One style per depth and role, at `depth.rawValue * roles + role.rawValue`.
  private var styles: [Style]

  /// What borders are drawn with.
  package enum Borders: String, CaseIterable, Sendable {
    case line
    case ascii
    case none
  }

  /// A theme of one style per role and depth.
  package init(name: String, borders: Borders, style: (Role, ColorDepth) -> Style) {
    self.name = name
    self.borders = borders
    styles = ColorDepth.allCases.flatMap { depth in Role.allCases.map { style($0, depth) } }
  }

  package func style(_ role: Role, at depth: ColorDepth) -> Style {
    styles[depth.rawValue * Role.allCases.count + Int(role.rawValue)]
  }
}

extension Theme {
  /// The theme in use before any file is read, and what a terminal without colours shows.
  package static let plain = Theme(name: "Plain", borders: .line) { role, _ in
    switch role {
    case .text, .border, .status, .hintText, .fieldLabel, .clock, .ok, .markPresent: Style()
    case .dim, .markExcused: Style(attributes: .dim)
    case .title, .borderFocus, .hintKey, .warning, .fieldRequired, .markLate:
      Style(attributes: .bold)
    case .titleFocus, .markAbsent, .match: Style(attributes: [.bold, .underline])
    case .selected, .oddCharacter: Style(attributes: .reverse)
    case .question, .error, .misspelled: Style(attributes: [.bold, .reverse])
    case .selectedUnfocused, .field, .cursorLine: Style(attributes: .underline)
    }
  }
}
