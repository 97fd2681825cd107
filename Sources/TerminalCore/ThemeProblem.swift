/// Something a person should know about a theme file.
package struct ThemeProblem: Equatable, Sendable {
  package var severity: Severity
  /// The role it is about, as the file names it; nil for the file as a whole.
  package var role: String?
  /// A sentence.
  package var message: String

  /// Whether the theme can be used all the same.
  package enum Severity: Sendable {
    case warning
    case error
  }
}

extension Theme {
  /// The least contrast that isn't worth a warning: that of WCAG 2, level AA.
  package static let leastContrast = 4.5

  /// The contrast of a role's two colours; nil where the terminal decides one of them.
  package func contrast(_ role: Role, at depth: ColorDepth) -> Double? {
    let style = style(role, at: depth)
    guard let foreground = style.foreground, let background = style.background,
      Palette.isKnown(foreground), Palette.isKnown(background)
    else { return nil }
    return Palette.contrast(Palette.rgb(foreground), Palette.rgb(background))
  }

  /// What is wrong with the finished theme: faint roles, and roles that look like text.
  package var problems: [ThemeProblem] {
    var problems: [ThemeProblem] = []
    for role in Role.allCases {
      guard let contrast = contrast(role, at: .colors256), contrast < Self.leastContrast else {
        continue
      }
      let tenths = Int(contrast * 10)
      problems.append(
        ThemeProblem(
          severity: .warning,
          role: role.name,
          message: "role “\(role.name)” has a contrast of \(tenths / 10).\(tenths % 10), "
            + "less than 4.5"
        )
      )
    }
    for role in [Role.selected, .question, .error] {
      for depth in ColorDepth.allCases where style(role, at: depth) == style(.text, at: depth) {
        problems.append(
          ThemeProblem(
            severity: .error,
            role: role.name,
            message: "role “\(role.name)” looks like “text” \(depth.spoken)"
          )
        )
        break
      }
    }
    return problems
  }

  /// What is wrong with a description's words.
  static func descriptionProblems(_ description: ThemeDescription) -> [ThemeProblem] {
    var problems: [ThemeProblem] = []
    if Borders(rawValue: description.borders) == nil {
      let message = "borders can be line, ascii or none, not “\(description.borders)”"
      problems.append(ThemeProblem(severity: .error, role: nil, message: message))
    }
    for (name, role) in description.roles.sorted(by: { $0.key < $1.key }) {
      if Role(name: name) == nil {
        let message = "there is no role “\(name)”"
        problems.append(ThemeProblem(severity: .warning, role: name, message: message))
        continue
      }
      for color in (role.foregrounds.all + role.backgrounds.all).compactMap(\.self)
      where ColorName(color) == nil {
        let message = "role “\(name)” has no such colour “\(color)”"
        problems.append(ThemeProblem(severity: .error, role: name, message: message))
      }
      for word in (role.attributes ?? "").split(separator: " ")
      where Style.Attributes(name: String(word)) == nil {
        let message = "role “\(name)” has no such attribute “\(word)”"
        problems.append(ThemeProblem(severity: .error, role: name, message: message))
      }
    }
    return problems
  }
}

extension ColorDepth {
  /// The depth as the theme picker says it.
  package var spoken: String {
    switch self {
    case .mono: "without colours"
    case .colors8: "in 8 colours"
    case .colors16: "in 16 colours"
    case .colors256: "in 256 colours"
    }
  }
}
