import ArgumentParser
import Domain
import Storage

struct CheckCommand: ProgramCommand {
  static let form = "caseload check [--json] [--repair [--yes] | --accept FILE]"

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads every file and says what isn't as it should be.",
    discussion: """
      Changes nothing, and may run beside the program. Status 0 only when all is well.

      --repair says what can be mended, and on a terminal asks of each whether it shall be; --yes \
      mends everything without asking. Whatever is changed is kept in the folder, and said where. \
      Of what can't be mended it tells the last good version known, as in the last backup.

      A file that was mended by hand looks damaged: --accept shows what it holds, names too, \
      and takes it as it is.

      Examples:
        caseload check
        caseload --data DIR check --json
        caseload check --repair
        caseload check --accept staff/st_0Example0000.plist
      """
  )

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: ArgumentHelp("Shows a mended file and takes it as it is.", valueName: "file"))
  var accept: String?

  @Flag(help: "Mends what can be mended, and keeps what was there.")
  var repair = false

  @Flag(help: "Mends without asking.")
  var yes = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    if yes && !repair || repair && accept != nil {
      throw .use("--yes goes with --repair, and --accept with neither.", form: Self.form)
    }
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
        if repair { return try mend(in: program) }
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

  @MainActor private func mend(in program: OpenedProgram) throws(CommandError) -> ExitStatus {
    let data = program.folder.loadStanding()
    try program.allow(.configure, options, in: data, orElse: "mends no record")
    let work = program.folder.repairs(progress: CheckProgress().show)
    defer { work.close() }
    guard !work.report.isStopped else { return try show(work.report) }
    let mode = CheckRepair.mode(isYes: yes, isJSON: json)
    var repair = CheckRepair(work, in: program, options, mode: mode)
    try repair.run(isShown: !json)
    try Output.write(json ? repair.json.text : repair.text)
    return repair.isAllWell ? .well : .found
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
