import ArgumentParser
import Domain

struct DayCommand: ProgramCommand {
  static let form = "caseload day --date 2026-03-11"

  static let configuration = CommandConfiguration(
    commandName: "day",
    abstract: "The groups and appointments of a day, with everybody's attendance.",
    discussion: """
      Each group and each appointment is a line, and so is each client on a roster: group, \
      code, name, status, in, out, minutes.

      Examples:
        caseload day
        caseload day --date 2026-03-11 --json
        caseload --demo day | grep no_show
      """
  )

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("As 2026-03-11, 3/11, fri, -1d.", valueName: "date")
  )
  var date: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let argument = try DateArgument(date, option: "--date")
    return try OpenedProgram.report(options, on: argument, asJSON: json) { program, data, when in
      let reader = program.reader(options, in: data).flatMap { data.staff[$0] }
      return DayReport(
        data,
        on: when.date,
        now: when.now,
        hidesNames: reader.map { !$0.may(.seeRosters) } ?? false
      )
    }
  }
}
