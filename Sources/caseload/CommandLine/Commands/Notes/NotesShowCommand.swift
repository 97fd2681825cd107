import ArgumentParser
import Domain

struct NotesShowCommand: ProgramCommand {
  static let form = "caseload notes show ID [--as-of MOMENT] [--json]"

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "A note with all that belongs to it: texts, signature, what happened since.",
    discussion: """
      The id is the one that notes due shows. What isn't signed is headed DRAFT.

      Examples:
        caseload notes show ID
        caseload --data DIR notes show ID --json
        caseload notes show ID --as-of 2026-03-11T16:30
      """
  )

  @Argument(help: ArgumentHelp("As notes due shows it.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("What stood there at a moment of the past.", valueName: "moment"))
  var asOf: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let moment = try PastMoment(asOf)
    return try OpenedProgram.use(options) { program throws(CommandError) in
      var found = try FoundNote(id, in: program)
      if let moment { try found.goBack(to: try moment.instant(in: program)) }
      try found.allowReading(options, in: program)
      program.tell(.viewNote, .note(found.id), of: found.clientID, by: options)
      let report = NotesShowReport(found)
      try Output.write(json ? report.json.text : report.text)
      return .well
    }
  }
}
