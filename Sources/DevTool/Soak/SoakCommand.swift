import ArgumentParser
import Domain
import TerminalCore

struct SoakCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Long trials from a seed; each ends with its figures.",
    discussion: "The trials are listed in Soak/Trial.swift."
  )

  @Argument(help: "Which ones; all of them where none is named.")
  var names: [String] = []

  @Option(help: "Another seed is another run.")
  var seed: UInt64 = 1

  @Option(help: "How many steps each trial takes.")
  var count = 10_000

  @MainActor func perform() throws {
    for name in names where !Trial.all.contains(where: { $0.name == name }) {
      let known = Trial.all.map(\.name).joined(separator: ", ")
      throw ToolError.use("there is no trial \(name); there are \(known)")
    }
    for trial in Trial.all where names.isEmpty || names.contains(trial.name) {
      print("\(trial.name)  seed \(seed)  \(try trial.run(seed, max(1, count)))")
    }
  }
}
