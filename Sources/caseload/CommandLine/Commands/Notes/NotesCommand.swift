import ArgumentParser

struct NotesCommand: ProgramCommand {
  static let form =
    "caseload notes due [--counselor CODE] [--json], or notes with show ID, text ID, verify"

  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "What is owed, what a note says, and whether all that is signed is whole.",
    discussion: """
      Notes are written and signed on the screen alone.

      Examples:
        caseload notes due --counselor NP
        caseload notes show ID
        caseload notes text ID | wc -w
        caseload --data DIR notes verify
      """,
    subcommands: [
      NotesDueCommand.self, NotesShowCommand.self, NotesTextCommand.self, NotesVerifyCommand.self,
    ]
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try Output.write(CaseloadCommand.helpMessage(for: NotesCommand.self))
    return .well
  }
}
