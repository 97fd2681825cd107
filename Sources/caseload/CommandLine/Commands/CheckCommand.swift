import ArgumentParser
import Domain
import Storage

struct CheckCommand: ProgramCommand {
  static let form = "caseload check [--json] [--accept FILE]"

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads every file and says what isn't as it should be.",
    discussion: """
      Changes nothing, and may run beside the program. Status 0 only when all is well.

      A file that was mended by hand looks damaged: --accept shows what it holds, names too, \
      and takes it as it is.

      Examples:
        caseload check
        caseload --data DIR check --json
        caseload check --accept staff/st_0Example0000.plist
      """
  )

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: ArgumentHelp("Shows a mended file and takes it as it is.", valueName: "file"))
  var accept: String?

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    // A signal that comes while files are read ends the process once it is said what was found.
    if accept == nil { HeldSignals.hold() }
    defer { if accept == nil { HeldSignals.release() } }
    do throws(CommandError) {
      return try OpenedProgram.use(options) { program throws(CommandError) in
        if let accept {
          let data = program.folder.loadStanding()
          try program.allow(.configure, options, in: data, orElse: "accepts no record")
          return try take(accept, in: program.folder)
        }
        return try show(program.folder.check(progress: CheckProgress().show))
      }
    } catch {
      guard accept == nil, let problem = error.problem else { throw error }
      return try show(CheckReport(files: 1, problems: [problem]))
    }
  }

  @MainActor private func show(_ report: CheckReport) throws(CommandError) -> ExitStatus {
    let words = CheckWords(report)
    try Output.write(json ? words.json.text : words.text)
    if report.isStopped {
      Output.tell("Stopped before the end; nothing was changed. Run it again to check the rest.")
    }
    return report.problems.isEmpty && !report.isStopped ? .well : .found
  }

  @MainActor private func take(_ file: String, in folder: DataFolder) throws(CommandError)
    -> ExitStatus
  {
    let seen: InspectedFile
    do throws(StorageError) {
      seen = try folder.inspect(file: file)
      if !seen.isSound { _ = try folder.accept(file: file) }
    } catch {
      throw CommandError(error)
    }
    try Output.write(json ? AcceptWords(seen).json.text : AcceptWords(seen).text)
    return .well
  }
}
