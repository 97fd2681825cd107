import App
import ArgumentParser
import Domain
import Storage

struct OutreachCommand: ProgramCommand {
  static let form =
    "caseload outreach due, outreach letter CODE, or outreach record --client CODE --result WORD"

  static let configuration = CommandConfiguration(
    commandName: "outreach",
    abstract: "Who missed and has to be reached, and the letter to whom couldn't be.",
    discussion: """
      Examples:
        caseload outreach due
        caseload outreach due --counselor TB --json
        caseload outreach record --client C06 --result no-answer
        caseload outreach letter C06 > letter.txt
      """,
    subcommands: [
      OutreachDueCommand.self, OutreachRecordCommand.self, OutreachLetterCommand.self,
    ]
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try Output.write(CaseloadCommand.helpMessage(for: OutreachCommand.self))
    return .well
  }
}

struct OutreachDueCommand: ProgramCommand {
  static let form = "caseload outreach due [--counselor CODE] [--json]"

  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Attempts to reach clients who missed, by due time.",
    discussion: """
      One client a line: due, code, attempt, days missed, counselor, OVERDUE. With --counselor \
      only that person's clients.

      Examples:
        caseload outreach due
        caseload --demo outreach due --json
      """
  )

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let data = program.dataOfOutreach(at: now)
      let person = try CounselorChoice.given(options, in: data)
      try program.allow(.markAttendance, options, in: data, orElse: "reaches no clients")
      let report = OutreachReport(data, of: person, at: now)
      try Output.write(json ? report.json.text : report.text)
      try program.checkComplete(data.problems)
      return .well
    }
  }
}

struct OutreachLetterCommand: ProgramCommand {
  static let form = "caseload outreach letter C06 [-o FILE]"

  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "The letter to a client who couldn't be reached, as text.",
    discussion: """
      It says nothing of treatment. It leaves the program's keeping, which the audit log tells.

      Examples:
        caseload outreach letter C06 | lp
      """
  )

  @Argument(help: ArgumentHelp("The client's code, as C06.", valueName: "code"))
  var code: String

  @OptionGroup var out: OutgoingOptions

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let data = program.dataOfOutreach(at: now)
      try program.allow(.markAttendance, options, in: data, orElse: "reaches no clients")
      let client = try RecordFinder(data: data).client(code)
      let staff = try CounselorChoice.given(options, in: data)
      let today = program.zone.date(of: now)
      let counselor = data.stays(of: client.id).last?.counselor(on: today)
      let lines = OutreachWords.letter(
        to: client,
        from: (staff ?? counselor).flatMap { data.staff[$0] },
        on: today
      )
      let text = lines.map { $0 + "\n" }.joined()
      try program.send(text, to: out, as: .print, "letter", of: client.id, by: options)
      return .well
    }
  }
}

extension OpenedProgram {
  /// Everybody, and so many weeks that runs of missed days are whole.
  func dataOfOutreach(at now: Instant) -> ProgramData {
    var data = folder.loadStanding()
    folder.loadCaseload(into: &data)
    let today = zone.date(of: now)
    for back in 0...4 { folder.loadWeek(data.weekStart(-back, weeksFrom: today), into: &data) }
    return data
  }
}

/// The attempts that are owed, as lines and as JSON.
struct OutreachReport: PrintedReport {
  private let data: ProgramData
  private let now: Instant
  private let steps: [OutreachStep]

  init(_ data: ProgramData, of person: StaffID?, at now: Instant) {
    self.data = data
    self.now = now
    steps = data.dueOutreach(of: person, asOf: now)
  }

  var text: String {
    guard !steps.isEmpty else { return "No outreach is due.\n" }
    var table = TextTable()
    for step in steps {
      table.add([
        data.program.zone.shown(step.dueAt), data.mrn(of: step.clientID), word(step),
        "missed \(step.missed.count)", step.waitsFor.map(data.staffCode(of:)) ?? "-",
        step.dueAt <= now ? "OVERDUE" : "-",
      ])
    }
    return table.text
  }

  private func word(_ step: OutreachStep) -> String {
    switch step.kind {
    case .attempt(let number): "attempt \(number)"
    case .letter: "letter"
    }
  }

  var json: JSONValue { .object([("outreach", .array(steps.map(json)))]) }

  private func json(_ step: OutreachStep) -> JSONValue {
    .object([
      ("mrn", .string(data.mrn(of: step.clientID))), ("step", .string(word(step))),
      ("due", .string(data.program.zone.shown(step.dueAt))),
      ("missed", .array(step.missed.map { .string($0.description) })),
      ("counselor", .optional(step.waitsFor.map(data.staffCode(of:)))),
      ("byHand", .bool(step.isSetByHand)),
    ])
  }
}
