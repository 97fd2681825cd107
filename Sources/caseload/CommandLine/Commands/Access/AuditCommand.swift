import ArgumentParser
import Domain
import Storage

struct AuditCommand: ProgramCommand {
  static let form = "caseload audit [--client CODE] [--user CODE] [--day DATE] [--json]"

  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Who did and saw what, and when: the audit log, oldest first.",
    discussion: """
      One event a line: number, time, user, terminal, what, on what, client, before and after. \
      Nothing that a note says is in it. For supervisors, the director and auditors: --counselor.

      Examples:
        caseload audit --counselor MQ --client C06
        caseload audit --counselor MQ --user TB --day -1d --json

      Status 1: the log isn't whole; caseload check says where.
      """
  )

  @Option(help: ArgumentHelp("Only this client's events.", valueName: "code"))
  var client: String?

  @Option(help: ArgumentHelp("Only what this person did.", valueName: "code"))
  var user: String?

  @Option(help: ArgumentHelp("Only this day: 2026-03-11, fri, -1d.", valueName: "date"))
  var day: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let argument = try DateArgument(day, option: "--day")
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let today = program.zone.date(of: program.clock.now())
      var data = program.folder.loadStanding()
      program.folder.loadCaseload(into: &data)
      let reader = try CounselorChoice.staff(
        try options.choice().counselorCode,
        in: data,
        asking: "Who reads the audit log?"
      )
      try allow(reader, in: data)
      let filter = AuditFilter(
        clientID: try client.map { code throws(CommandError) in
          try RecordFinder(data: data).client(code, isEvenMerged: true).id
        },
        by: try user.map { code throws(CommandError) in try CounselorChoice.staff(code, in: data) },
        day: day == nil ? nil : argument.date(today: today)
      )
      let (lines, problems) = program.folder.readAudit()
      let report = AuditReport(lines.filter { filter.takes($0.event, in: program.zone) }, data)
      try Output.write(json ? report.json.text : report.text)
      return problems.isEmpty ? .well : .found
    }
  }

  private func allow(_ staff: StaffID, in data: ProgramData) throws(CommandError) {
    guard data.staff[staff]?.may(.readAudit) == true else {
      throw CommandError(
        .notAllowed,
        "The audit log is for supervisors, the director and auditors.",
        form: "--counselor with the code of one"
      )
    }
  }
}

/// Events of the audit log, as lines and as JSON.
struct AuditReport: PrintedReport {
  private let lines: [AuditLine]
  private let data: ProgramData

  init(_ lines: [AuditLine], _ data: ProgramData) {
    self.lines = lines
    self.data = data
  }

  var text: String {
    guard !lines.isEmpty else { return "The audit log has nothing of that.\n" }
    var table = TextTable()
    for line in lines {
      let event = line.event
      let detail = Output.cleaned(data.auditDetail(of: event))
      table.add([
        String(line.number), data.program.zone.shown(event.at),
        event.by.map { data.staffCode(of: $0) } ?? "-", line.terminal, event.action.stored,
        event.entity.kind, event.clientID.map { data.mrn(of: $0) } ?? "-",
        detail.isEmpty ? "-" : detail,
      ])
    }
    return table.text
  }

  var json: JSONValue {
    .object([
      (
        "events",
        .array(
          lines.map { line in
            let event = line.event
            return .object([
              ("number", .number(line.number)),
              ("at", .string(event.at.description)),
              ("user", .optional(event.by.map { data.staffCode(of: $0) })),
              ("terminal", .string(line.terminal)),
              ("action", .string(event.action.stored)),
              ("entity", .string(event.entity.kind)),
              ("id", .string(event.entity.id)),
              ("mrn", .optional(event.clientID.map { data.mrn(of: $0) })),
              ("detail", .string(event.detail)),
              ("shown", .string(data.auditDetail(of: event))),
            ])
          }
        )
      )
    ])
  }
}
