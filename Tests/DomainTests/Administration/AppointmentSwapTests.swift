import Domain
import Support
import Testing

@Suite struct `Two appointments that exchange their times` {
  /// C01 on Thursday at 14:00 and C02 on Friday at 10:00, both with TB.
  private func office(minutes: Int = 50) throws -> Office {
    var office = Office()
    for client in ["C01", "C02"] { try office.client(client) }
    try office.ask(.book(meeting(office, "C01", on: "2026-03-12", at: "14:00")))
    try office.ask(.book(meeting(office, "C02", on: "2026-03-13", at: "10:00", minutes: minutes)))
    return office
  }

  /// One of a repetition.
  private func meeting(
    _ office: Office,
    _ client: String,
    on date: String,
    at time: String,
    minutes: Int = 50
  ) -> Appointment {
    var meeting = office.meeting(client, on: date, at: time, minutes: minutes)
    meeting.repetitionID = RepetitionID("rp_1")
    return meeting
  }

  private func swap(_ first: String, _ second: String) -> AppointmentSwap {
    AppointmentSwap(.of(first), with: .of(second), newFirst: .of("new1"), newSecond: .of("new2"))
  }

  private func exchange(_ office: inout Office, because: String? = nil) throws -> Change {
    try office.data.change(
      swap("C012026-03-12", "C022026-03-13"),
      stamp: office.stamp(),
      because: because
    )
  }

  /// "C01 2026-03-12 14:00 50", of what is booked.
  private func booked(_ office: Office) -> [String] {
    office.data.appointments.values.filter {
      $0.state.status == .booked && !$0.state.isWithdrawn
    }
    .map {
      let (date, time) = office.data.program.zone.local($0.state.scheduledStart)
      let code = office.data.clients[$0.clientID]?.mrn ?? ""
      return "\(code) \(date) \(time) \($0.state.plannedTime.minutes)"
    }.sorted()
  }

  @Test func `each keep their length, leave their repetition, and go back as one`() throws {
    var office = try office(minutes: 30)
    let start = office.content
    try office.apply(try exchange(&office))
    let exchanged = ["C01 2026-03-13 10:00 50", "C02 2026-03-12 14:00 30"]
    #expect(booked(office) == exchanged)
    #expect(office.data.appointments[.of("new1")]?.repetitionID == nil)
    #expect(office.data.appointments[.of("C012026-03-12")]?.state.status == .rescheduled)
    try office.takeBack()
    #expect(office.content == start)
    try office.doAgain()
    #expect(booked(office) == exchanged)
  }

  @Test func `are refused where something else is in the way of one`() throws {
    var office = try office(minutes: 30)
    try office.client("C03")
    // Behind the 30 minutes of C02, where C01 wants 50.
    try office.ask(.book(meeting(office, "C03", on: "2026-03-13", at: "10:30", minutes: 20)))
    let before = booked(office)
    #expect(throws: RuleViolation.self) { try exchange(&office) }
    #expect(booked(office) == before)
  }

  @Test func `are refused where the longer one doesn't fit before the other`() throws {
    var office = Office()
    for client in ["C01", "C02"] { try office.client(client) }
    try office.ask(.book(meeting(office, "C01", on: "2026-03-12", at: "14:00", minutes: 30)))
    try office.ask(.book(meeting(office, "C02", on: "2026-03-12", at: "14:30", minutes: 60)))
    let wish = swap("C012026-03-12", "C022026-03-12")
    let refusal = RuleViolation.wrongState(
      "They would overlap: one is longer than the other's time has room for."
    )
    #expect(throws: refusal) { try office.data.change(wish, stamp: office.stamp()) }
  }

  @Test func `are of one counselor and two clients, and still to come`() throws {
    var office = try office()
    try office.ask(.book(meeting(office, "C01", on: "2026-03-13", at: "15:00")))
    let partners = office.data.partners(toSwap: .of("C012026-03-12"), asOf: office.now)
    #expect(partners.map(\.id) == [.of("C022026-03-13")])
    let later = office.now.adding(minutes: 5 * 24 * 60)
    #expect(office.data.partners(toSwap: .of("C012026-03-12"), asOf: later) == [])
  }
}
