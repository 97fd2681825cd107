/// How long until a letter typed at the end of a text is painted, beside a cursor key in a list.
enum EditorTrial {
  struct Line {
    var name: String
    var times: Sample
    /// The median in those of the cursor key.
    var toList: Double?
    /// What that should be at most; nil where nothing is aimed at.
    var aim: Double?
  }

  private struct Desk {
    var name: String
    var text: String?
    var aim: Double?
  }

  private static let desks = [
    Desk(name: "cursor key in a list", text: nil, aim: nil),
    Desk(name: "typing in 100 words", text: words(100), aim: 1.5),
    Desk(name: "typing at the end of 20 pages (10,000 words)", text: words(10_000), aim: 1.5),
    Desk(name: "typing at the end of 100,000 words", text: words(100_000), aim: 1.5),
    Desk(name: "typing at the end of one paragraph of 1 MB", text: paragraph(1_048_576), aim: nil),
  ]

  static func run(program: String, home: String, keys: Int) throws(ToolError) -> [Line] {
    let start = ProgramStart(path: program, arguments: ["--demo"], home: home)
    var running: [DrivenProgram] = []
    for desk in desks { running.append(try opened(desk, start)) }
    var times = desks.map { _ in Sample() }
    var dice = SplitMix(state: 7)
    for round in 0..<max(1, keys / 20) {
      for place in round % 2 == 0 ? Array(desks.indices) : desks.indices.reversed() {
        for step in 0..<20 {
          let key = desks[place].text == nil ? cursorKey(step) : letter(step)
          // Out of step with any timer.
          running[place].receive(within: Int(dice.next() % 4))
          let before = running[place].bytesRead
          let begin = Nanoseconds.now()
          running[place].send(key)
          guard let last = running[place].settle(reading: before + key.utf8.count) else { continue }
          times[place].add((last - begin).milliseconds)
        }
      }
    }
    let spelling = spellingLines(running)
    for program in running { program.leave(with: "\u{11}") }
    let list = times[0].at(0.5)
    return spelling
      + desks.indices.map { place in
        let median = times[place].at(0.5)
        let ratio = median.flatMap { one in list.map { one / $0 } }
        return Line(
          name: desks[place].name,
          times: times[place],
          toList: ratio,
          aim: desks[place].aim
        )
      }
  }

  /// How long F7 takes until its box is there: the first time with the dictionary to load.
  ///
  /// Nothing where no spell checker is installed.
  private static func spellingLines(_ running: [DrivenProgram]) -> [Line] {
    desks.indices.dropFirst().flatMap { place -> [Line] in
      let first = spellingTime(running[place])
      let again = spellingTime(running[place])
      return zip(["first F7", "F7 again"], [first, again]).compactMap { name, time in
        var times = Sample()
        guard let time else { return nil }
        times.add(time)
        return Line(name: "\(name), \(desks[place].name)", times: times, toList: nil, aim: nil)
      }
    }
  }

  /// Nil where no box came within ten seconds.
  private static func spellingTime(_ program: DrivenProgram) -> Double? {
    let before = program.bytesRead
    let begin = Nanoseconds.now()
    program.send("\u{1B}[18~")
    while Nanoseconds.now() < begin + .seconds(10) {
      guard let last = program.settle(reading: before + 5) else { continue }
      return program.shows("my words") ? (last - begin).milliseconds : nil
    }
    return nil
  }

  /// The demo with a roster open, or a client's own part with a text pasted into it.
  private static func opened(_ desk: Desk, _ start: ProgramStart) throws(ToolError) -> DrivenProgram
  {
    let program = try DrivenProgram(start)
    program.begin()
    try program.wait(for: "F1 help")
    program.settle(quiet: 300)
    program.send("\r")
    try program.wait(for: "Attendance]")
    if let text = desk.text {
      program.send("1E")
      try program.wait(for: "Nothing is final until you sign")
      program.send("\u{1B}[200~\(text)\u{1B}[201~")
    }
    program.settle(quiet: 1_000)
    return program
  }

  private static func cursorKey(_ step: Int) -> String {
    step % 4 < 2 ? "\u{1B}OB" : "\u{1B}OA"
  }

  private static func letter(_ step: Int) -> String { step % 6 == 5 ? " " : "n" }

  private static let line = "Client spoke about the week and named two plans for the weekend. "

  /// Paragraphs of sixty words.
  private static func words(_ count: Int) -> String {
    let paragraph = String(repeating: line, count: 5) + "\n"
    let words = 60
    let rest = String(repeating: "word ", count: count % words)
    return String(repeating: paragraph, count: count / words) + rest
  }

  private static func paragraph(_ bytes: Int) -> String {
    String(repeating: line, count: bytes / line.utf8.count)
  }
}

extension EditorTrial.Line {
  static func text(_ lines: [EditorTrial.Line]) -> String {
    let width = lines.map(\.name.count).max() ?? 0
    return lines.map { line in
      var text = line.name + String(repeating: " ", count: width - line.name.count)
      text += "  median \(Decimals.text(line.times.at(0.5))) ms"
      text += ", 95 of 100 \(Decimals.text(line.times.at(0.95))) ms"
      if line.toList != nil { text += ", \(Decimals.text(line.toList)) x the list" }
      if let aim = line.aim {
        let isMet = (line.toList ?? .infinity) <= aim
        text += ", aim \(Decimals.text(aim)) x: \(isMet ? "met" : "missed")"
      }
      return text + "\n"
    }
    .joined()
  }

  static func json(_ lines: [EditorTrial.Line]) -> String {
    let objects = lines.map { line in
      "  {\"figure\": \"\(line.name)\", \"unit\": \"ms\", "
        + "\"median\": \(Decimals.text(line.times.at(0.5), places: 4)), "
        + "\"of_100_95\": \(Decimals.text(line.times.at(0.95), places: 4)), "
        + "\"to_list\": \(Decimals.text(line.toList, places: 4))}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }
}
