extension Theme {
  /// The theme a description stands for, and what is wrong with it.
  ///
  /// What a role leaves out comes from its parent. A theme with a problem of severity `error`
  /// shouldn't be put into use; its faulty values are as if they weren't there.
  package static func make(
    _ description: ThemeDescription
  ) -> (theme: Theme, problems: [ThemeProblem]) {
    let theme = Theme(description)
    return (theme, descriptionProblems(description) + theme.problems)
  }

  /// The theme a description stands for, whatever is wrong with it.
  package init(_ description: ThemeDescription) {
    let isColored = description.isColored
    let said = Role.allCases.map { SaidOfRole(description.roles[$0.name]) }
    self.init(
      name: description.name,
      borders: Borders(rawValue: description.borders) ?? .line
    ) { role, depth in
      Theme.style(of: role, at: depth, said, isColored: isColored)
    }
  }

  private static func style(
    of role: Role,
    at depth: ColorDepth,
    _ said: [SaidOfRole],
    isColored: Bool
  ) -> Style {
    let attributes = nearest(of: role, in: said) { $0.attributes } ?? []
    if depth == .mono {
      // Roles told apart by colour alone get the plain theme's attributes as well.
      let extra = isColored ? plain.style(role, at: .mono).attributes : []
      return Style(attributes: attributes.union(extra))
    }
    var foreground = nearest(of: role, in: said) { $0.foregrounds[depth.rawValue] }?.color
    let background = nearest(of: role, in: said) { $0.backgrounds[depth.rawValue] }?.color
    if let back = background, back == foreground {
      // Two colours of a finer palette fell together: whichever of black and white is readable.
      let isDark = Palette.contrast(Palette.rgb(back), Palette.RGB(255, 255, 255)) > 4.5
      foreground = ThemeColor(index: isDark ? 7 : 0)
    }
    return Style(foreground: foreground, background: background, attributes: attributes)
  }

  /// What is said of a role, else of its nearest ancestor of which anything is.
  private static func nearest<Saying>(
    of role: Role,
    in said: [SaidOfRole],
    _ saying: (SaidOfRole) -> Saying?
  ) -> Saying? {
    var next: Role? = role
    while let role = next {
      if let found = saying(said[Int(role.rawValue)]) { return found }
      next = role.parent
    }
    return nil
  }
}

/// What a description says of one role itself, in the palette's numbers.
private struct SaidOfRole {
  struct Color {
    /// Nil is the terminal's own.
    var color: ThemeColor?
  }

  /// By depth; nil where nothing readable is said.
  let foregrounds: [Color?]
  let backgrounds: [Color?]
  let attributes: Style.Attributes?

  init(_ description: RoleDescription?) {
    foregrounds = SaidOfRole.colors(description?.foregrounds)
    backgrounds = SaidOfRole.colors(description?.backgrounds)
    attributes = description?.attributes.map { text in
      text.split(separator: " ").reduce(into: []) { attributes, word in
        attributes.formUnion(Style.Attributes(name: String(word)) ?? [])
      }
    }
  }

  private static func colors(_ variants: RoleDescription.Variants?) -> [Color?] {
    ColorDepth.allCases.map { depth in
      variants?.text(at: depth).flatMap { ColorName($0) }.map { Color(color: $0.color(at: depth)) }
    }
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
