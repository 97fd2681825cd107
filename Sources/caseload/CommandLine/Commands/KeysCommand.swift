import App
import ArgumentParser
import TerminalCore

struct KeysCommand: ProgramCommand {
  static let form = "caseload keys [--json]"

  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Every key and what it does, part by part."
  )

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try Output.write(json ? Self.table.text : KeyTable.plain)
    return .well
  }

  @MainActor private static var table: JSONValue {
    .object([
      (
        "keys",
        .array(
          Keymap.standard.bindings.map { binding in
            .object([
              ("context", .string(binding.context.rawValue)),
              ("keys", .array(binding.keys.map { .string($0.notation) })),
              ("command", .string(binding.command.rawValue)),
              ("title", .string(binding.command.info.title)),
            ])
          }
        )
      )
    ])
  }
}
