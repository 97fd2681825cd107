import ArgumentParser
import Domain
import Storage

struct NotesVerifyCommand: ProgramCommand {
  static let form = "caseload notes verify"

  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Whether everything signed is there, as it was signed.",
    discussion: """
      Changes nothing, and may run beside the program. Status 0 only when every chain of \
      signed notes is whole; else each problem is a line, and the status 1.

      Examples:
        caseload notes verify
        caseload --data DIR notes verify
      """
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    // A signal that comes meanwhile ends the process once it is said what was found.
    HeldSignals.hold()
    defer { HeldSignals.release() }
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let problems = program.folder.verifyNotes { !HeldSignals.isOneWaiting }
      let isStopped = HeldSignals.isOneWaiting
      var lines = problems.map { "\($0.record): \($0.kind): \($0.what) \($0.doThis)" }
      if problems.isEmpty, !isStopped { lines = [try whole(program)] }
      if !problems.isEmpty {
        lines.append(problems.count == 1 ? "1 problem." : "\(problems.count) problems.")
      }
      try Output.write(lines.map { Output.cleaned($0) + "\n" }.joined())
      if isStopped {
        Output.tell("Stopped before the end; nothing was changed. Run it again to check the rest.")
      }
      return problems.isEmpty && !isStopped ? .well : .found
    }
  }

  @MainActor private func whole(_ program: OpenedProgram) throws(CommandError) -> String {
    var data = program.folder.loadStanding()
    program.folder.loadCaseload(into: &data)
    try program.checkComplete(data.problems)
    let counts = data.clients.keys.map { program.folder.notes(of: $0).records.count }
      .filter { $0 > 0 }
    let notes = counts.reduce(0, +)
    return "\(notes) \(notes == 1 ? "note" : "notes") in "
      + "\(counts.count) \(counts.count == 1 ? "chart" : "charts"): every chain is whole."
  }
}
