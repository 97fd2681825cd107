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

      --as-of shows what stood there at a moment of the past, whatever was changed since.

      Examples:
        caseload day
        caseload day --date 2026-03-11 --json
        caseload --demo day | grep no_show
        caseload day --date 2026-03-11 --as-of 2026-03-11T10:52
      """
  )

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("As 2026-03-11, 3/11, fri, -1d.", valueName: "date")
  )
  var date: String?

  @Option(help: ArgumentHelp("What stood there at a moment of the past.", valueName: "moment"))
  var asOf: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let argument = try DateArgument(date, option: "--date")
    if let moment = try PastMoment(asOf) { return try show(argument, at: moment) }
    return try OpenedProgram.report(options, on: argument, asJSON: json) { program, data, when in
      DayReport(
        data,
        on: when.date,
        now: when.now,
        hidesNames: program.hidesNames(options, in: data)
      )
    }
  }

  @MainActor private func show(
    _ argument: DateArgument,
    at moment: PastMoment
  ) throws(CommandError) -> ExitStatus {
    try OpenedProgram.use(options) { program throws(CommandError) in
      let then = try moment.instant(in: program)
      let date = argument.date(today: program.zone.date(of: then))
      var data = program.data(weekOf: date)
      let hidesNames = program.hidesNames(options, in: data)
      let report = DayReport(
        program.data(&data, asOf: then),
        on: date,
        now: then,
        hidesNames: hidesNames
      )
      try Output.write(json ? report.json.text : report.text)
      try program.checkComplete(data.problems)
      return .well
    }
  }
}
