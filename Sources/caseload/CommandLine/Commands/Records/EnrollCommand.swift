import ArgumentParser
import Domain
import Storage

struct EnrollCommand: ProgramCommand {
  static let form = "caseload enroll --client C06 --group G03"

  static let configuration = CommandConfiguration(
    commandName: "enroll",
    abstract: "Gives a client a place in a group, by the rules of the screen.",
    discussion: """
      Examples:
        caseload enroll --client C06 --group G03
        caseload enroll --client C06 --group G03 --from mon --weekdays "mon wed"
        caseload enroll --client C06 --group G03 --because "one more chair"
      """
  )

  @Option(help: ArgumentHelp("The client's code, as C06.", valueName: "code"))
  var client: String

  @Option(help: ArgumentHelp("The group's code, as G03.", valueName: "code"))
  var group: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The first day; else today.", valueName: "date")
  )
  var from: String?

  @Option(help: ArgumentHelp("The last day; else none.", valueName: "date"))
  var to: String?

  @Option(help: ArgumentHelp("Some of the group's days, as mwf.", valueName: "days"))
  var weekdays: String?

  @Option(help: ArgumentHelp("Why it is right all the same.", valueName: "text"))
  var because: String?

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let first = try DateArgument(from, option: "--from")
    let last = try DateArgument(to, option: "--to")
    var days: Set<Weekday>?
    if let weekdays {
      guard let read = TypedWeekdays.parse(weekdays) else {
        throw .use("--weekdays are no days.", form: "--weekdays \"mon wed fri\", or mwf")
      }
      days = read
    }
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let today = program.zone.date(of: now)
      let from = first.date(today: today)
      var data = program.data(weekOf: today)
      program.folder.loadCaseload(into: &data)
      let staff = try program.whoEnters(
        options,
        about: client,
        in: data,
        asking: "Who enrolls?"
      ) { [data] in
        data.refusal(toChange: .clients, by: $0)
      }
      let finder = RecordFinder(data: data)
      let client = try finder.client(client)
      let group = try finder.group(group)
      let stay = try finder.stay(of: client, on: from)
      var ids = IDMaker(seed: .random(in: .min ... .max))
      var place = Enrollment(
        id: ids.next(.enrollment),
        clientID: client.id,
        episodeID: stay.id,
        from: from
      )
      place.to = to == nil ? nil : last.date(today: today)
      place.weekdays = days == group.weekdays ? nil : days
      var attempt = RecordAttempt(program, data, by: staff, at: now, because: because)
      _ = try attempt.save(.enrollment(place, in: group.id))
      try Output.write("\(client.mrn) has a place in \(group.code) from \(from.shortName).\n")
      return .well
    }
  }
}
