import ArgumentParser
import Themes

struct ThemesCommand: ProgramCommand {
  static let form = "caseload themes"

  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "The names that --theme takes."
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try Output.write(BundledThemes.all.map { $0.name + "\n" }.joined())
    return .well
  }
}
