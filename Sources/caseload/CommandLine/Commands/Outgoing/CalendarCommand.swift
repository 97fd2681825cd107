import ArgumentParser
import Domain
import Reports
import Storage

struct CalendarCommand: ProgramCommand {
  static let form = "caseload calendar --of TB -o FILE.ics"

  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Writes a counselor's or a group's schedule as iCalendar (RFC 5545).",
    discussion: """
      From this week on for twelve weeks, or --from and --to. A group is a recurring event, with what \
      is otherwise on single days. No client is named: --with-names does, and then whoever has the \
      calendar knows who is in treatment.

      Holidays come in with caseload import --closures FILE.ics.

      Examples:
        caseload calendar --of TB -o ~/tb.ics
        caseload calendar --group G03 --from 2026-03-01 --to 2026-05-31 -o ~/g03.ics
      """
  )

  @Option(help: ArgumentHelp("The staff member's code.", valueName: "code"))
  var of: String?

  @Option(help: ArgumentHelp("The group's code.", valueName: "code"))
  var group: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The first day.", valueName: "date"))
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The last day.", valueName: "date"))
  var to: String?

  @Flag(help: "Names clients in their appointments.")
  var withNames = false

  @OptionGroup var out: OutgoingOptions

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    guard (of == nil) != (group == nil) else {
      throw .use("Whose calendar? Give --of or --group, one of them.", form: Self.form)
    }
    let argument = try DaysArgument(from, to)
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let standing = program.folder.loadStanding()
      try program.allow(.seeRosters, options, in: standing, orElse: "isn't shown this")
      let days = try argument.days(today: program.zone.date(of: now), in: standing, weeks: 12)
      let request = CalendarRequest(days, hasNames: withNames, now: now)
      let (calendar, data) = request.read(from: program.folder)
      try program.checkComplete(data.problems)
      let text: String
      if let code = group {
        text = calendar.text(of: try RecordFinder(data: data).group(code))
      } else {
        text = calendar.text(of: try RecordFinder(data: data).staff(of ?? "").id)
      }
      if withNames {
        Output.tell("Clients are named in it: whoever has this calendar knows who is in treatment.")
      }
      try program.send(text, to: out, as: .export, request.detail, by: options)
      return .well
    }
  }
}
