import ArgumentParser
import Domain
import Storage

struct DischargeCommand: ProgramCommand {
  static let form = "caseload discharge --client C06 --reason treatment-completed"

  static let configuration = CommandConfiguration(
    commandName: "discharge",
    abstract: "Ends a client's stay with its places and appointments, by the rules of the screen.",
    discussion: """
      All of it is one change. --dry-run says what would end.

      Examples:
        caseload discharge --client C06 --reason treatment-completed --dry-run
        caseload discharge --client C06 --reason dropped-out --on fri --level-to 1.0
      """
  )

  @Option(help: ArgumentHelp("The client's code, as C06.", valueName: "code"))
  var client: String

  @Option(help: ArgumentHelp("As treatment-completed, dropped-out.", valueName: "word"))
  var reason: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The last day; else today.", valueName: "date")
  )
  var on: String?

  @Option(help: ArgumentHelp("The next level of care, as 1.0.", valueName: "level"))
  var levelTo: String?

  @Flag(help: "Says what would end, and changes nothing.")
  var dryRun = false

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let day = try DateArgument(on, option: "--on")
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let today = program.zone.date(of: now)
      let last = day.date(today: today)
      let data = program.dataOfDischarge(on: last, today: today)
      let staff = try program.whoEnters(
        options,
        about: client,
        in: data,
        asking: "Who discharges?"
      ) {
        data.refusal(toChange: .stays, by: $0)
      }
      let client = try RecordFinder(data: data).client(client)
      guard let stay = data.stays(of: client.id).last,
        stay.dischargedOn.map({ $0 >= today }) ?? true
      else { throw CommandError(.badData, "This client isn't in the program.") }
      let because: Coded<DischargeReason> = try StoredWord.read(
        reason,
        or: data.rules(on: today).dischargeReasons,
        option: "--reason"
      )
      let discharge = Discharge(of: stay.id, on: last, because: because, levelTo: levelTo)
      let effects = data.effects(of: discharge)
      var attempt = RecordAttempt(program, data, by: staff, at: now, because: nil)
      _ =
        dryRun ? try attempt.check(.discharge(discharge)) : try attempt.save(.discharge(discharge))
      let unsigned = data.unsignedTexts(
        about: client.id,
        at: now,
        templates: program.noteTemplates()
      ).count
      let report = DischargeReport(data, client, discharge, effects, unsigned, isDone: !dryRun)
      try Output.write(json ? report.json.text : report.text)
      return .well
    }
  }
}

extension OpenedProgram {
  /// Everybody, everything unsigned, the weeks since a last day, and all that is planned.
  fileprivate func dataOfDischarge(on last: CalendarDate, today: CalendarDate) -> ProgramData {
    var data = dataOfDrafts()
    var first = data.weekStart(of: max(last, today.adding(days: -366)))
    while first <= today {
      folder.loadWeek(first, into: &data)
      first = data.weekStart(1, weeksFrom: first)
    }
    folder.loadWeeks(after: min(last, today), into: &data)
    return data
  }
}

/// What a discharge ended or would end, by codes.
private struct DischargeReport: PrintedReport {
  private let mrn: String
  private let discharge: Discharge
  private let places: [String]
  private let appointments: [String]
  private let unsigned: Int
  private let isDone: Bool

  init(
    _ data: ProgramData,
    _ client: Client,
    _ discharge: Discharge,
    _ effects: DischargeEffects,
    _ unsigned: Int,
    isDone: Bool
  ) {
    mrn = client.mrn
    (self.discharge, self.isDone, self.unsigned) = (discharge, isDone, unsigned)
    places = effects.places.compactMap { data.groups[$0.groupID]?.code }
    appointments = effects.appointments.map { data.program.zone.shown($0.state.scheduledStart) }
  }

  var text: String {
    let end = isDone ? "ends" : "would end"
    var lines = ["\(mrn): the stay \(end) on \(discharge.on.shortName)."]
    lines += places.map { "place in \($0) \(end)" }
    lines += appointments.map { "appointment \($0) \(isDone ? "is" : "would be") cancelled" }
    if unsigned > 0 { lines.append("not signed yet: \(unsigned)") }
    return lines.map { $0 + "\n" }.joined()
  }

  var json: JSONValue {
    .object([
      ("mrn", .string(mrn)), ("lastDay", .string(discharge.on.description)),
      ("reason", .string(discharge.reason.stored)), ("levelTo", .optional(discharge.levelTo)),
      ("places", .array(places.map { .string($0) })),
      ("appointments", .array(appointments.map { .string($0) })), ("unsigned", .number(unsigned)),
      ("done", .bool(isDone)),
    ])
  }
}
