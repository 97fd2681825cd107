import TerminalCore

/// The screens that can be asked for by name, each with the keys that lead to it.
enum NamedScreen: String, CaseIterable {
  case day, groups, individual, attendance, week, help, palette, find, date, reasons, explain
  case walkin = "walk-in"
  case messages, theme, firstrun, blanked
  case toosmall = "too-small"

  /// From the Day screen at 10:52 as the demo's counselor sees it.
  private var keys: String {
    switch self {
    case .day, .groups, .firstrun, .toosmall: ""
    case .individual: "<Tab>"
    case .attendance: "<Enter>"
    case .week: "g w"
    case .help: "<F1>"
    case .palette: "<F2>"
    case .find: "<Enter> /"
    case .date: "g ."
    case .reasons: "<Enter> x"
    case .explain: "<Enter> !"
    case .walkin: "<Enter> a"
    case .messages: "<Enter> n <F2> <Type:messages> <Enter>"
    case .theme: "<F2> <Type:theme> <Enter>"
    case .blanked: "<C-l>"
    }
  }

  func staged(_ size: Size) throws(ToolError) -> Stage {
    let size = self == .toosmall ? Size(columns: 50, rows: 12) : size
    var stage = try Stage(size: size)
    if self == .firstrun { stage.showFirstRun() }
    try stage.press(keys)
    return stage
  }
}
