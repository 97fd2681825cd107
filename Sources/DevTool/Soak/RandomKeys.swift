import App
import Domain
import Glibc
import SampleData
import TerminalCore

/// Random keys at random sizes on the demo, every screen drawn; then everything is undone.
enum RandomKeys {
  private static let sizes = [
    Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 160, rows: 50), Size(columns: 59, rows: 15), Size(columns: 1, rows: 1),
  ]
  private static let keys =
    Keymap.standard.bindings.flatMap(\.keys)
    + (0x20...0x7E).compactMap(Unicode.Scalar.init)
    .map(Key.init)
  /// Pressed as often as all the others together, so that people get marked.
  private static let marks =
    "np txAbfuUiv-=.a123 ".unicodeScalars.map(Key.init) + [
      .enter, .enter, .enter, .escape, .escape, .down, .up, .tab,
    ]

  static func run(_ scale: Scale) throws(ToolError) -> String {
    var changes = 0
    for turn in 0..<scale.seeds {
      let seed = scale.seed + UInt64(turn)
      // A trap ends the process; whoever looks wants to know at which seed.
      fputs("random-keys: seed \(seed), \(scale.keys) keys\n", stderrFile)
      changes += try press(scale.keys, seed: seed)
    }
    return "\(scale.seeds) seeds of \(scale.keys) keys, \(changes) changes undone"
  }

  private static let stderrFile = fdopen(STDERR_FILENO, "w")

  /// - Returns: How many changes were taken back in the end.
  private static func press(_ count: Int, seed: UInt64) throws(ToolError) -> Int {
    var dice = SplitMix(state: seed)
    // A day on which nothing was done yet, so that undoing leads back to its beginning.
    let day = Demo.date.adding(days: 7)
    var stage = try Stage(size: sizes[1], counselor: dice.one(of: ["TB", "MQ"]), on: day)
    let start = Content(stage.state)
    for step in 0..<count {
      if step % 25 == 0 {
        let any = Size(columns: 1 + dice.below(200), rows: 1 + dice.below(60))
        let size = dice.below(3) == 0 ? any : dice.one(of: sizes)
        let later = stage.state.now.adding(seconds: dice.below(20))
        stage.take(.resized(size), at: later)
      }
      let key = dice.one(of: dice.below(2) == 0 ? keys : marks)
      stage.take(.input(.key(key)), at: stage.state.now)
      let frame = stage.frame()
      guard stage.state.size.rect.contains(frame.cursor) else {
        throw ToolError("seed \(seed), step \(step): the cursor left the screen", status: 1)
      }
    }
    let undone = stage.undoEverything()
    if let record = start.difference(from: Content(stage.state)) {
      throw ToolError(
        "seed \(seed), \(count) keys: undoing everything doesn't give back \(record)",
        status: 1
      )
    }
    return undone
  }
}

/// What is recorded of sessions and appointments, without how it came about.
private struct Content {
  private var sessions: [SessionID: GroupSession] = [:]
  private var appointments: [AppointmentID: Appointment] = [:]

  init(_ state: AppState) {
    for week in state.data.weeks.values {
      for id in week.sessionsByDay.values.joined() {
        sessions[id] = state.data.sessions[id]
        sessions[id]?.history = []
      }
      for id in week.appointmentsByDay.values.joined() {
        appointments[id] = state.data.appointments[id]
        appointments[id]?.history = []
      }
    }
  }

  /// The first record that is otherwise in what came of this, and in what; nil where none is.
  func difference(from end: Content) -> String? {
    for (id, session) in sessions.sorted(by: { $0.key < $1.key }) {
      guard let other = end.sessions[id] else { return "\(id), which is gone" }
      if session.state != other.state { return "\(id): \(session.state), now \(other.state)" }
      for (row, now) in zip(session.rows, other.rows) where row != now {
        return "\(id): \(row), now \(now)"
      }
      if session != other { return "\(id)" }
    }
    for (id, meeting) in appointments.sorted(by: { $0.key < $1.key })
    where end.appointments[id] != meeting {
      return "\(meeting), now \(end.appointments[id].map { "\($0)" } ?? "gone")"
    }
    return nil
  }
}
