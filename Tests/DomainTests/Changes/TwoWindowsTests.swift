import Domain
import Support
import Testing

@Suite struct `Changes of several windows` {
  private static let date: CalendarDate = .on("2026-03-09")

  private func start() -> ProgramData {
    var program = ProgramBuilder()
    program.snapshot.staff.append(
      Staff(id: .of("SV"), code: "SV", name: "Sam Vane", role: .known(.clinicalSupervisor))
    )
    program.client("C01", admitted: "2026-01-05")
    program.client("C02", admitted: "2026-01-05")
    program.group("G01", "09:00", "10:30", on: [.monday])
    program.group("G02", "11:00", "12:30", on: [.monday])
    for group in ["G01", "G02"] {
      program.enroll("C01", in: group)
      program.enroll("C02", in: group)
    }
    program.book("C01", on: "2026-03-09", (start: "14:00", end: "14:50"))
    return program.data(weeks: "2026-03-09")
  }

  private func stamp(_ id: String, _ time: String, in data: ProgramData, by code: String = "TB")
    throws -> Stamp
  {
    let clock = try #require(TimeOfDay(time))
    return Stamp(
      staff: .of(code),
      now: data.program.zone.instant(Self.date, clock),
      changeID: .of(id)
    )
  }

  /// A mark in one window, whose machine's clock shows so many milliseconds.
  private func mark(
    _ client: String,
    in group: String,
    _ stamp: Stamp,
    at milliseconds: Int,
    _ data: inout ProgramData
  ) throws {
    data.orderFloor = milliseconds
    let session = try #require(
      data.sessions(on: Self.date).first { data.code(of: $0) == group }
    )
    try data.apply(data.change(.mark([.of(client)], Mark(.noShow)), in: session.id, stamp: stamp))
  }

  @Test func `are taken back in the order in which they were made, after a restart`() throws {
    let before = start()
    var (one, other) = (before, before)
    try mark("C01", in: "G01", stamp("A", "13:00", in: one), at: 1_000, &one)
    try mark("C02", in: "G01", stamp("B", "13:00", in: one), at: 1_001, &one)
    try mark("C01", in: "G02", stamp("C", "13:00", in: other), at: 2_000, &other)
    var restarted = before
    let saved =
      one.sessions(on: Self.date).filter { one.code(of: $0) == "G01" }
      + other.sessions(on: Self.date).filter { other.code(of: $0) == "G02" }
    restarted.load(week: Self.date, sessions: saved, appointments: [])
    let undo = UndoHistory(of: .of("TB"), on: Self.date, in: restarted)
    #expect(undo.undoable.map(\.id) == [.of("A"), .of("B"), .of("C")])
    #expect(restarted.nextOrder == 2_001)
  }

  @Test func `count on from what was seen where a clock is behind`() throws {
    var data = start()
    try mark("C01", in: "G01", stamp("A", "13:00", in: data), at: 5_000, &data)
    try mark("C02", in: "G01", stamp("B", "13:00", in: data), at: 1_000, &data)
    #expect(
      UndoHistory(of: .of("TB"), on: Self.date, in: data).undoable.map(\.order) == [5_000, 5_001]
    )
  }

  @Test func `of one appointment keep what differs, for a decision that can be taken back`() throws
  {
    let before = start()
    let id = try #require(before.appointments(on: Self.date).first?.id)
    var (mine, theirs) = (before, before)
    let called = AppointmentRequest.cancelledByClient(notice: nil, reason: nil)
    try theirs.apply(
      theirs.change(called, in: id, stamp: stamp("A", "13:50", in: theirs, by: "SV"))
    )
    try mine.apply(mine.change(.arriveOrEnd, in: id, stamp: stamp("B", "13:55", in: mine)))
    let stands = theirs.appointments[id]?.state
    let own = try #require(mine.appointments[id])
    #expect(theirs.reapply(own).differing.count == 1)
    #expect(theirs.appointments[id]?.state == stands)
    #expect(theirs.appointments[id]?.differences.map(\.by) == [.of("TB")])
    let decision = try theirs.change(
      .decide(.of("B")),
      in: id,
      stamp: stamp("D", "14:10", in: theirs)
    )
    try theirs.apply(decision)
    #expect(theirs.appointments[id]?.state.status == .arrived)
    #expect(theirs.appointments[id]?.differences == [])
    try theirs.apply(
      theirs.inverse(
        of: decision,
        kind: .undo(of: decision.id),
        stamp: stamp("E", "14:11", in: theirs)
      )
    )
    #expect(theirs.appointments[id]?.state == stands)
    #expect(theirs.appointments[id]?.differences.count == 1)
  }

  @Test func `what somebody else decided to keep isn't taken back from under the decision`() throws
  {
    var data = start()
    let id = try #require(
      data.sessions(on: Self.date).first { data.code(of: $0) == "G01" }?.id
    )
    var other = data
    let mark = try data.change(
      .mark([.of("C01")], Mark(.noShow)),
      in: id,
      stamp: stamp("A", "09:05", in: data)
    )
    try data.apply(mark)
    try other.apply(
      other.change(
        .mark([.of("C01")], Mark(.present)),
        in: id,
        stamp: stamp("B", "09:05", in: other, by: "SV")
      )
    )
    #expect(data.reapply(try #require(other.sessions[id])).differing.count == 1)
    let decision = try data.change(
      .decide(.of("C01"), nil),
      in: id,
      stamp: stamp("D", "09:10", in: data, by: "SV")
    )
    try data.apply(decision)
    let back = data.inverse(
      of: mark,
      kind: .undo(of: mark.id),
      stamp: try stamp("E", "09:11", in: data)
    )
    #expect(throws: RuleViolation.changedSince(.session(id))) { try data.apply(back) }
    #expect(data.sessions[id]?.row(of: .of("C01"))?.status == .noShow)
    // Once the decision is taken back, the mark may be.
    try data.apply(
      data.inverse(
        of: decision,
        kind: .undo(of: decision.id),
        stamp: stamp("F", "09:12", in: data, by: "SV")
      )
    )
    try data.apply(back)
    #expect(data.sessions[id]?.row(of: .of("C01"))?.status == .expected)
  }

  @Test func `nor an appointment's mark`() throws {
    var data = start()
    let id = try #require(data.appointments(on: Self.date).first?.id)
    var other = data
    let mark = try data.change(.noShow, in: id, stamp: stamp("A", "14:20", in: data))
    try data.apply(mark)
    try other.apply(
      other.change(.arriveOrEnd, in: id, stamp: stamp("B", "14:20", in: other, by: "SV"))
    )
    #expect(data.reapply(try #require(other.appointments[id])).differing.count == 1)
    try data.apply(
      data.change(.decide(nil), in: id, stamp: stamp("D", "14:30", in: data, by: "SV"))
    )
    let back = data.inverse(
      of: mark,
      kind: .undo(of: mark.id),
      stamp: try stamp("E", "14:31", in: data)
    )
    #expect(throws: RuleViolation.changedSince(.appointment(id))) { try data.apply(back) }
    #expect(data.appointments[id]?.state.status == .noShow)
  }
}
