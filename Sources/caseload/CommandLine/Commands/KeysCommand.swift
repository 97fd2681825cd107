import App
import ArgumentParser
import TerminalCore

struct KeysCommand: ProgramCommand {
  static let form = "caseload keys"

  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Every key and what it does, part by part."
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    var table = TextTable()
    for binding in Keymap.standard.bindings {
      let keys = binding.keys.map(\.spoken).joined(separator: ", ")
      table.add([binding.context.title, keys, binding.command.info.title])
    }
    try Output.write(table.text)
    return .well
  }
}
