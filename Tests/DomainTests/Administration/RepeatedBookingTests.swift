import Domain
import Support
import Testing

@Suite struct `A repeated appointment` {
  /// C01 and C02, and six weeks.
  private func office() throws -> Office {
    var office = Office()
    try office.client("C01")
    try office.client("C02")
    for week in 0..<5 {
      office.data.load(
        week: CalendarDate.on("2026-03-16").adding(days: 7 * week),
        sessions: [],
        appointments: []
      )
    }
    return office
  }

  private func repeated(
    _ office: Office,
    every weeks: Int = 1,
    until last: String = "2026-04-09",
    because: String? = nil
  ) -> RepeatedBooking {
    var ids = IDMaker(seed: 9)
    let dates = ProgramData.days(from: .on("2026-03-12"), every: weeks, until: .on(last))
    return office.data.repeated(
      office.meeting("C01", on: "2026-03-12"),
      on: dates,
      because: because,
      now: office.now,
      ids: &ids
    )
  }

  private func booked(_ office: Office) -> [CalendarDate] {
    office.data.appointments.values
      .filter { $0.clientID == .of("C01") && $0.state.holdsItsTime }
      .map(\.serviceDate).sorted()
  }

  @Test func `is booked as one change, and taken back and done again as one`() throws {
    var office = try office()
    let booking = repeated(office)
    #expect(booking.taken.isEmpty)
    try office.ask(try #require(booking.request))
    let days = ["03-12", "03-19", "03-26", "04-02", "04-09"].map { CalendarDate.on("2026-" + $0) }
    #expect(booked(office) == days)
    try office.takeBack()
    #expect(booked(office).isEmpty)
    try office.doAgain()
    #expect(booked(office) == days)
    #expect(
      repeated(try self.office(), every: 2).free.map(\.serviceDate) == [days[0], days[2], days[4]]
    )
  }

  @Test func `is with who sees clients alone`() throws {
    var office = try office()
    var desk = try #require(office.data.staff.values.first)
    desk.role = .known(.frontDesk)
    office.data.staff[desk.id] = desk
    var meeting = office.meeting("C01", on: "2026-03-12")
    meeting.state.counselorID = desk.id
    let refusal = #expect(throws: RuleViolation.self) { try office.ask(.book(meeting)) }
    #expect(refusal?.message.contains("sees no clients alone") == true)
    #expect(booked(office).isEmpty)
  }

  @Test func `leaves out what is taken, closed or over, and says why`() throws {
    var office = try office()
    try office.ask(.book(office.meeting("C02", on: "2026-03-19")))
    office.data.calendar[.on("2026-03-26")] = CalendarEntry(
      date: .on("2026-03-26"),
      kind: .known(.holiday),
      note: "closed"
    )
    let booking = repeated(office)
    #expect(booking.taken.map(\.appointment.serviceDate) == [.on("2026-03-19"), .on("2026-03-26")])
    #expect(booking.taken[0].why.contains("the counselor"))
    #expect(booking.taken[1].why.contains("closed on that day"))
    #expect(booking.free.count == 3)
    #expect(repeated(office, because: "the office is open").taken.count == 1)
  }

  @Test func `is moved or called off one by one`() throws {
    var office = try office()
    try office.ask(try #require(repeated(office).request))
    let second = try #require(
      office.data.appointments.values.first { $0.serviceDate == .on("2026-03-19") }
    )
    let change = try office.data.change(
      .cancelledByProgram,
      in: second.id,
      stamp: office.stamp(),
      because: "training"
    )
    try office.data.apply(change)
    #expect(booked(office).count == 4)
    #expect(!booked(office).contains(.on("2026-03-19")))
  }

  @Test func `ends with the stay`() throws {
    var office = try office()
    try office.ask(try #require(repeated(office).request))
    try office.ask(
      .discharge(Discharge(of: .of("C01"), on: .on("2026-03-20"), reason: .droppedOut))
    )
    #expect(booked(office) == [.on("2026-03-12"), .on("2026-03-19")])
    #expect(repeated(office).free.map(\.serviceDate).allSatisfy { $0 <= .on("2026-03-20") })
  }

  @Test func `keeps its time by the clock over a change of the clocks`() throws {
    var builder = ProgramBuilder(zone: try SystemZone.zone("America/New_York"))
    builder.client("C01")
    var data = builder.data(weeks: "2026-10-26", "2026-11-02")
    data.load(week: .on("2026-11-09"), sessions: [], appointments: [])
    let zone = data.program.zone
    let start = zone.instant(.on("2026-10-28"), .at("14:00"))
    let first = Appointment(
      id: .of("A1"),
      clientID: .of("C01"),
      episodeID: .of("C01"),
      kind: .known(.individual),
      serviceDate: .on("2026-10-28"),
      state: AppointmentState(
        scheduledStart: start,
        scheduledEnd: start.adding(minutes: 50),
        counselorID: .of("TB")
      )
    )
    var ids = IDMaker(seed: 3)
    let dates = ProgramData.days(from: .on("2026-10-28"), every: 1, until: .on("2026-11-04"))
    let booking = data.repeated(
      first,
      on: dates,
      because: nil,
      now: start.adding(minutes: -600),
      ids: &ids
    )
    #expect(
      booking.free.map { zone.local($0.state.scheduledStart).time } == [.at("14:00"), .at("14:00")]
    )
    let between = Instant.minutes(
      from: booking.free[0].state.scheduledStart,
      to: booking.free[1].state.scheduledStart
    )
    #expect(between == 7 * 1440 + 60)
  }
}
