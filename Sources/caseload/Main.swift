import ArgumentParser
import Glibc
import Terminal

/// Parses the command line, does what it says, and leaves with the status that tells how it went.
@main
enum Main {
  static func main() {
    CrashRestore.silenceBacktracer()
    occupyStandardDescriptors()
    let status = run(Array(CommandLine.arguments.dropFirst()))
    exit(status.rawValue)
  }

  /// Sees to it that no record is ever opened under the number of a closed standard stream.
  ///
  /// What is written to a stream that was closed fails, as it should.
  private static func occupyStandardDescriptors() {
    var descriptor = open("/dev/null", O_RDONLY)
    while descriptor >= 0 && descriptor <= STDERR_FILENO {
      descriptor = open("/dev/null", O_RDONLY)
    }
    if descriptor > STDERR_FILENO { close(descriptor) }
  }

  private static func run(_ arguments: [String]) -> ExitStatus {
    do throws(CommandError) {
      return try perform(arguments)
    } catch {
      Output.complain(error)
      return error.status
    }
  }

  private static func perform(_ arguments: [String]) throws(CommandError) -> ExitStatus {
    if let choice = try StartChoice.plain(arguments) { return CaseloadCommand.runScreen(choice) }
    var parsed: any ParsableCommand
    do {
      parsed = try CaseloadCommand.parseAsRoot(arguments)
      guard let command = parsed as? any ProgramCommand else {
        try parsed.run()
        return .well
      }
      parsed = command
    } catch {
      return try answer(error, to: arguments)
    }
    guard let command = parsed as? any ProgramCommand else { return .well }
    return try command.perform()
  }

  /// Help, the version and completions are errors to the parser too, but are what was asked.
  private static func answer(_ error: any Error, to arguments: [String]) throws(CommandError)
    -> ExitStatus
  {
    guard CaseloadCommand.exitCode(for: error).isSuccess else {
      throw WrongArguments.error(error, in: arguments)
    }
    try Output.write(CaseloadCommand.fullMessage(for: error))
    return .well
  }
}
