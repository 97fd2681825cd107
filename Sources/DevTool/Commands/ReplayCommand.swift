import App
import ArgumentParser
import Domain
import TerminalCore

struct ReplayCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Plays recorded keys back on the demo and prints the last screen."
  )

  @Argument(help: "A file that caseload --record wrote.")
  var file: String

  @Option(help: "Stops after so many steps.")
  var steps: Int?

  @Flag(help: "Every screen, each with its key above.")
  var all = false

  @MainActor func perform() throws {
    let recording = try KeyRecording(text: try TextFile.read(file))
    var stage = try Stage(size: Size(columns: 80, rows: 24))
    let start = stage.state.now
    for (milliseconds, step) in recording.steps.prefix(max(0, steps ?? .max)) {
      let now = start.adding(seconds: milliseconds / 1_000)
      switch step {
      case .input(let input):
        if all { print("== \(milliseconds) ms \(Self.words(input))") }
        stage.take(.input(input), at: now)
      case .size(let size): stage.take(.resized(size), at: now)
      }
      if all { print(stage.text(borders: .line), terminator: "") }
      if stage.hasEnded { break }
    }
    if !all { print(stage.text(borders: .line), terminator: "") }
  }

  @MainActor private static func words(_ input: InputEvent) -> String {
    switch input {
    case .key(let key): key.notation
    case .paste(let text): "paste of \(text.utf8.count) bytes"
    }
  }
}
