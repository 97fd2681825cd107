import Domain
import SampleData
import Storage

/// Several windows of several people on one folder, some of them killed: what any of them called
/// saved is there in the end, and all show the same.
enum WindowsTrial {
  /// A session's record ends at some 5,500 changes: more work than this goes on a week later.
  private static let worksADay = 2_500

  // Sealed, each window wants its counselor's passphrase first.
  static func run(_ scale: Scale, isSealed: Bool = false) throws(ToolError) -> String {
    let folder = try TrialFolder("windows")
    var dice = SplitMix(state: scale.seed)
    let path = folder.path + "/data"
    let data = try makeDemo(at: path, isSealed: isSealed)
    let program = try BuiltProgram.path(scale.program)
    var claims = Claims()
    var (works, kills) = (0, 0)
    var days: [CalendarDate] = []
    while works < scale.marks {
      let day = Demo.date.adding(days: 7 * days.count)
      let end = min(scale.marks, works + worksADay)
      let start = ProgramStart(
        path: program,
        arguments: ["--data", path, "--now", "\(day)T\(Demo.startTime)"],
        home: folder.path
      )
      let windows = try open(scale.windows, start, on: day, isSealed: isSealed)
      try work(windows, until: end, &works, &kills, &claims, &dice)
      try compare(windows)
      for window in windows { window.program.leave(with: "\u{11}") }
      days.append(day)
    }
    let found = try Claims.found(in: data, on: days)
    try claims.check(against: found)
    return "\(scale.windows) windows, \(works) keys of work on \(days.count) days, "
      + "\(kills) kills, \(claims.count) called saved and found, "
      + "\(claims.differing) marks that differed"
  }

  /// Opens windows of two people in turns, all on the roster of the group, which has begun.
  private static func open(
    _ count: Int,
    _ start: ProgramStart,
    on day: CalendarDate,
    isSealed: Bool
  ) throws(ToolError) -> [TrialWindow] {
    var windows: [TrialWindow] = []
    for place in 0..<count {
      let code = codes[place % codes.count]
      var start = start
      start.arguments += ["--counselor", code]
      let passphrase = isSealed ? passphrase(of: code) : nil
      let window = try TrialWindow(start, of: code, on: day, passphrase: passphrase)
      if place == 0 { try window.begin() }
      windows.append(window)
    }
    return windows
  }

  private static func work(
    _ windows: [TrialWindow],
    until end: Int,
    _ works: inout Int,
    _ kills: inout Int,
    _ claims: inout Claims,
    _ dice: inout SplitMix
  ) throws(ToolError) {
    var nextKill = Nanoseconds.now() + .seconds(1)
    while works < end {
      for window in windows {
        window.act(dice.below(100), on: dice.below(8), &claims, dice.below(1_000_000_000))
      }
      works += windows.count
      // Mostly in the middle of what they were doing.
      if Nanoseconds.now() >= nextKill {
        for _ in 0..<min(2, windows.count) {
          let place = dice.below(windows.count)
          windows[place].program.receive(within: dice.below(12))
          windows[place].kill(&claims)
          try windows[place].restart()
          kills += 1
        }
        nextKill = Nanoseconds.now() + .seconds(1)
      }
      for window in windows { window.take(&claims) }
    }
  }

  private static let codes = ["TB", "MQ"]

  private static func passphrase(of code: String) -> String { "seven quiet herons \(code)" }

  /// - Returns: The folder of the pretend program, open.
  private static func makeDemo(
    at path: String,
    isSealed: Bool
  ) throws(ToolError) -> DataFolder {
    do throws(StorageError) {
      let zone = try SystemZone.load("America/New_York")
      var snapshot = Demo.snapshot(zone: zone)
      Demo.addNotes(to: &snapshot)
      let now = Demo.now(zone: zone)
      let staff = codes.compactMap { code in snapshot.staff.first { $0.code == code } }
      guard isSealed, let first = staff.first else {
        return try DataFolder.create(at: path, snapshot: snapshot, durable: false, now: now)
      }
      let folder = try DataFolder.createSealed(
        at: path,
        snapshot: snapshot,
        for: first,
        passphrase: passphrase(of: first.code),
        recovery: .random(),
        now: now
      )
      for person in staff.dropFirst() {
        try folder.setPassphrase(passphrase(of: person.code), for: person)
      }
      return folder
    } catch { throw ToolError(error.message) }
  }

  /// Waits until all show the same rows, without a key but the one that takes all to the first.
  private static func compare(_ windows: [TrialWindow]) throws(ToolError) {
    let end = Nanoseconds.now() + .seconds(20)
    while true {
      // A key of the trial may have been waiting, and have led away from the roster only now.
      for window in windows { window.returnToRoster() }
      for window in windows { window.program.send(TrialWindow.firstRow) }
      for window in windows { window.program.settle() }
      let tables = Set(windows.map(\.table))
      if tables.count == 1, let table = tables.first, table.count > 5 { return }
      guard Nanoseconds.now() < end else {
        let text = tables.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
        throw ToolError("the windows don't show the same in the end:\n\(text)", status: 1)
      }
    }
  }
}

/// What windows called saved, to be found on disk.
struct Claims {
  /// How often a status was given, by counselor, day, place and status; and what was typed.
  private var marks: [[String]: Int] = [:]
  private var texts: Set<String> = []
  private var undone: [String: Int] = [:]
  private var undosLeft: [String: Int] = [:]
  var differing = 0

  var count: Int { marks.values.reduce(0, +) + texts.count + undone.values.reduce(0, +) }

  mutating func add(mark: String, of place: Int, on day: CalendarDate, by code: String) {
    marks[[code, "\(day)", "\(place)", mark], default: 0] += 1
    undosLeft[code, default: -8] += 1
  }

  /// Whether a person has done enough of late that taking one back is about this trial.
  mutating func mayUndo(_ code: String) -> Bool {
    undosLeft[code, default: -8] -= 1
    return undosLeft[code, default: 0] > 0
  }

  mutating func add(text: String) { texts.insert(text) }
  mutating func add(undoBy code: String) { undone[code, default: 0] += 1 }

  /// What the histories and drafts of a folder hold; a folder that isn't sound is an error.
  static func found(
    in folder: DataFolder,
    on days: [CalendarDate]
  ) throws(ToolError) -> Claims {
    var claims = Claims()
    do throws(StorageError) {
      let problems = folder.check().problems.filter { $0.kind != "leftover" }
      guard problems.isEmpty else {
        let words = problems.map { "\($0.record): \($0.what)" }.joined(separator: "\n")
        throw StorageError.unwritable(folder.path, reason: words)
      }
      var data = folder.loadStanding()
      for day in days { folder.loadWeek(data.weekStart(of: day), into: &data) }
      for session in data.sessions.values where days.contains(session.serviceDate) {
        claims.take(session, data)
      }
      for person in data.staff.values {
        for draft in folder.readDrafts(of: person.id).drafts {
          let all = [draft.draft] + draft.versions.map(\.draft) + draft.aside.map(\.draft)
          for text in all.flatMap({ $0.content.texts.values }) { claims.takeNumbers(in: text) }
        }
      }
    } catch {
      throw ToolError("in the end the folder isn't sound: \(error.message)", status: 1)
    }
    return claims
  }

  private mutating func take(_ session: GroupSession, _ data: ProgramData) {
    let group = session.groupID.flatMap { data.groups[$0] }
    guard group?.title == TrialWindow.group else { return }
    var changes: Set<ChangeID> = []
    for entry in session.history {
      let code = data.staff[entry.by]?.code ?? ""
      switch entry.kind {
      case .undo: if changes.insert(entry.change).inserted { add(undoBy: code) }
      case .differs: differing += 1
      case .done, .redo: break
      }
      guard case .row(let client, _, let after?) = entry.edit else { continue }
      takeNumbers(in: after.quickLine ?? "")
      let place = session.rows.firstIndex { $0.clientID == client } ?? -1
      if case .undo = entry.kind { continue }
      add(mark: after.status.word, of: place, on: session.serviceDate, by: code)
    }
  }

  private mutating func takeNumbers(in text: String) {
    for part in text.split(whereSeparator: { !$0.isNumber }) { texts.insert(String(part)) }
  }

  private func marks(like mark: [String]) -> [[String]: Int] {
    marks.filter { $0.key[1...2] == mark[1...2] }
  }

  /// - Throws: Where something isn't on disk that was called saved.
  mutating func check(against found: Claims) throws(ToolError) {
    differing = found.differing
    for (mark, count) in marks where found.marks[mark, default: 0] < count {
      throw ToolError(
        "\(mark) was called saved \(count) times, on disk are \(found.marks[mark, default: 0]): "
          + "\(found.marks(like: mark)) \(marks(like: mark))",
        status: 1
      )
    }
    for text in texts where !found.texts.contains(text) {
      throw ToolError("\(text) was called saved and isn't on disk", status: 1)
    }
    for (code, count) in undone where found.undone[code, default: 0] < count {
      throw ToolError("\(code) saw \(count) undone, fewer are on disk", status: 1)
    }
  }
}
