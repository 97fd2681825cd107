import ArgumentParser
import Domain

struct NotesTextCommand: ProgramCommand {
  static let form = "caseload notes text ID"

  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Only what was written in a note itself, for pipes.",
    discussion: """
      Without titles, choices, and the text that a group shares; a blank line between the \
      parts. Of a returned note it is the text that is being written.

      Examples:
        caseload notes text ID | wc -w
        caseload --data DIR notes text ID | aspell list
      """
  )

  @Argument(help: ArgumentHelp("As notes due shows it.", valueName: "id"))
  var id: String

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try OpenedProgram.use(options) { program throws(CommandError) in
      let found = try FoundNote(id, in: program)
      try found.allowReading(options, in: program)
      program.tell(.viewNote, .note(found.id), of: found.clientID, by: options)
      let lines = NotesLines.of(found.ownText)
      try Output.write(lines.map { $0 + "\n" }.joined())
      return .well
    }
  }
}

/// Texts of many lines, made safe for a terminal.
enum NotesLines {
  static func of(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Output.cleaned(String($0)) }
  }
}
