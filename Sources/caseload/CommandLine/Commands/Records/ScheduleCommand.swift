import ArgumentParser
import Domain
import Storage

struct ScheduleCommand: ProgramCommand {
  static let form = "caseload schedule --week-of 2026-03-11"

  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "A week's groups and appointments of one counselor, or of everyone, by day.",
    discussion: """
      Clients are told by their codes.

      Examples:
        caseload schedule
        caseload schedule --week-of 2026-03-16 --counselor TB
        caseload schedule --json
      """
  )

  @Option(
    name: .customLong("week-of"),
    parsing: .unconditional,
    help: ArgumentHelp("A day of the week, as 2026-03-11, 3/11, fri, +1w.", valueName: "date")
  )
  var weekOf: String?

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("Whose: a counselor's code, or all.", valueName: "code")
  )
  var whose: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let argument = try DateArgument(weekOf, option: "--week-of")
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let date = argument.date(today: program.zone.date(of: program.clock.now()))
      let data = program.data(weekOf: date)
      try program.allow(.seeRosters, options, in: data, orElse: "isn't shown this")
      // In a sealed program --counselor is who logs in.
      let code = whose ?? options.counselor
      let staff = try code.flatMap { code throws(CommandError) -> Staff? in
        code.lowercased() == "all" ? nil : try RecordFinder(data: data).staff(code)
      }
      let report = ScheduleReport(data, weekOf: date, of: staff?.id)
      try Output.write(json ? report.json.text : report.text)
      try program.checkComplete(data.problems)
      return .well
    }
  }
}

/// A week's schedule, as lines and as JSON.
struct ScheduleReport: PrintedReport {
  private let data: ProgramData
  private let first: CalendarDate
  private let staff: StaffID?

  init(_ data: ProgramData, weekOf date: CalendarDate, of staff: StaffID?) {
    self.data = data
    self.staff = staff
    first = data.weekStart(of: date)
  }

  var text: String {
    var parts: [String] = []
    for date in data.weekDays(from: first) {
      let items = data.schedule(on: date, of: staff)
      let closed = data.calendar[date].map { "  " + $0.kind.stored } ?? ""
      guard !items.isEmpty || !closed.isEmpty else { continue }
      var table = TextTable()
      for item in items {
        let line = ScheduleLine(item, data)
        table.add([
          "  \(line.start)-\(line.end)", line.code, line.counselor, line.status,
          line.room ?? "-", line.title,
        ])
      }
      parts.append("\(date.shortName)\(closed)\n" + table.text)
    }
    return parts.isEmpty ? "Nothing in the week of \(first.shortName).\n" : parts.joined()
  }

  var json: JSONValue {
    .object([
      ("week", .string("\(first)")),
      (
        "items",
        .array(
          data.weekDays(from: first).flatMap { date in
            data.schedule(on: date, of: staff).map { ScheduleLine($0, data).json(on: date) }
          }
        )
      ),
    ])
  }
}

/// One meeting in words that a script can split.
private struct ScheduleLine {
  let kind: String
  /// The group's or the client's code.
  let code: String
  let title: String
  let counselor: String
  let room: String?
  let status: String
  let start: String
  let end: String

  init(_ item: ScheduleItem, _ data: ProgramData) {
    let time = { (instant: Instant) in data.program.zone.local(instant).time.description }
    (start, end) = (time(item.start), time(item.end))
    switch item.id {
    case .session(let id):
      let session = data.sessions[id]
      kind = "group"
      let known = session.map(data.code(of:)) ?? ""
      code = known.isEmpty ? "-" : known
      title = session.map(data.title(of:)) ?? ""
      counselor = session.flatMap { data.staff[$0.state.leadID]?.code } ?? "-"
      room = session?.state.roomID.flatMap { data.rooms[$0]?.name }
      status = session?.state.status.stored ?? "-"
    case .appointment(let id):
      let meeting = data.appointments[id]
      kind = "appointment"
      code = meeting.flatMap { data.clients[$0.clientID]?.mrn } ?? "-"
      title = meeting?.kind.stored ?? ""
      counselor = meeting.flatMap { data.staff[$0.state.counselorID]?.code } ?? "-"
      room = meeting?.state.roomID.flatMap { data.rooms[$0]?.name }
      status = meeting?.state.status.stored ?? "-"
    }
  }

  func json(on date: CalendarDate) -> JSONValue {
    .object([
      ("date", .string("\(date)")), ("kind", .string(kind)), ("code", .string(code)),
      ("title", .string(title)), ("start", .string(start)), ("end", .string(end)),
      ("counselor", .string(counselor)), ("room", room.map { .string($0) } ?? .null),
      ("status", .string(status)),
    ])
  }
}
