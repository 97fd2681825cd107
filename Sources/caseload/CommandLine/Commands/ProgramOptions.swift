import ArgumentParser
import Domain

/// The options of the program itself, taken before and after a subcommand.
struct ProgramOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The data folder; else CASELOAD_DATA or ~/.local/share/caseload.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var data: String?

  @Flag(help: "The pretend program; with --data it is kept there, else gone afterwards.")
  var demo = false

  @Option(
    help: ArgumentHelp(
      "The time on the program's clock, standing still; else CASELOAD_NOW.",
      valueName: "yyyy-mm-ddThh:mm"
    )
  )
  var now: String?

  @Option(help: ArgumentHelp("Who sits at the keyboard, as TB.", valueName: "code"))
  var counselor: String?

  @Option(help: ArgumentHelp("The colours, as caseload themes lists them.", valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Writes what the screen does to a file, without names.",
      valueName: "file"
    ),
    completion: .file()
  )
  var log: String?

  @Option(
    help: ArgumentHelp(
      "Writes the keys that are pressed to a file, for DevTool replay.",
      valueName: "file"
    ),
    completion: .file()
  )
  var record: String?

  @Flag(help: "Takes the passphrase from the first line of standard input.")
  var passphraseStdin = false

  /// A name that no theme has is wrong also where no colour is shown.
  @MainActor func checkTheme() throws(CommandError) {
    if let theme { _ = try FoundThemes.named(theme) }
  }

  /// What was chosen, by options first and variables second.
  @MainActor func choice() throws(CommandError) -> StartChoice {
    if let data, data.isEmpty {
      throw .use("--data needs a folder.", form: "caseload --data DIR")
    }
    var choice = try StartChoice.byVariables(isDemo: demo, now: now)
    choice.dataPath = data ?? choice.dataPath
    choice.counselorCode = counselor
    choice.themeName = theme
    try checkTheme()
    choice.logPath = log
    choice.recordPath = record
    if passphraseStdin { choice.secrets = .standardInput }
    return choice
  }
}
