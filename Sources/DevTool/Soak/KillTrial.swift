import Domain
import SampleData
import Storage

/// The real program, killed at any moment: what its screen had called saved is on disk.
enum KillTrial {
  static func run(_ scale: Scale) throws(ToolError) -> String {
    let folder = try TrialFolder("kills")
    var trial = try Round(
      program: try BuiltProgram.path(scale.program),
      folder: folder.path,
      seed: scale.seed
    )
    for kill in 0..<scale.kills { try trial.run(kill) }
    return "\(scale.kills) kills, \(trial.saved) marks called saved and found, "
      + "\(trial.unsettled) cut off, \(trial.leftovers) temporary files left over"
  }

  private static let date = Demo.date

  private struct Round {
    private let start: ProgramStart
    private let path: String
    private var dice: SplitMix
    private var rows: [Row] = []
    private(set) var saved = 0
    private(set) var unsettled = 0
    private(set) var leftovers = 0

    /// A row of the open group, as it is on disk.
    private struct Row: Equatable {
      var name: String
      var status: AttendanceStatus
    }

    init(program: String, folder: String, seed: UInt64) throws(ToolError) {
      path = folder + "/data"
      dice = SplitMix(state: seed)
      start = ProgramStart(
        path: program,
        arguments: ["--data", path, "--now", "\(date)T\(Demo.startTime)"],
        home: folder
      )
      do throws(StorageError) {
        let zone = try SystemZone.load("America/New_York")
        _ = try DataFolder.create(
          at: path,
          snapshot: Demo.snapshot(zone: zone),
          durable: false,
          now: Demo.now(zone: zone)
        )
      } catch { throw ToolError(error.message) }
      rows = try found()
    }

    /// Starts the program, marks a few people, and kills it somewhere on the way.
    mutating func run(_ kill: Int) throws(ToolError) {
      let program = try DrivenProgram(start)
      program.begin()
      // Each eighth one doesn't get as far as its first screen.
      let isEarly = dice.below(8) == 0
      if isEarly {
        program.receive(within: dice.below(30))
      } else {
        try program.wait(for: "F1 help")
        program.send("\r")
        try program.wait(for: "Attendance]")
        for _ in 0..<dice.below(4) { try mark(with: program, isLast: false, kill) }
        try mark(with: program, isLast: true, kill)
      }
      program.kill()
      try look(kill, isEarly ? nil : program)
    }

    /// The mark on which the program is killed: it is either there or not.
    private var pending: (place: Int, row: Row, words: String)?

    private mutating func mark(with program: DrivenProgram, isLast: Bool, _ kill: Int)
      throws(ToolError)
    {
      let place = dice.below(8)
      let isPresent = rows[place].status == .present
      let row = Row(name: rows[place].name, status: isPresent ? .noShow : .present)
      let words = "\(row.name) -> \(row.status.word)"
      program.send("\(place + 1)" + (isPresent ? "n" : "p"))
      guard !isLast else {
        pending = (place, row, words)
        // Mostly in the middle of it, now and then long after.
        let wait = Nanoseconds.now() + Nanoseconds(count: dice.below(8_000_000))
        while Nanoseconds.now() < wait { program.receive(within: 0) }
        if dice.below(4) == 0 { program.settle() }
        return
      }
      try program.wait(for: words, "Saved ")
      rows[place] = row
      saved += 1
    }

    /// Reads what is on disk after a kill, and makes sure of all that was called saved.
    private mutating func look(_ kill: Int, _ program: DrivenProgram?) throws(ToolError) {
      let found = try found()
      if let pending, let program {
        let wasSaved = program.screen.lines.contains {
          $0.contains("Saved ") && $0.contains(pending.words)
        }
        if wasSaved {
          rows[pending.place] = pending.row
          saved += 1
        } else if found.indices.contains(pending.place), found[pending.place] == pending.row {
          rows[pending.place] = pending.row
          unsettled += 1
        } else {
          unsettled += 1
        }
      }
      pending = nil
      guard found == rows else {
        let lost = zip(rows, found).first { $0 != $1 }
        throw ToolError(
          "kill \(kill): the screen had called saved \(lost.map { "\($0.0)" } ?? "more"), "
            + "on disk is \(lost.map { "\($0.1)" } ?? "less")",
          status: 1
        )
      }
    }

    /// The open group's rows on disk; a start that would need a repair is an error.
    private mutating func found() throws(ToolError) -> [Row] {
      do throws(StorageError) {
        let folder = try DataFolder.open(at: path)
        for problem in folder.check().problems {
          guard problem.kind == "leftover" else {
            throw StorageError.unwritable(problem.record, reason: problem.what)
          }
          leftovers += 1
        }
        var data = folder.loadStanding()
        folder.loadWeek(data.weekStart(of: date), into: &data)
        let live = data.sessions(on: date).first { $0.state.status == .inProgress }
        return (live?.rows ?? []).map { row in
          Row(name: data.clients[row.clientID]?.roomName ?? "", status: row.status)
        }
      } catch {
        throw ToolError("after a kill the folder isn't sound: \(error.message)", status: 1)
      }
    }
  }
}
