import ArgumentParser
import Domain
import Storage

struct ClientsCommand: ProgramCommand {
  static let form = "caseload clients --search an"

  static let configuration = CommandConfiguration(
    commandName: "clients",
    abstract: "All clients, one a line: stay, counselor, credited minutes of this week.",
    discussion: """
      Examples:
        caseload clients
        caseload clients --search "ann c0"
        caseload clients --json
      """
  )

  @Option(help: ArgumentHelp("Parts of name or code, in any order.", valueName: "text"))
  var search: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let argument = try DateArgument(nil, option: "")
    return try OpenedProgram.report(
      options,
      on: argument,
      asJSON: json,
      needs: .seeRosters
    ) { program, data, when in
      program.folder.loadCaseload(into: &data)
      // What was looked for may be a name.
      if search != nil { program.tell(.search, .program, detail: "clients", by: options) }
      return ClientsReport(data, search: search, now: when.now)
    }
  }
}

struct ClientCommand: ProgramCommand {
  static let form = "caseload client C06"

  static let configuration = CommandConfiguration(
    commandName: "client",
    abstract: "What is known of one client, one fact a line.",
    discussion: """
      --as-of shows what stood in the chart at a moment of the past, and which notes were signed by \
      then; notes show --as-of shows one of them.

      Examples:
        caseload client C06
        caseload client C06 --json
        caseload client C06 --as-of 2026-03-11
      """
  )

  @Argument(help: ArgumentHelp("The client's code, as C06.", valueName: "code"))
  var code: String

  @Option(help: ArgumentHelp("What stood there at a moment of the past.", valueName: "moment"))
  var asOf: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let moment = try PastMoment(asOf)
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let then = try moment?.instant(in: program)
      let now = then ?? program.clock.now()
      var data = program.data(weekOf: program.zone.date(of: now))
      try allowChart(in: program, &data)
      program.loadAuthorizations(ofCode: code, on: program.zone.date(of: now), into: &data)
      let shown = then.map { program.data(&data, asOf: $0) } ?? data
      let client = try RecordFinder(data: shown).client(code)
      program.tell(.viewChart, .client(client.id), of: client.id, by: options)
      let stay = program.facts(ofStay: client.id, in: shown, at: now, for: options)
      let report = ClientReport(shown, client: client, stay: stay, now: now)
      let reader = program.reader(options, in: data)
      let past = then.map { moment in
        SignedByThen(of: client.id, in: program, at: moment) { note in
          reader.map { data.mayRead(note, reader: $0, at: program.trueNow) } ?? true
        }
      }
      try Output.write(
        json
          ? JSONValue.object(report.pairs + (past?.pairs ?? [])).text
          : report.text + (past?.text ?? "")
      )
      try program.checkComplete(data.problems)
      return .well
    }
  }
}

extension ClientCommand {
  /// Reads everyone; whose chart was wanted by somebody who may not see it stands in the audit log.
  @MainActor private func allowChart(
    in program: OpenedProgram,
    _ data: inout ProgramData
  ) throws(CommandError) {
    program.folder.loadCaseload(into: &data)
    do throws(CommandError) {
      try program.allow(.seeRosters, options, in: data, orElse: "isn't shown this")
    } catch {
      let wanted = code.lowercased()
      if let client = data.clients.values.first(where: { $0.mrn.lowercased() == wanted }) {
        program.tellRefused(.client(client.id), of: client.id, by: options)
      }
      throw error
    }
  }
}

struct GroupsCommand: ProgramCommand {
  static let form = "caseload groups"

  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "The groups, one a line: days, time, lead, room, places.",
    discussion: """
      Examples:
        caseload groups
        caseload groups --json
      """
  )

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let argument = try DateArgument(nil, option: "")
    return try OpenedProgram.report(options, on: argument, asJSON: json) { _, data, when in
      GroupsReport(data, today: when.date)
    }
  }
}

/// Records by the codes that people type.
struct RecordFinder {
  let data: ProgramData

  /// - Parameters:
  ///   - code: As typed.
  ///   - isEvenMerged: Whether a record that went into another one will do.
  /// - Returns: The one of that code; of two, the one that is in use.
  /// - Throws: `notThere`; `badData` for a record that went into another one, which is named.
  func client(_ code: String, isEvenMerged: Bool = false) throws(CommandError) -> Client {
    let same = data.clients.values.filter { Self.isSame($0.mrn, code) }
    let client = try found(
      same.first { $0.enteredInError == nil } ?? same.first,
      or: "No client has that code.",
      form: "a code as in caseload clients"
    )
    if !isEvenMerged, let refusal = client.refusalOfMerged { throw CommandError(refusal) }
    return client
  }

  func group(_ code: String) throws(CommandError) -> GroupSeries {
    try found(
      data.groups.values.first { Self.isSame($0.code, code) },
      or: "No group has that code.",
      form: "--group with one of " + Self.list(data.groups.values.map(\.code))
    )
  }

  func staff(_ code: String) throws(CommandError) -> Staff {
    try found(
      data.staff.values.first { Self.isSame($0.code, code) },
      or: "Nobody of the staff has that code.",
      form: "--counselor with one of " + Self.list(data.staff.values.map(\.code))
    )
  }

  private func found<Record>(
    _ record: Record?,
    or sentence: String,
    form: @autoclosure () -> String
  ) throws(CommandError) -> Record {
    guard let record else { throw CommandError(.notThere, sentence, form: form()) }
    return record
  }

  private static func isSame(_ code: String, _ typed: String) -> Bool {
    code.lowercased() == typed.lowercased()
  }

  private static func list(_ codes: [String]) -> String { codes.sorted().joined(separator: ", ") }

  func stay(of client: Client, on date: CalendarDate) throws(CommandError) -> Episode {
    let found = data.episodes.values.first { $0.clientID == client.id && $0.isOpen(on: date) }
    guard let found else {
      throw CommandError(.badData, "This client isn't in the program on \(date).")
    }
    return found
  }
}
