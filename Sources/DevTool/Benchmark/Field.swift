import Glibc

/// The programs that are measured side by side.
struct Field {
  private let list: Contestant
  private let demo: Contestant
  private let large: Contestant

  init(list: String, program: String, data: LargeData, home: String) throws(ToolError) {
    let home = home + "/home"
    guard mkdir(home, 0o700) == 0 else { throw ToolError("no folder can be made in \(home)") }
    self.list = Contestant(
      start: ProgramStart(path: list, home: home),
      ready: "q leaves",
      leave: "q"
    )
    demo = Contestant(
      start: ProgramStart(path: program, arguments: ["--demo"], home: home),
      ready: "F1 help",
      leave: "\u{11}"
    )
    let arguments = ["--data", data.path, "--now", data.now, "--counselor", data.counselor]
    large = Contestant(
      start: ProgramStart(path: program, arguments: arguments, home: home),
      ready: "F1 help",
      leave: "\u{11}"
    )
  }

  func measure(runs: Int) throws(ToolError) -> [FigureLine] {
    let starts = try StartTrial.run([list, demo, large], runs: runs)
    let groups = try KeyTrial.run([list, demo, large], setup: "", keys: runs * 20)
    let roster = try KeyTrial.run([list, demo, large], setup: "\r", keys: runs * 20)
    let marks = try MarkTrial.run([demo, large], marks: runs * 4)
    let ms = "ms"
    return [
      FigureLine(
        "start to painted day, median",
        ms,
        starts.map { $0.at(0.5) },
        .times(3, large: 1.3)
      ),
      FigureLine("key to paint, roster, median", ms, roster.map { $0.times.at(0.5) }, .times(2)),
      FigureLine("key to paint, roster, 95 of 100", ms, roster.map { $0.times.at(0.95) }),
      FigureLine("key to paint, groups, median", ms, groups.map { $0.times.at(0.5) }, .times(2)),
      FigureLine("key to paint, groups, 95 of 100", ms, groups.map { $0.times.at(0.95) }),
      FigureLine("key to mark on disk, median", ms, [nil] + marks.map { $0.at(0.5) }),
      FigureLine("key to mark on disk, 95 of 100", ms, [nil] + marks.map { $0.at(0.95) }),
      FigureLine("bytes a step, roster", "", roster.map(\.bytesPerKey), .most(200)),
      FigureLine("bytes a step, groups", "", groups.map(\.bytesPerKey)),
      FigureLine("resident memory at the end", "MB", roster.map(\.memory.now), .most(30)),
      FigureLine("resident memory at most", "MB", roster.map(\.memory.most)),
    ]
  }
}

/// One of the programs that are measured.
struct Contestant {
  var start: ProgramStart
  /// What is on the screen when it is painted whole.
  var ready: String
  /// The keys that leave it.
  var leave: String
}
