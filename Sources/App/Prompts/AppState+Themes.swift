package import TerminalCore

/// The theme picker: what is chosen shows at once, Esc puts everything back.
extension AppState {
  mutating func openThemes() {
    let place = themes.firstIndex { $0.name == themeName } ?? 0
    prompt = .theme(
      ThemePrompt(cursor: place, before: themeName, depth: colorDepth, borders: borders)
    )
  }

  mutating func handle(_ key: Key, in theme: ThemePrompt) -> [Effect] {
    var theme = theme
    switch key {
    case .escape, Key("q"):
      themeName = theme.before
      colorDepth = theme.depthBefore
      borders = theme.bordersBefore
      prompt = nil
      return []
    case .enter:
      guard themes.indices.contains(theme.cursor), themes[theme.cursor].theme != nil else {
        say("That theme can't be used; choose another.", .warning)
        return []
      }
      prompt = nil
      say("Theme: \(themeName).")
      return [.remember(theme: themeName, counselor: staffID)]
    case .up, Key("k"): theme.cursor = max(0, theme.cursor - 1)
    case .down, Key("j"): theme.cursor = max(0, min(themes.count - 1, theme.cursor + 1))
    case .home: theme.cursor = 0
    case .end: theme.cursor = max(0, themes.count - 1)
    case Key("1"): colorDepth = nil
    case Key("2"): colorDepth = .colors16
    case Key("3"): colorDepth = .colors8
    case Key("4"): colorDepth = .mono
    case Key("b"): borders = nextBorders
    default:
      sayAboutKey(
        "Up and Down try a theme, 1 to 4 the colours, b the borders; Esc goes back.",
        .warning
      )
      return []
    }
    if themes.indices.contains(theme.cursor), themes[theme.cursor].theme != nil {
      themeName = themes[theme.cursor].name
    }
    prompt = .theme(theme)
    return []
  }

  /// The borders on the screen: those tried, else the theme's.
  package var shownBorders: Theme.Borders {
    borders ?? themes.first { $0.name == themeName }?.theme?.borders ?? .line
  }

  private var nextBorders: Theme.Borders {
    let all = Theme.Borders.allCases
    let place = all.firstIndex(of: shownBorders) ?? 0
    return all[(place + 1) % all.count]
  }
}
