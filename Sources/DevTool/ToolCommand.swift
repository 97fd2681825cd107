import ArgumentParser

/// The tool itself, which does nothing without one of its commands.
struct DevToolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "DevTool",
    abstract: "What the people who build Caseload use.",
    discussion: """
      Examples:
        DevTool sample-data /tmp/cases --seed 7 --clients 24 --weeks 6
        DevTool screen attendance --size 80x24
        DevTool screen --all --roles
        DevTool keys --check README.md
        DevTool replay /tmp/keys
        DevTool benchmark --runs 15
        DevTool soak --quick
        DevTool fuzz --count 20000
      """,
    subcommands: [
      SampleDataCommand.self, ScreenCommand.self, KeysCommand.self, ReplayCommand.self,
      BenchmarkCommand.self, SoakCommand.self, SealingCommand.self, FuzzCommand.self,
    ]
  )
}

/// A command of the tool, done by `Main` once its arguments are parsed.
nonisolated protocol ToolCommand: ParsableCommand {
  @MainActor func perform() throws
}

/// Why the tool didn't do what was asked.
nonisolated struct ToolError: Error {
  var message: String
  var status: Int32

  init(_ message: String, status: Int32 = 65) {
    self.message = message
    self.status = status
  }

  static func use(_ message: String) -> ToolError { ToolError(message, status: 64) }
}
