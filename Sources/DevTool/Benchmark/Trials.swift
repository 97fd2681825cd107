/// How long until the day is painted.
enum StartTrial {
  /// Starts the programs in turns, forward and backward, so that all meet the same machine.
  ///
  /// - Returns: For each program the times, in milliseconds.
  static func run(_ programs: [Contestant], runs: Int) throws(ToolError) -> [Sample] {
    var samples = programs.map { _ in Sample() }
    for run in -2..<runs {
      let order = run % 2 == 0 ? Array(programs.indices) : programs.indices.reversed()
      for place in order {
        let contestant = programs[place]
        let program = try DrivenProgram(contestant.start)
        let begin = program.begin()
        try program.wait(for: contestant.ready)
        program.settle(quiet: 50)
        if run >= 0, let time = program.time(of: contestant.ready) {
          samples[place].add((time - begin).milliseconds)
        }
        program.leave(with: contestant.leave)
      }
    }
    return samples
  }
}

/// How long until a key that moves the selection is answered, and in how many bytes.
enum KeyTrial {
  struct Figures {
    var times = Sample()
    var bytesPerKey: Double
    var memory: (now: Double, most: Double)
  }

  private static let down = "\u{1B}OB"
  private static let up = "\u{1B}OA"

  /// Gives the programs keys in turns, twenty at a time: down a list and up again.
  ///
  /// A key that changes nothing on the screen isn't counted.
  static func run(
    _ programs: [Contestant],
    setup: String,
    keys: Int
  ) throws(ToolError) -> [Figures] {
    var times = programs.map { _ in Sample() }
    var bytes = programs.map { _ in 0 }
    var running: [DrivenProgram] = []
    for contestant in programs {
      let program = try DrivenProgram(contestant.start)
      program.begin()
      try program.wait(for: contestant.ready)
      program.settle(quiet: 300)
      program.send(setup)
      program.settle(quiet: 100)
      running.append(program)
    }
    var dice = SplitMix(state: 7)
    for round in 0..<max(1, keys / 20) {
      for place in round % 2 == 0 ? Array(running.indices) : running.indices.reversed() {
        let program = running[place]
        for step in 0..<20 {
          // Out of step with any timer.
          program.receive(within: Int(dice.next() % 4))
          let before = (bytes: program.bytesPainted, read: program.bytesRead)
          let begin = Nanoseconds.now()
          program.send(step % 4 < 2 ? down : up)
          guard let last = program.settle(reading: before.read + 3) else { continue }
          times[place].add((last - begin).milliseconds)
          bytes[place] += program.bytesPainted - before.bytes
        }
      }
    }
    return programs.indices.map { place in
      let memory = running[place].memory
      running[place].leave(with: programs[place].leave)
      return Figures(
        times: times[place],
        bytesPerKey: Double(bytes[place]) / Double(max(1, times[place].count)),
        memory: (Double(memory.now) / 1_024, Double(memory.most) / 1_024)
      )
    }
  }
}

/// How long from a mark's key until the screen calls it saved.
enum MarkTrial {
  static func run(_ programs: [Contestant], marks: Int) throws(ToolError) -> [Sample] {
    var samples = programs.map { _ in Sample() }
    for (place, contestant) in programs.enumerated() {
      let program = try DrivenProgram(contestant.start)
      program.begin()
      try program.wait(for: contestant.ready)
      program.settle(quiet: 300)
      program.send("\r")
      program.settle(quiet: 100)
      for turn in 0..<marks {
        // The first row is marked in turns, so that each mark has words of its own to wait for.
        program.send("1")
        program.settle()
        let (key, words) = turn % 2 == 0 ? ("n", "-> No-show") : ("p", "-> Present")
        let painted = program.bytesPainted
        let begin = Nanoseconds.now()
        program.send(key)
        try program.wait(for: words, "Saved ")
        program.settle()
        guard let time = program.time(of: words, "Saved ", after: painted) else { continue }
        samples[place].add((time - begin).milliseconds)
      }
      program.leave(with: contestant.leave)
    }
    return samples
  }
}
