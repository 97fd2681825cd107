extension Theme {
  /// The theme a description stands for, and what is wrong with it.
  ///
  /// What a role leaves out comes from its parent. A theme with a problem of severity `error`
  /// shouldn't be put into use; its faulty values are as if they weren't there.
  package static func make(
    _ description: ThemeDescription
  ) -> (theme: Theme, problems: [ThemeProblem]) {
    var problems = descriptionProblems(description)
    let theme = Theme(
      name: description.name,
      borders: Borders(rawValue: description.borders) ?? .line
    ) { role, depth in
      style(of: role, at: depth, in: description)
    }
    problems += theme.problems
    return (theme, problems)
  }

  private static func style(
    of role: Role,
    at depth: ColorDepth,
    in description: ThemeDescription
  ) -> Style {
    let attributes = attributes(of: role, in: description)
    if depth == .mono {
      // Roles told apart by colour alone get the plain theme's attributes as well.
      let extra = description.isColored ? plain.style(role, at: .mono).attributes : []
      return Style(attributes: attributes.union(extra))
    }
    var foreground = color(of: role, at: depth, in: description, of: \.foregrounds)
    let background = color(of: role, at: depth, in: description, of: \.backgrounds)
    if let back = background, back == foreground {
      // Two colours of a finer palette fell together: whichever of black and white is readable.
      let isDark = Palette.contrast(Palette.rgb(back), Palette.RGB(255, 255, 255)) > 4.5
      foreground = ThemeColor(index: isDark ? 7 : 0)
    }
    return Style(foreground: foreground, background: background, attributes: attributes)
  }

  /// The colour of the nearest ancestor that has a readable one; nil for the terminal's own.
  private static func color(
    of role: Role,
    at depth: ColorDepth,
    in description: ThemeDescription,
    of variants: (RoleDescription) -> RoleDescription.Variants
  ) -> ThemeColor? {
    var next: Role? = role
    while let role = next {
      if let described = description.roles[role.name],
        let name = variants(described).text(at: depth).flatMap({ ColorName($0) })
      {
        return name.color(at: depth)
      }
      next = role.parent
    }
    return nil
  }

  private static func attributes(
    of role: Role,
    in description: ThemeDescription
  ) -> Style.Attributes {
    var next: Role? = role
    while let role = next {
      if let text = description.roles[role.name]?.attributes {
        return text.split(separator: " ").reduce(into: []) { attributes, word in
          attributes.formUnion(Style.Attributes(name: String(word)) ?? [])
        }
      }
      next = role.parent
    }
    return []
  }
}

extension ThemeDescription {
  /// Whether any role has a colour.
  var isColored: Bool {
    roles.values.contains { description in
      (description.foregrounds.all + description.backgrounds.all).contains { $0 != nil }
    }
  }
}

extension RoleDescription {
  /// One colour as given for each depth.
  struct Variants {
    var all: [String?]

    /// The text that counts at a depth: its own, else that of the next finer one.
    func text(at depth: ColorDepth) -> String? {
      switch depth {
      case .mono: nil
      case .colors256: all[0]
      case .colors16: all[1] ?? all[0]
      case .colors8: all[2] ?? all[1] ?? all[0]
      }
    }
  }

  var foregrounds: Variants { Variants(all: [foreground, foreground16, foreground8]) }
  var backgrounds: Variants { Variants(all: [background, background16, background8]) }
}

extension Style.Attributes {
  /// The attribute of that name; `plain` is none.
  init?(name: String) {
    switch name {
    case "bold": self = .bold
    case "dim": self = .dim
    case "underline": self = .underline
    case "reverse": self = .reverse
    case "italic": self = .italic
    case "plain": self = []
    default: return nil
    }
  }
}
