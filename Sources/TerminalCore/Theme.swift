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
  /// The theme in use before any file is read: the terminal's colours, attributes alone.
  package static let plain = Theme(name: "Plain", borders: .line) { role, _ in
    switch role {
    case .text, .border, .field, .status, .hintText, .clock: Style()
    case .dim, .markExcused, .fieldLabel: Style(attributes: .dim)
    case .selected, .question: Style(attributes: .reverse)
    case .selectedUnfocused, .match, .oddCharacter: Style(attributes: .underline)
    case .error, .markAbsent: Style(attributes: [.bold, .reverse])
    default: Style(attributes: .bold)
    }
  }

  /// The theme a description stands for, and what is wrong with it.
  package static func make(
    _ description: ThemeDescription
  ) -> (theme: Theme, problems: [ThemeProblem]) {
    (plain, [])
  }
}
