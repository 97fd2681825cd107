import ArgumentParser
import Glibc
import Terminal

/// Parses the command line, does what it says, and leaves with the status that tells how it went.
@main
enum Main {
  static func main() {
    CrashRestore.silenceBacktracer()
    let status = run(Array(CommandLine.arguments.dropFirst()))
    exit(status.rawValue)
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
