import ArgumentParser
import Domain
import Storage

struct AdmitCommand: ProgramCommand {
  static let form = "caseload admit --client C06 --group G01 --group G02"

  static let configuration = CommandConfiguration(
    commandName: "admit",
    abstract: "Admits a client who is known, the first time or again, by the rules of the screen.",
    discussion: """
      Level, track and diagnoses are those of the stay before, unless others are given. All of it is \
      one change. --dry-run says what would happen.

      Examples:
        caseload admit --client C25 --level 2.1 --group G01 --group G02
        caseload admit --client C06 --on mon --primary TB --dry-run
      """
  )

  @Option(help: ArgumentHelp("The client's code, as C06.", valueName: "code"))
  var client: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day; else today.", valueName: "date")
  )
  var on: String?

  @Option(help: ArgumentHelp("The level of care, as 2.1.", valueName: "level"))
  var level: String?

  @Option(help: ArgumentHelp("As day, evening.", valueName: "word"))
  var track: String?

  @Option(help: ArgumentHelp("The primary counselor; else who does it.", valueName: "code"))
  var primary: String?

  @Option(help: ArgumentHelp("Who referred the client, as individual-self.", valueName: "word"))
  var referral: String?

  @Option(
    help: ArgumentHelp("A group with a place from that day on; may be repeated.", valueName: "code")
  )
  var group: [String] = []

  @Option(help: ArgumentHelp("Why it is right all the same.", valueName: "text"))
  var because: String?

  @Flag(help: "Says what would happen, and changes nothing.")
  var dryRun = false

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let day = try DateArgument(on, option: "--on")
    let track = try track.map { word throws(CommandError) in
      try StoredWord.read(word, option: "--track", as: Track.self)
    }
    if let level, !LevelOfCarePeriod.known.contains(level) {
      let levels = LevelOfCarePeriod.known.joined(separator: ", ")
      throw .use("--level isn't one of those there are.", form: "--level with one of \(levels)")
    }
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let today = program.zone.date(of: now)
      var data = program.data(weekOf: today)
      program.folder.loadCaseload(into: &data)
      let staff = try program.whoEnters(
        options,
        about: client,
        in: data,
        asking: "Who admits?"
      ) { [data] in
        data.refusal(toChange: .clients, by: $0)
      }
      let finder = RecordFinder(data: data)
      let client = try finder.client(client)
      var admission = Admission(on: day.date(today: today))
      admission.level = level
      admission.track = track.map { .known($0) }
      let own = data.rules(on: today).referralSources
      admission.referral = try referral.map { word throws(CommandError) in
        try StoredWord.read(word, or: own, option: "--referral", as: ReferralSource.self)
      }
      admission.counselor =
        try primary.map { code throws(CommandError) in
          try finder.staff(code).id
        } ?? staff
      admission.groups = try group.map { code throws(CommandError) in try finder.group(code).id }
      var ids = IDMaker(seed: .random(in: .min ... .max))
      let request = data.request(admitting: client.bare, admission, by: staff, ids: &ids)
      var attempt = RecordAttempt(program, data, by: staff, at: now, because: because)
      _ = dryRun ? try attempt.check(request) : try attempt.save(request)
      let report = AdmissionReport(data, request, isDone: !dryRun)
      try Output.write(json ? report.json.text : report.text)
      return .well
    }
  }
}

/// An admission that was or would be made, by codes.
private struct AdmissionReport: PrintedReport {
  private let mrn: String
  private let stay: Episode?
  private let counselor: String?
  private let groups: [String]
  private let isDone: Bool

  init(_ data: ProgramData, _ request: AdministrationRequest, isDone: Bool) {
    self.isDone = isDone
    guard case .admit(let client, let stay, let places) = request else {
      (mrn, self.stay, counselor, groups) = ("", nil, nil, [])
      return
    }
    mrn = client.mrn
    self.stay = stay
    counselor = stay.counselors.first.map { data.staffCode(of: $0.staffID) }
    groups = places.compactMap { data.groups[$0.groupID]?.code }
  }

  var text: String {
    let day = stay?.admittedOn.shortName ?? ""
    let places = groups.isEmpty ? "no place in a group" : "in \(groups.joined(separator: ", "))"
    let words = isDone ? "is admitted" : "would be admitted"
    return "\(mrn) \(words) from \(day), level \(stay?.levels.first?.level ?? ""), "
      + "counselor \(counselor ?? "none"), \(places).\n"
  }

  var json: JSONValue {
    .object([
      ("mrn", .string(mrn)), ("admittedOn", .optional(stay?.admittedOn.description)),
      ("level", .optional(stay?.levels.first?.level)), ("track", .optional(stay?.track.stored)),
      ("counselor", .optional(counselor)), ("groups", .array(groups.map { .string($0) })),
      ("done", .bool(isDone)),
    ])
  }
}
