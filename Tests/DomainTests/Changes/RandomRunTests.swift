import Domain
import Support
import Testing

/// Any run of requests: rules hold, and taking all of it back gives the start.
@Suite struct `Any run of requests` {
  @Test(arguments: [UInt64](1...6))
  func `keeps the rules and can be taken back and done again`(seed: UInt64) throws {
    try Run(DemoState.data, day: .on("2026-03-11"), from: "10:52", seed: seed).go(steps: 400)
  }

  @Test(arguments: [UInt64](11...30))
  func `does so in a small program with a full room too`(seed: UInt64) throws {
    var builder = RunningProgram.builder(clients: 13)
    builder.rules { $0.allowedOverrunMinutes = 10 }
    builder.group("G02", "10:00", "11:30", on: [.monday]) {
      $0.breaks = [SeriesBreak(afterMinutes: 40, minutes: 10, isCreditable: false)]
    }
    for code in ["C01", "C02", "C03", "C04"] { builder.enroll(code, in: "G02") }
    builder.client("C21")
    builder.book("C01", on: RunningProgram.monday, ("10:00", "10:50"))
    builder.book("C02", on: RunningProgram.monday, ("09:30", "10:20"))
    builder.book("C02", on: RunningProgram.monday, ("10:00", "10:50"), .cancelledProgram)
    let data = builder.data(weeks: RunningProgram.monday)
    try Run(data, day: .on(RunningProgram.monday), from: "07:30", seed: seed).go(steps: 300)
  }
}

/// One run on one day, by one person.
private struct Run {
  let start: ProgramData
  let staff: StaffID
  let day: CalendarDate
  let seed: UInt64
  var data: ProgramData
  var now: Instant
  var undo: UndoHistory
  var requests: RandomRequests
  var ids = 0
  var done = 0

  init(_ data: ProgramData, day: CalendarDate, from time: String, seed: UInt64) throws {
    start = data
    self.data = data
    self.day = day
    self.seed = seed
    staff = try #require(data.staff.values.first { $0.code == "TB" }?.id)
    now = data.program.zone.instant(day, .at(time))
    undo = UndoHistory()
    requests = RandomRequests(seed: seed)
  }

  mutating func stamp() -> Stamp {
    ids += 1
    return Stamp(staff: staff, now: now, changeID: .of("run\(ids)"))
  }

  func go(steps: Int) throws {
    var run = self
    for _ in 0..<steps { try run.step() }
    #expect(run.done > steps / 15, "seed \(seed): only \(run.done) requests did anything")
    try run.takeAllBack()
  }

  private mutating func step() throws {
    now = min(
      now.adding(minutes: requests.chance(70) ? 1 : Int.random(in: 2...9, using: &requests)),
      data.program.zone.instant(day, .at("23:50"))
    )
    let before = data
    let stamp = stamp()
    do throws(RuleViolation) {
      guard let change = try someChange(stamp) else { return }
      try data.apply(change)
      undo.record(change)
      done += 1
      #expect(change.order == before.highestOrder + 1)
    } catch {
      #expect(data == before, "seed \(seed): a refusal changed something")
      return
    }
    try check(before)
  }

  private mutating func someChange(_ stamp: Stamp) throws(RuleViolation) -> Change? {
    let reason = requests.reason()
    let meetings = data.appointments(on: day)
    if requests.chance(20), let meeting = meetings.randomElement(using: &requests) {
      let request = requests.request(in: data, at: now)
      return try data.change(request, in: meeting.id, stamp: stamp, because: reason)
    }
    guard let session = data.sessions(on: day).randomElement(using: &requests) else { return nil }
    let request = requests.request(session, in: data, at: now)
    return try data.change(request, in: session.id, stamp: stamp, because: reason)
  }

  private func check(_ before: ProgramData) throws {
    for session in data.sessions(on: day) {
      let found = session.violations
      #expect(found.isEmpty, "seed \(seed), \(session.id): \(found)")
      let orders = session.history.map(\.order)
      #expect(orders == orders.sorted())
      #expect(session.chainFlaws == [])
    }
    let places = data.placeFlaws(on: day)
    #expect(places.isEmpty, "seed \(seed): \(places)")
    try #require(places.isEmpty && data.sessions(on: day).allSatisfy { $0.violations.isEmpty })
  }

  private mutating func takeAllBack() throws {
    let end = data
    let kept = undo
    let rebuilt = UndoHistory(of: staff, on: day, in: data)
    #expect(rebuilt.all.suffix(kept.all.count).map(\.id) == kept.all.map(\.id))
    let own = Array(rebuilt.undoable.suffix(kept.undoable.count))
    #expect(own.map { Set($0.edits) } == kept.undoable.map { Set($0.edits) })
    while let last = undo.undoable.last {
      let change = data.inverse(of: last, kind: .undo(of: last.id), stamp: stamp())
      #expect(change.edits.reversed().map(\.inverse) == last.edits)
      try data.apply(change)
      undo.record(change)
    }
    #expect(data.plain == start.plain, "seed \(seed)")
    #expect(data.listed == start.listed, "seed \(seed)")
    while let last = undo.redoable.last {
      var change = last
      change = Change(
        id: stamp().changeID,
        order: data.highestOrder + 1,
        at: now,
        by: staff,
        kind: .redo(of: last.id),
        reason: last.reason,
        edits: last.edits
      )
      try data.apply(change)
      undo.record(change)
    }
    #expect(data.plain == end.plain, "seed \(seed)")
    #expect(data.listed == end.listed, "seed \(seed)")
    #expect(undo.undoable.map(\.id) == kept.undoable.map(\.id))
  }
}

extension GroupSession {
  /// Where an entry of the history doesn't begin as the one before it ended.
  var chainFlaws: [Int] {
    var flaws: [Int] = []
    var rows: [ClientID: AttendanceRow?] = [:]
    var state: SessionState?
    for entry in history where entry.kind != .differs {
      switch entry.edit {
      case .row(let client, let before, let after):
        if let last = rows[client], last != before { flaws.append(entry.order) }
        rows[client] = .some(after)
      case .state(let before, let after):
        if let state, state != before { flaws.append(entry.order) }
        state = after
      }
    }
    if rows.contains(where: { $0.value != row(of: $0.key) }) { flaws.append(-1) }
    if let state, state != self.state { flaws.append(-2) }
    return flaws
  }
}

extension ProgramData {
  /// What every list of every week holds; bookings that were taken back are in none.
  fileprivate var listed: [CalendarDate: WeekIndex] {
    weeks.mapValues { index in
      var index = index
      index.withdrawn = []
      return index
    }
  }

  /// Clients who are present in two places at once that day.
  func placeFlaws(on day: CalendarDate) -> [String] {
    var times: [ClientID: [Interval]] = [:]
    for session in sessions(on: day) {
      for row in session.rows {
        times[row.clientID, default: []] += row.segments.map {
          $0.interval(until: session.state.scheduledEnd)
        }
      }
    }
    for meeting in appointments(on: day) {
      if let time = meeting.state.presence { times[meeting.clientID, default: []].append(time) }
    }
    return times.filter { _, list in
      list.indices.contains { one in
        list.indices.contains { $0 > one && list[$0].overlaps(list[one]) }
      }
    }.map(\.key.rawValue).sorted()
  }
}
