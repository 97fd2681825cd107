import ArgumentParser

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
    return try work(program)
  }
}
