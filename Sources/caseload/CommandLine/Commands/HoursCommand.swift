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
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let today = program.zone.date(of: now)
      let date = argument.date(today: today)
      var data = program.data(weekOf: date)
      program.folder.loadCaseload(into: &data)
      let report = HoursReport(data, week: data.weekStart(of: date), now: now)
      try Output.write(json ? report.json.text : report.text)
      try program.checkComplete(data.problems)
      return .well
    }
  }
}
