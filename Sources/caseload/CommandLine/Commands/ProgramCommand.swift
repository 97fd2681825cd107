import ArgumentParser
import Domain
import Storage

/// A subcommand, run by `Main` once its arguments are parsed.
nonisolated protocol ProgramCommand: ParsableCommand {
  /// The command line that somebody wanted who got it wrong.
  static var form: String { get }

  /// Does what was asked.
  ///
  /// - Throws: Why it wasn't done; the caller says so on standard error.
  @MainActor func perform() throws(CommandError) -> ExitStatus
}

extension OpenedProgram {
  /// Opens what the options say, works on it, and clears away what was made for that.
  static func use(
    _ options: ProgramOptions,
    work: (OpenedProgram) throws(CommandError) -> ExitStatus
  ) throws(CommandError) -> ExitStatus {
    let choice = try options.choice()
    let leavesNothing = choice.isDemo && choice.dataPath == nil
    if leavesNothing { HeldSignals.hold() }
    defer { if leavesNothing { HeldSignals.release() } }
    let program = try open(choice)
    defer { program.close() }
    if let problem = program.folder.openness {
      Output.tell("caseload: \(problem.what) \(problem.doThis)")
    }
    try program.checkCounselor(options)
    return try work(program)
  }
}

/// What a command prints: facts a line each, or JSON.
protocol PrintedReport {
  var text: String { get }
  var json: JSONValue { get }
}

extension OpenedProgram {
  /// Prints what there is to say of a day or of its week.
  ///
  /// - Parameters:
  ///   - options: What to open.
  ///   - argument: The day; today where none was given.
  ///   - isJSON: Whether it is printed as JSON.
  ///   - permission: What whoever reads it must be allowed; nil lets everybody read.
  ///   - make: Makes the report from the data, the day's week loaded.
  /// - Returns: How the command ends.
  /// - Throws: Why nothing could be opened, or that not everything could be read.
  static func report<Report: PrintedReport>(
    _ options: ProgramOptions,
    on argument: DateArgument,
    asJSON isJSON: Bool,
    needs permission: Permission? = nil,
    _ make: (OpenedProgram, inout ProgramData, (date: CalendarDate, now: Instant)) -> Report
  ) throws(CommandError) -> ExitStatus {
    try use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let date = argument.date(today: program.zone.date(of: now))
      var data = program.data(weekOf: date)
      if let permission {
        try program.allow(permission, options, in: data, orElse: "isn't shown this")
      }
      let report = make(program, &data, (date, now))
      try Output.write(isJSON ? report.json.text : report.text)
      try program.checkComplete(data.problems)
      return .well
    }
  }
}
