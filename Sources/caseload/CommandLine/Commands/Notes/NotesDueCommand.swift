import ArgumentParser
import Domain

struct NotesDueCommand: ProgramCommand {
  static let form = "caseload notes due [--counselor CODE] [--json]"

  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Notes that are owed, and co-signatures that are waited for, by due time.",
    discussion: """
      One note a line: due, code, kind, service date, state, author, id, how late, what is \
      missing. With --counselor only what waits for that person.

      Examples:
        caseload notes due
        caseload notes due --counselor NP --json
        caseload --demo notes due | grep OVERDUE
      """
  )

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let data = program.dataOfNotes(at: now)
      let given = try CounselorChoice.given(options, in: data)
      try program.allow(.readNotes, options, in: data, orElse: "reads no notes")
      let person = program.ownerOfDueNotes(given, options, in: data)
      let report = NotesDueReport(data, of: person, at: now, templates: program.noteTemplates())
      try Output.write(json ? report.json.text : report.text)
      try program.checkComplete(data.problems)
      return .well
    }
  }
}
