import Domain
import Support
import Testing

/// One meeting held otherwise than its series plans it.
@Suite struct `One meeting` {
  private static let friday = CalendarDate.on("2026-03-13")
  private static let id = SessionID.occurrence(of: .of("G01"), on: friday)
  private static let new = SessionID.of("extra")

  private func office() throws -> Office {
    var office = Office()
    try office.client("C01")
    try office.ask(.group(office.series("G01")))
    try office.ask(office.place("C01", in: "G01"))
    return office
  }

  private func plan(
    _ office: Office,
    _ date: String,
    _ start: String = "14:00"
  ) -> SessionPlan {
    SessionPlan(on: .on(date), .at(start), .at("15:30"), room: nil, lead: office.tb)
  }

  @Test func `is held at another time, and only it`() throws {
    var office = try office()
    let before = office.content
    try office.ask(.session(Self.id, plan(office, "2026-03-13"), new: Self.new))
    let zone = office.data.program.zone
    let found = try #require(office.data.sessions[Self.id])
    #expect(zone.local(found.state.scheduledStart).time == .at("14:00"))
    let other = office.data.sessions(on: office.today).first
    #expect(other.map { zone.local($0.state.scheduledStart).time } == .at("09:00"))
    try office.takeBack()
    #expect(office.content == before)
  }

  @Test func `moves to another day with its roster, and back`() throws {
    var office = try office()
    let before = office.content
    try office.ask(.session(Self.id, plan(office, "2026-03-12"), new: Self.new))
    #expect(office.data.sessions(on: Self.friday).isEmpty)
    let moved = try #require(office.data.sessions(on: .on("2026-03-12")).first)
    #expect(moved.id == Self.new)
    #expect(moved.rows.map(\.clientID) == [.of("C01")])
    // Whatever makes the weeks anew leaves it where it is.
    office.data.recomputeWeeks()
    #expect(office.data.sessions(on: Self.friday).isEmpty)
    #expect(office.data.sessions(on: .on("2026-03-12")).first?.rows.count == 1)
    let hours = office.data.weekHours(week: .on(Office.monday), now: office.now)
    #expect(hours.first?.hours.planned == 270)
    try office.takeBack()
    #expect(office.content == before)
    try office.doAgain()
    #expect(office.data.sessions(on: .on("2026-03-12")).map(\.id) == [Self.new])
  }

  @Test func `is held in addition`() throws {
    var office = try office()
    try office.ask(.extraSession(.of("G01"), plan(office, "2026-03-12"), new: Self.new))
    let hours = office.data.weekHours(week: .on(Office.monday), now: office.now)
    #expect(hours.first?.hours.planned == 360)
    try office.takeBack()
    #expect(office.data.sessions(on: .on("2026-03-12")).isEmpty)
  }

  @Test func `stays where it is once somebody is marked`() throws {
    var office = try office()
    try office.mark(.mark([.of("C01")], Mark(.excused)), in: Self.id)
    let refused = refusal { () throws(RuleViolation) in
      try office.ask(.session(Self.id, plan(office, "2026-03-12"), new: Self.new))
    }
    guard case .wrongState = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
  }

  @Test func `isn't taken back from under a mark`() throws {
    var office = try office()
    try office.ask(.session(Self.id, plan(office, "2026-03-12"), new: Self.new))
    let move = try #require(office.undo.undoable.last)
    try office.mark(.mark([.of("C01")], Mark(.excused)), in: Self.new)
    var data = office.data
    let back = data.inverse(of: move, kind: .undo(of: move.id), stamp: office.stamp())
    #expect(throws: RuleViolation.changedSince(.session(Self.new))) { try data.apply(back) }
    let half = Change(
      id: .of("half"),
      order: data.nextOrder,
      at: office.now,
      by: office.tb,
      kind: .undo(of: move.id),
      edits: [back.edits[0]]
    )
    #expect(throws: RuleViolation.notLoaded) { try data.apply(half) }
  }

  @Test func `wants a reason where the lead is taken`() throws {
    var office = try office()
    try office.ask(.group(office.series("G02", "14:00", "15:00", on: "thu")))
    let plan = plan(office, "2026-03-12")
    let refused = refusal { () throws(RuleViolation) in
      try office.ask(.session(Self.id, plan, new: Self.new))
    }
    guard case .needsWords(let why) = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(why.contains("leads Group G02 then"))
    try office.ask(.session(Self.id, plan, new: Self.new), because: "it must be")
    #expect(office.data.sessions(on: .on("2026-03-12")).count == 2)
  }
}
