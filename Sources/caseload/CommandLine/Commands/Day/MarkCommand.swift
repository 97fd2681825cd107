import ArgumentParser
import Domain

struct MarkCommand: ProgramCommand {
  static let form = "caseload attendance mark --group G03 --client C06 --status no-show"

  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Marks one client in one group, by the rules of the screen.",
    discussion: """
      It is saved when the command ends well. The first mark begins the group. The status \
      expected takes a mark away.

      Statuses: present, late, left-early, late-left-early, excused, no-show, \
      cancelled-client, cancelled-program, on-leave, not-admitted, removed, expected.

      Examples:
        caseload attendance mark --group G03 --client C06 --status no-show
        caseload attendance mark --group G03 --client C06 --status late --at 10:55
        caseload attendance mark --group G03 --client C06 --status excused --reason court-legal
      """
  )

  @Option(help: ArgumentHelp("The group's code, as G03.", valueName: "code"))
  var group: String

  @Option(help: ArgumentHelp("The client's code, as C06.", valueName: "code"))
  var client: String

  @Option(help: ArgumentHelp("As no-show.", valueName: "status"))
  var status: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day, else today; as 2026-03-11 or fri.", valueName: "date")
  )
  var date: String?

  @Option(help: ArgumentHelp("When the client came or left; else now.", valueName: "hh:mm"))
  var at: String?

  @Option(help: ArgumentHelp("Why the client is away, as illness.", valueName: "reason"))
  var reason: String?

  @Option(
    help: ArgumentHelp(
      "Why a rule is set aside, or a closed group changed.",
      valueName: "text"
    )
  )
  var because: String?

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let mark = try MarkArguments(self)
    let argument = try DateArgument(date, option: "--date")
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let today = program.zone.date(of: now)
      let date = argument.date(today: today)
      let data = program.data(weekOf: date)
      let isArrival = mark.status == .present || mark.status == .late
      let staff = try program.whoEnters(
        options,
        about: client,
        in: data,
        asking: "Who marks this?"
      ) {
        data.refusalToMark(by: $0, isArrival: isArrival)
      }
      var attempt = try MarkAttempt(mark, in: program, data, on: date, by: staff)
      try Output.write(try attempt.save(at: now))
      return .well
    }
  }
}
