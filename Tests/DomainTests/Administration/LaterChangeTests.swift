import Domain
import Support
import Testing

@Suite struct `This and all later ones of a repeated appointment` {
  private static let days = ["03-12", "03-19", "03-26", "04-02", "04-09"].map {
    CalendarDate.on("2026-" + $0)
  }

  /// C01 each Thursday at 14:00 for five weeks, seven of which are loaded; MQ is of the staff, too.
  private func office() throws -> Office {
    var office = Office()
    try office.client("C01")
    try office.client("C02")
    try office.ask(.staff(Staff(id: .of("MQ"), code: "MQ", name: "Marisol Quillfeather")))
    for week in 0..<7 {
      office.data.load(
        week: CalendarDate.on("2026-03-16").adding(days: 7 * week),
        sessions: [],
        appointments: []
      )
    }
    var ids = IDMaker(seed: 9)
    let booking = office.data.repeated(
      office.meeting("C01", on: "2026-03-12"),
      on: Self.days,
      because: nil,
      now: office.now,
      ids: &ids
    )
    try office.ask(try #require(booking.request))
    return office
  }

  private func id(_ office: Office, on date: CalendarDate) throws -> AppointmentID {
    try #require(office.data.appointments(on: date).first { $0.clientID == .of("C01") }?.id)
  }

  private func outcome(
    _ office: inout Office,
    _ request: AppointmentRequest,
    from place: Int,
    because: String? = nil
  ) throws -> LaterChange {
    var ids = IDMaker(seed: UInt64(100 + place))
    let id = try id(office, on: Self.days[place])
    return try office.data.change(
      LaterRequest(id, request),
      stamp: office.stamp(),
      because: because,
      ids: &ids
    )
  }

  private func move(_ office: Office, to date: String, at time: String) -> AppointmentRequest {
    let start = office.data.program.zone.instant(.on(date), .at(time))
    return .reschedule(NewTime(start: start, id: .of("new")))
  }

  /// Where C01 is booked, as "2026-03-12 14:00 TB".
  private func booked(_ office: Office) -> [String] {
    office.data.appointments.values.filter {
      $0.clientID == .of("C01") && $0.state.status == .booked && !$0.state.isWithdrawn
    }
    .map {
      let (date, time) = office.data.program.zone.local($0.state.scheduledStart)
      return "\(date) \(time) \(office.data.staff[$0.state.counselorID]?.code ?? "")"
    }.sorted()
  }

  @Test func `are booked under one name, a single one under none`() throws {
    let office = try office()
    let ids = office.data.appointments.values.map(\.repetitionID)
    #expect(Set(ids).count == 1 && ids.first != .some(nil))
    var maker = IDMaker(seed: 1)
    let one = office.meeting("C02", on: "2026-03-13")
    let single = office.data.repeated(
      one,
      on: [one.serviceDate],
      because: nil,
      now: office.now,
      ids: &maker
    )
    #expect(single.free.map(\.repetitionID) == [nil])
  }

  @Test func `move by as many days, to the same time by the clock, and back as one`() throws {
    var office = try office()
    let start = office.content
    let outcome = try outcome(&office, move(office, to: "2026-03-27", at: "09:15"), from: 2)
    #expect(outcome.taken.isEmpty && outcome.count == 3)
    try office.apply(try #require(outcome.change))
    let moved = [
      "2026-03-12 14:00 TB", "2026-03-19 14:00 TB", "2026-03-27 09:15 TB", "2026-04-03 09:15 TB",
      "2026-04-10 09:15 TB",
    ]
    #expect(booked(office) == moved)
    try office.takeBack()
    #expect(office.content == start)
    try office.doAgain()
    #expect(booked(office) == moved)
    // They are still one repetition.
    #expect(try office.data.andLater(id(office, on: .on("2026-03-27"))).count == 3)
  }

  @Test func `move a week further over their own places`() throws {
    var office = try office()
    let outcome = try outcome(&office, move(office, to: "2026-03-26", at: "14:00"), from: 1)
    #expect(outcome.taken.isEmpty)
    try office.apply(try #require(outcome.change))
    #expect(booked(office).map { $0.prefix(10) } == ["2026-03-12"] + Self.after("2026-03-26", 4))
    try office.takeBack()
    #expect(booked(office).count == 5)
  }

  private static func after(_ first: String, _ count: Int) -> [Substring] {
    (0..<count).map { Substring(CalendarDate.on(first).adding(days: 7 * $0).description) }
  }

  @Test func `leave out what is in the way of one, and of one that wanted its time`() throws {
    var office = try office()
    // The last one can't move, so the one before can't have its place, and so on.
    try office.ask(.book(office.meeting("C02", on: "2026-04-16")))
    let outcome = try outcome(&office, move(office, to: "2026-03-26", at: "14:00"), from: 1)
    #expect(outcome.change == nil)
    #expect(outcome.taken.map(\.appointment.serviceDate) == Array(Self.days[1...]))
    #expect(outcome.taken.allSatisfy { !$0.isDoubt })
  }

  @Test func `leave out what speaks against some, unless a reason is given`() throws {
    var office = try office()
    office.data.calendar[.on("2026-04-03")] = CalendarEntry(
      date: .on("2026-04-03"),
      kind: .known(.holiday),
      note: "closed"
    )
    try office.ask(.book(office.meeting("C02", on: "2026-03-27", at: "09:00")))
    let request = move(office, to: "2026-03-13", at: "09:15")
    let first = try outcome(&office, request, from: 0)
    #expect(first.taken.map(\.appointment.serviceDate) == [Self.days[2], Self.days[3]])
    #expect(first.taken[0].why == "That time is taken: the counselor is booked then.")
    #expect(first.taken[1].why == "The program is closed on that day.")
    #expect(first.taken.map(\.isDoubt) == [false, true])
    #expect(first.count == 3)
    let second = try outcome(&office, request, from: 0, because: "the office is open")
    #expect(second.taken.map(\.appointment.serviceDate) == [Self.days[2]])
    #expect(second.change?.reason == "the office is open")
  }

  @Test func `leave what was held, called off or moved by itself as it is`() throws {
    var office = try office()
    let second = try id(office, on: Self.days[1])
    try office.apply(
      office.data.change(
        .cancelledByClient(notice: nil, reason: nil),
        in: second,
        stamp: office.stamp()
      )
    )
    let third = try id(office, on: Self.days[2])
    let alone = move(office, to: "2026-03-27", at: "10:00")
    try office.apply(office.data.change(alone, in: third, stamp: office.stamp()))
    #expect(office.data.appointments[.of("new")]?.repetitionID == nil)
    let outcome = try outcome(&office, .cancelledByProgram, from: 0, because: "moved away")
    #expect(outcome.count == 3)
    try office.apply(try #require(outcome.change))
    #expect(booked(office) == ["2026-03-27 10:00 TB"])
    #expect(office.data.appointments[second]?.state.status == .cancelledClient)
  }

  @Test func `are called off from one that is called off already`() throws {
    var office = try office()
    let client = AppointmentRequest.cancelledByClient(notice: nil, reason: nil)
    let second = try id(office, on: Self.days[1])
    try office.apply(office.data.change(client, in: second, stamp: office.stamp()))
    let outcome = try outcome(&office, client, from: 1)
    try office.apply(try #require(outcome.change))
    #expect(booked(office) == ["2026-03-12 14:00 TB"])
  }

  @Test func `are given to another counselor, but for those who are busy then`() throws {
    var office = try office()
    try office.ask(.book(office.meeting("C02", on: "2026-04-02", at: "14:30", with: .of("MQ"))))
    let outcome = try outcome(&office, .give(to: .of("MQ")), from: 2)
    #expect(outcome.taken.map(\.appointment.serviceDate) == [Self.days[3]])
    try office.apply(try #require(outcome.change))
    #expect(
      booked(office).filter { $0.hasSuffix("MQ") }.map { $0.prefix(10) } == [
        "2026-03-26", "2026-04-09",
      ]
    )
    try office.takeBack()
    #expect(booked(office).allSatisfy { $0.hasSuffix("TB") })
  }

  @Test func `aren't given back to a counselor who has been booked since`() throws {
    var office = try office()
    let first = try id(office, on: Self.days[0])
    try office.apply(office.data.change(.give(to: .of("MQ")), in: first, stamp: office.stamp()))
    let given = try #require(office.undo.undoable.last)
    try office.ask(.book(office.meeting("C02", on: "2026-03-12")))
    let stamp = office.stamp()
    let back = office.data.inverse(of: given, kind: .undo(of: given.id), stamp: stamp)
    #expect(
      throws: RuleViolation.wrongState("Its time is taken by now: the counselor is booked then.")
    ) {
      try office.data.apply(back)
    }
  }

  @Test func `ask the program for a reason, and say where nothing is left`() throws {
    var office = try office()
    #expect(throws: RuleViolation.needsWords("Why does the program cancel them?")) {
      try outcome(&office, .cancelledByProgram, from: 0)
    }
    let single = office.meeting("C02", on: "2026-03-13")
    try office.ask(.book(single))
    var ids = IDMaker(seed: 1)
    let stamp = office.stamp()
    #expect(throws: RuleViolation.nothingToDo("Nothing of this repetition is booked from then on."))
    {
      try office.data.change(LaterRequest(single.id, .clear), stamp: stamp, ids: &ids)
    }
  }
}
