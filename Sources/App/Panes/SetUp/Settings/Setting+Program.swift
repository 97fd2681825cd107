// Data table.
import Domain

extension Setting {
  static let program: [Setting] = [
    Setting(
      "programName",
      "Name of the program",
      "agency",
      .name(\.programName, RuleSet.longestProgramName),
      "Stands on the Day screen and on what is printed; earlier days keep the name of their time."
    ),
    Setting(
      "timeZone",
      "Time zone",
      "system",
      .fixed,
      "It stays: every stored day and time was read by it. A program of another zone is made anew."
    ),
  ]
}

extension AppState {
  /// A value as the screen says it; of what the rules leave to the program itself, what that has.
  func said(_ words: String, of setting: Setting) -> String {
    switch setting.value {
    case .name where words == SettingValue.asMade: data.program.name
    case .fixed: data.program.zone.identifier
    case .name, .number, .orOff, .truth, .hardness, .weekday, .word, .list, .ownWords, .line:
      setting.value.said(words)
    }
  }
}
