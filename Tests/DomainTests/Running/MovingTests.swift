import Domain
import Support
import Testing

/// A1: C01 with TB, Monday 15:00–15:50; A2: C02 with TB, Tuesday 11:00–11:50.
@Suite struct `A moved appointment` {
  @Test func `is booked at its new time, linked, and the old one is rescheduled`() throws {
    var program = made()
    let change = try move(&program, to: program.at("14:30", on: tuesday))
    #expect(change.edits.map(\.record) == [.appointment(.of("N1")), .appointment(.of("A1"))])
    let old = try #require(program.data.appointments[.of("A1")])
    #expect(old.state.status == .rescheduled)
    #expect(old.state.rescheduledTo == .of("N1"))
    let new = try #require(program.data.appointments[.of("N1")])
    #expect(new.state.status == .booked)
    #expect(new.serviceDate == .on(tuesday))
    #expect(new.state.scheduledEnd == program.at("15:20", on: tuesday))
    #expect(new.state.counselorID == old.state.counselorID)
    #expect(new.clientID == old.clientID)
    #expect(listed(program, tuesday) == ["A2", "N1"])
    #expect(listed(program, RunningProgram.monday) == ["A1"])
  }

  @Test func `goes back with one undo, and comes again with a redo`() throws {
    var program = made()
    let start = program.data
    try move(&program, to: program.at("09:00", on: tuesday))
    try program.takeBack(at: "10:00")
    #expect(program.data.plain == start.plain)
    #expect(listed(program, tuesday) == ["A2"])
    #expect(program.data.appointments[.of("N1")]?.state.isWithdrawn == true)
    let last = try #require(program.undo.redoable.last)
    let stamp = program.stamp(program.at("10:01"))
    let again = Change(
      id: stamp.changeID,
      order: program.data.highestOrder + 1,
      at: stamp.now,
      by: stamp.staff,
      kind: .redo(of: last.id),
      edits: last.edits
    )
    try program.data.apply(again)
    #expect(listed(program, tuesday) == ["N1", "A2"])
    #expect(program.data.appointments[.of("A1")]?.state.rescheduledTo == .of("N1"))
  }

  @Test func `counts once, at its new place`() throws {
    var program = made()
    let week = CalendarDate.on(RunningProgram.monday)
    let now = program.at("08:00")
    let before = try #require(program.data.weekHours(of: .of("C01"), week: week, now: now))
    try move(&program, to: program.at("14:30", on: tuesday))
    let after = try #require(program.data.weekHours(of: .of("C01"), week: week, now: now))
    #expect(after.planned == before.planned)
    #expect(after.possible == before.possible)
    #expect(after.days[0].possible == before.days[0].possible - 50)
    #expect(after.days[1].possible == 50)
    try program.takeBack(at: "10:00")
    #expect(program.data.weekHours(of: .of("C01"), week: week, now: now) == before)
  }

  @Test func `may overlap the time it leaves, and go back`() throws {
    var program = made()
    try move(&program, to: program.at("15:15"), end: program.at("16:15"))
    #expect(program.data.appointments[.of("N1")]?.state.plannedTime.minutes == 60)
    try program.takeBack(at: "10:00")
    #expect(program.data.appointments[.of("A1")]?.state.status == .booked)
  }

  @Test func `can't take a time twice`() throws {
    var program = made()
    let twice = program.at("11:30", on: tuesday)
    let refusal = RuleViolation.wrongState("That time is taken: the counselor is booked then.")
    #expect(throws: refusal) { try move(&program, to: twice, because: "so it is") }
  }

  @Test func `beside a group wants a reason and keeps it`() throws {
    var program = made()
    let inGroup = program.at("10:00", on: "2026-03-16")
    let asked = RuleViolation.needsWords(
      "The client is on the roster of Group G01 then. The counselor leads Group G01 then. "
        + "Why then all the same?"
    )
    #expect(throws: asked) { try move(&program, to: inGroup) }
    let change = try move(&program, to: inGroup, because: "leaves the group early")
    #expect(change.reason == "leaves the group early")
  }

  @Test func `can't go to an earlier day, to no time, or to a day that isn't open`() throws {
    var program = made()
    #expect(throws: RuleViolation.self) {
      try move(&program, to: program.at("15:00", on: "2026-03-08"))
    }
    #expect(throws: RuleViolation.self) { try move(&program, to: program.at("15:00")) }
    #expect(throws: RuleViolation.self) {
      try move(
        &program,
        to: program.at("15:00", on: tuesday),
        end: program.at("15:00", on: tuesday)
      )
    }
    #expect(throws: RuleViolation.notLoaded) {
      try move(&program, to: program.at("15:00", on: "2026-05-05"))
    }
  }

  @Test func `isn't one that has a mark`() throws {
    var program = made()
    try program.ask(.noShow, at: program.at("15:20"))
    #expect(throws: RuleViolation.self) { try move(&program, to: program.at("17:00")) }
  }

  @Test func `isn't taken back into a time that somebody else has by now`() throws {
    var program = made { $0.book("C03", on: self.tuesday, ("16:00", "16:50")) }
    try move(&program, to: program.at("14:30", on: tuesday))
    let last = try #require(program.undo.undoable.last)
    try program.ask(
      .reschedule(NewTime(start: program.at("15:10"), id: .of("N2"))),
      "A3",
      at: program.at("09:00")
    )
    let inverse = program.data.inverse(
      of: last,
      kind: .undo(of: last.id),
      stamp: program.stamp(program.at("10:00"))
    )
    let before = program.data
    #expect(throws: RuleViolation.self) { try program.data.apply(inverse) }
    #expect(program.data == before)
  }

  @Test func `isn't taken back by half`() throws {
    var program = made()
    let change = try move(&program, to: program.at("14:30", on: tuesday))
    var half = program.data.inverse(
      of: change,
      kind: .undo(of: change.id),
      stamp: program.stamp(program.at("10:00"))
    )
    half.edits.removeAll { $0.record == .appointment(.of("N1")) }
    #expect(throws: RuleViolation.notLoaded) { try program.data.apply(half) }
  }

  private let tuesday = "2026-03-10"

  @discardableResult
  private func move(
    _ program: inout RunningProgram,
    to start: Instant,
    end: Instant? = nil,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    try program.ask(
      .reschedule(NewTime(start: start, end: end, id: .of("N1"))),
      at: program.at("09:00"),
      because: because
    )
  }

  private func listed(_ program: RunningProgram, _ date: String) -> [String] {
    program.data.appointments(on: .on(date)).map { String($0.id.rawValue.dropFirst(3)) }
  }

  private func made(_ change: (inout ProgramBuilder) -> Void = { _ in }) -> RunningProgram {
    var builder = RunningProgram.builder(clients: 3)
    builder.book("C01", on: RunningProgram.monday, ("15:00", "15:50"))
    builder.book("C02", on: tuesday, ("11:00", "11:50"))
    change(&builder)
    return RunningProgram(builder, weeks: RunningProgram.monday, "2026-03-16")
  }
}
