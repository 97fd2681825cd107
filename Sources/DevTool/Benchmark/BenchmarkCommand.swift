import ArgumentParser

struct BenchmarkCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measures what must stay fast; a figure a line.",
    discussion: "The measurements are listed in Benchmark/Measurement.swift."
  )

  @Argument(help: "Which ones; all of them where none is named.")
  var names: [String] = []

  @Option(help: "How often each is run.")
  var rounds = 20

  @MainActor func perform() throws {
    for name in names where !Measurement.all.contains(where: { $0.name == name }) {
      let known = Measurement.all.map(\.name).joined(separator: ", ")
      throw ToolError.use("there is no measurement \(name); there are \(known)")
    }
    for measurement in Measurement.all
    where names.isEmpty || names.contains(measurement.name) {
      print(try measurement.figures(rounds: max(1, rounds)))
    }
  }
}
