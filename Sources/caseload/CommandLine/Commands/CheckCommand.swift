import ArgumentParser
import Domain
import Storage

struct CheckCommand: ProgramCommand {
  static let form = "caseload check [--json]"

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads every file and says what isn't as it should be.",
    discussion: """
      Changes nothing, and may run beside the program. Status 0 only when all is well.

      Examples:
        caseload check
        caseload --data DIR check --json
      """
  )

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    throw CommandError(.notThere, "check isn't there yet.")
  }
}
