/// How long until each screen is there after its key, with a book of one year and one of several.
enum ScreensTrial {
  /// One figure, of the small book and of the large one.
  struct Line {
    var name: String
    var small: Sample
    var large: Sample
    /// The most milliseconds that the slowest of 100 keys should take.
    var aim: Double
  }

  /// A key, and what the screen shows once it has done its work.
  private struct Step {
    var name: String
    var keys: String
    var shows: String
    var aim = 100.0
  }

  private static let steps = [
    Step(name: "caseload", keys: "gc", shows: "Clients, by"),
    Step(name: "key in the caseload", keys: "\u{1B}OB", shows: "", aim: 50),
    Step(name: "everyone", keys: "*", shows: "all: "),
    Step(name: "search, first letter", keys: "/a", shows: "with \"a\"", aim: 50),
    Step(name: "search, next letter", keys: "n", shows: "with \"an\"", aim: 50),
    Step(name: "card", keys: "\r\r", shows: "Client card"),
    Step(name: "week", keys: "gw", shows: "Hours, by"),
    Step(name: "calendar", keys: "c", shows: "Calendar"),
    Step(name: "to do, and what is due", keys: "gq", shows: "To do"),
    Step(name: "team sheet", keys: "gm", shows: "Team meeting"),
    Step(name: "day", keys: "gd", shows: "Individual"),
  ]

  /// Starts each book so often; once the keys come at once, once after all idle work is done.
  static func run(
    _ program: String,
    _ books: [LargeData],
    home: String,
    runs: Int
  ) throws(ToolError) -> [Line] {
    var lines: [Line] = []
    for isRested in [false, true] {
      var samples = books.map { _ in steps.map { _ in Sample() } }
      for run in 0..<runs {
        let order = run % 2 == 0 ? Array(books.indices) : books.indices.reversed()
        for place in order {
          let times = try walk(program, books[place], home: home, isRested: isRested)
          for (step, time) in times.enumerated() { samples[place][step].add(time) }
        }
      }
      let when = isRested ? "" : ", at once after the start"
      for (place, step) in steps.enumerated() {
        lines.append(
          Line(
            name: step.name + when,
            small: samples[0][place],
            large: samples[1][place],
            aim: step.aim
          )
        )
      }
    }
    return lines
  }

  private static func walk(
    _ path: String,
    _ book: LargeData,
    home: String,
    isRested: Bool
  ) throws(ToolError) -> [Double] {
    let arguments = ["--data", book.path, "--now", book.now, "--counselor", book.counselor]
    let program = try DrivenProgram(ProgramStart(path: path, arguments: arguments, home: home))
    program.begin()
    try program.wait(for: "F1 help")
    if isRested { program.settle(quiet: 1_000) }
    var times: [Double] = []
    for step in steps {
      let painted = program.bytesPainted
      let begin = Nanoseconds.now()
      program.send(step.keys)
      if step.shows.isEmpty {
        while program.bytesPainted == painted { program.receive(within: 20) }
        times.append((Nanoseconds.now() - begin).milliseconds)
      } else {
        try program.wait(for: step.shows)
        guard let shown = program.time(of: step.shows, after: painted) else {
          throw ToolError("\(step.name): \(step.shows) was on the screen before its key")
        }
        times.append((shown - begin).milliseconds)
      }
      // A person's pace; what is idle work goes on meanwhile.
      if isRested { program.settle(quiet: 200) } else { program.receive(within: 30) }
    }
    program.leave(with: "\u{11}")
    return times
  }
}

extension ScreensTrial.Line {
  static func text(_ lines: [ScreensTrial.Line]) -> String {
    let width = lines.map(\.name.count).max() ?? 0
    return lines.map { line in
      let most = line.large.at(1) ?? .infinity
      return line.name + String(repeating: " ", count: width - line.name.count)
        + "  small \(Decimals.text(line.small.at(0.5))) ms, most \(Decimals.text(line.small.at(1)))"
        + ";  large \(Decimals.text(line.large.at(0.5))) ms, most \(Decimals.text(most))"
        + "; aim \(Int(line.aim)): \(most <= line.aim ? "met" : "missed")\n"
    }
    .joined()
  }
}
