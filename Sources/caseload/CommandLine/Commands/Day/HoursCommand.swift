import ArgumentParser
import Domain
import Storage

struct HoursCommand: ProgramCommand {
  static let form = "caseload hours --week-of 2026-03-09"

  static let configuration = CommandConfiguration(
    commandName: "hours",
    abstract: "Every client's minutes in a week against the week's minimum.",
    discussion: """
      One client a line: code, planned, credited, possible, projected, slack, state. Slack \
      is what is projected over the minimum, "-" where there is none.

      Examples:
        caseload hours
        caseload hours --week-of -1w --json
        caseload --demo hours | grep short
      """
  )

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Any day of the week, as 2026-03-09 or -1w.", valueName: "date")
  )
  var weekOf: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let argument = try DateArgument(weekOf, option: "--week-of")
    return try OpenedProgram.report(options, on: argument, asJSON: json) { program, data, when in
      program.folder.loadCaseload(into: &data)
      return HoursReport(data, week: data.weekStart(of: when.date), now: when.now)
    }
  }
}
