import ArgumentParser

struct BenchmarkCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measures the built program beside a bare C list program.",
    discussion: """
      Both run on terminals of their own, in turns: how long until the day is painted, until a key \
      is answered, until a mark is on disk; bytes and memory. Only the ratios travel between \
      machines. Measure a release: swift build -c release --product caseload, then swift run -c \
      release DevTool benchmark.
      """
  )

  @Option(help: "How often each program is started; it is given twenty times as many keys.")
  var runs = 15

  @Option(help: "The program to measure; else the caseload beside this tool.")
  var program: String?

  @Option(help: "How many people the large program ever admitted.")
  var clients = 500

  @Option(help: "How many weeks the large program's book has.")
  var weeks = 261

  @Flag(help: "Only typing in notes of several sizes, beside a cursor key in a list.")
  var editor = false

  @Flag(help: "Only opening each screen, with books of one year and of all.")
  var screens = false

  @Flag(help: "For scripts.")
  var json = false

  @MainActor func perform() throws {
    guard (1...1_000).contains(runs), (1...100_000).contains(clients), (1...1_040).contains(weeks)
    else { throw ToolError.use("1 to 1000 runs, 1 to 100000 clients, 1 to 1040 weeks") }
    let path = try BuiltProgram.path(program)
    let folder = try TrialFolder("benchmark")
    if editor {
      let lines = try EditorTrial.run(program: path, home: folder.path, keys: runs * 20)
      print(json ? EditorTrial.Line.json(lines) : EditorTrial.Line.text(lines), terminator: "")
      return
    }
    if screens {
      let years = max(1, weeks / 52)
      let small = try LargeData(in: folder.path + "/s", clients: clients / years, weeks: 52)
      let large = try LargeData(in: folder.path + "/l", clients: clients, weeks: weeks)
      let lines = try ScreensTrial.run(path, [small, large], home: folder.path, runs: runs)
      print(ScreensTrial.Line.text(lines), terminator: "")
      return
    }
    let field = try Field(
      list: try ListProgram.build(in: folder.path),
      program: path,
      data: try LargeData(in: folder.path + "/data", clients: clients, weeks: weeks),
      home: folder.path
    )
    let lines = try field.measure(runs: runs)
    print(json ? FigureTable.json(lines) : FigureTable.text(lines), terminator: "")
  }
}
