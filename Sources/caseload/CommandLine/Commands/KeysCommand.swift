import App
import ArgumentParser
import Storage
import TerminalCore

struct KeysCommand: ProgramCommand {
  static let form = "caseload keys [--json] [--standard], or keys --check [FILE]"

  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Every key and what it does, part by part; and whether your own can be used.",
    discussion: """
      Your own keys are in ~/.config/caseload/keys.plist. --example prints such a file with every \
      place and command in it, all of them switched off. --check names each line that isn't used, \
      and ends with 65 where there is one.

      Examples:
        caseload keys
        caseload keys --example > ~/.config/caseload/keys.plist
        caseload keys --check
      """
  )

  @Flag(help: "As JSON.")
  var json = false

  @Flag(help: "The keys as they are without a file of your own.")
  var standard = false

  @Flag(help: "Says what of a key file isn't used: of yours, or of the one named.")
  var check = false

  @Flag(help: "A key file to begin with.")
  var example = false

  @Argument(help: "With --check: a key file.", completion: .file())
  var file: String?

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    guard file == nil || check, [check, example, json || standard].count(where: { $0 }) < 2 else {
      throw .use("These don't go together.", form: Self.form)
    }
    if check { return try checked() }
    if example {
      try Output.write(KeyFileExample.text)
      return .well
    }
    let own = standard ? nil : FoundKeys.own()
    let keymap = own?.keymap ?? .standard
    if let own, !own.problems.isEmpty {
      Output.tell("caseload: Not all of your own keys are used; caseload keys --check tells why.")
    }
    try Output.write(json ? Self.table(keymap).text : KeyTable.plain(of: keymap))
    return .well
  }

  @MainActor private func checked() throws(CommandError) -> ExitStatus {
    let own = FoundKeys.ownPath
    guard let path = file ?? own else {
      throw CommandError(.notThere, "Neither HOME nor XDG_CONFIG_HOME says where your keys are.")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let found = FoundKeys.at(path) else {
      guard file == nil else { throw CommandError(.notThere, "There is no file \(name).") }
      try Output.write("There is no \(path); the standard keys count.")
      return .well
    }
    guard found.problems.isEmpty else {
      var error = CommandError(
        .badData,
        "\(name): " + (found.used > 0 ? "not all of it is used." : "nothing of it is used.")
      )
      error.details = found.problems.map { $0.words(file: name) }
      throw error
    }
    let words =
      switch found.used {
      case 0: "no line of it gives a key"
      case 1: "its one line is used"
      default: "all \(found.used) lines are used"
      }
    try Output.write("\(name): \(words).")
    return .well
  }

  @MainActor private static func table(_ keymap: Keymap) -> JSONValue {
    .object([
      (
        "keys",
        .array(
          keymap.bindings.map { binding in
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
