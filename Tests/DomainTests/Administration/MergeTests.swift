import Domain
import Support
import Testing

@Suite struct `A client entered twice` {
  /// C01 is in G01; C02 is the same person, in G02 with an appointment and a phone.
  private func office() throws -> Office {
    var office = Office()
    try office.client("C01", admitted: "2026-03-09")
    try office.client("C02", admitted: "2026-03-10")
    var twin = try #require(office.data.clients[.of("C02")])
    twin.legalFirst = "FirstC01"
    twin.legalLast = "LastC01"
    twin.phones = [Phone(number: "555-0101")]
    try office.ask(.client(twin, nil))
    try office.ask(.group(office.series("G01")))
    try office.ask(.group(office.series("G02", "13:00", "14:00", on: "tth")))
    try office.ask(office.place("C01", in: "G01", from: "2026-03-09"))
    try office.ask(office.place("C02", in: "G01", from: "2026-03-10"))
    try office.ask(office.place("C02", in: "G02", from: "2026-03-10"))
    let start = office.data.program.zone.instant(.on("2026-03-12"), .at("15:00"))
    let meeting = Appointment(
      id: .of("A1"),
      clientID: .of("C02"),
      episodeID: .of("C02"),
      kind: .known(.individual),
      serviceDate: .on("2026-03-12"),
      state: AppointmentState(
        scheduledStart: start,
        scheduledEnd: start.adding(minutes: 50),
        counselorID: .of("TB")
      )
    )
    try office.ask(.book(meeting))
    return office
  }

  private let merge = AdministrationRequest.merge(
    ClientMerge(.of("C02"), into: .of("C01"), episodeID: .of("E"), appointmentIDs: [.of("A2")])
  )

  @Test func `is asked about when the second record is made`() throws {
    var office = try office()
    var again = try #require(office.data.clients[.of("C01")]?.bare)
    again = Client(
      id: .of("C03"),
      mrn: "C03",
      legalFirst: again.legalFirst.uppercased(),
      legalLast: again.legalLast,
      birthDate: again.birthDate
    )
    let why = refusal { () throws(RuleViolation) in try office.ask(.client(again, nil)) }
    #expect(why?.message.hasPrefix("C01 has the same name and birth date") == true)
    try office.ask(.client(again, nil), because: "a cousin")
  }

  @Test func `of two who differ in name and birth date asks why`() throws {
    var office = try office()
    var other = try #require(office.data.clients[.of("C02")]?.bare)
    other.birthDate = .on("1970-01-01")
    (other.legalFirst, other.legalLast) = ("Will", "Sandpiper")
    try office.ask(.client(other, nil))
    let why = refusal { () throws(RuleViolation) in try office.ask(merge) }
    #expect(why?.message.hasPrefix("C02 and C01 differ in name and in birth date.") == true)
    try office.ask(merge, because: "the card was somebody else's")
  }

  @Test func `admitted long ago on one day goes either way, with a reason`() throws {
    for (from, into) in [("C01", "C02"), ("C02", "C01")] {
      var office = Office()
      try office.client("C01", admitted: "2026-02-02")
      try office.client("C02", admitted: "2026-02-02")
      let merge = AdministrationRequest.merge(
        ClientMerge(.of(from), into: .of(into), episodeID: .of("E"), appointmentIDs: [])
      )
      let why = refusal { () throws(RuleViolation) in try office.ask(merge) }
      #expect(why?.message.hasPrefix("\(from) is here since Mon 2 Feb") == true, "\(why)")
      try office.ask(merge, because: "entered twice")
      #expect(office.data.clients[.of(from)]?.enteredInError != nil)
    }
  }

  @Test func `of which one is older keeps that one`() throws {
    var office = Office()
    try office.client("C01", admitted: "2026-02-02")
    try office.client("C02", admitted: "2026-02-09")
    let merge = { (from: String, into: String) in
      AdministrationRequest.merge(
        ClientMerge(.of(from), into: .of(into), episodeID: .of("E"), appointmentIDs: [])
      )
    }
    #expect(throws: RuleViolation.self) {
      try office.ask(merge("C01", "C02"), because: "entered twice")
    }
    try office.ask(merge("C02", "C01"), because: "entered twice")
    #expect(office.data.clients[.of("C02")]?.enteredInError != nil)
  }

  @Test func `leaves those who must not meet the client to the record that stays`() throws {
    var office = try office()
    try office.client("C03")
    var twin = try #require(office.data.clients[.of("C02")])
    twin.alerts = [ClientAlert(kind: .known(.doNotPair), otherClient: .of("C03"))]
    try office.ask(.client(twin, nil))
    let before = office.content
    try office.ask(merge)
    #expect(office.data.clients[.of("C01")]?.notToPairWith == [.of("C03")])
    #expect(office.data.clients[.of("C03")]?.notToPairWith == [.of("C01")])
    try office.takeBack()
    #expect(office.content == before)
  }

  @Test func `becomes one, with what is to come, and two again by undo`() throws {
    var office = try office()
    let before = office.content
    try office.ask(merge)
    let data = office.data
    #expect(data.clients[.of("C02")]?.enteredInError?.reason == "the same person as C01")
    #expect(data.clients[.of("C01")]?.phones.map(\.number) == ["555-0101"])
    #expect(data.stays(of: .of("C01")).map(\.id) == [.of("C01")])
    #expect(data.stays(of: .of("C02")).isEmpty)
    let first = data.groups[.of("G01")]?.enrollments.map(\.clientID)
    #expect(first == [.of("C01")])
    let second = try #require(data.groups[.of("G02")]?.enrollments.first)
    #expect(second.clientID == .of("C01") && second.episodeID == .of("C01"))
    #expect(data.appointments[.of("A1")]?.state.status == .cancelledProgram)
    #expect(data.appointments[.of("A2")]?.clientID == .of("C01"))
    #expect(data.appointments[.of("A2")]?.state.status == .booked)
    for session in data.sessions(on: .on("2026-03-12")) {
      #expect(session.row(of: .of("C02")) == nil)
    }
    try office.takeBack()
    #expect(office.content == before)
    try office.doAgain()
    #expect(office.data.clients[.of("C02")]?.enteredInError != nil)
  }

  @Test func `is admitted under the code that stayed alone`() throws {
    var office = try office()
    try office.ask(merge)
    let gone = try #require(office.data.clients[.of("C02")])
    var ids = IDMaker(seed: 1)
    let request = office.data.request(
      admitting: gone.bare,
      Admission(on: .on("2026-03-16")),
      by: .of("TB"),
      ids: &ids
    )
    let before = office.content
    let why = refusal { () throws(RuleViolation) in try office.ask(request) }
    #expect(
      why?.message
        == "C02 is the same person as C01, and went into that record: take C01."
    )
    #expect(office.content == before)
    #expect(office.data.clients[.of("C01")]?.refusalOfMerged == nil)
  }

  @Test func `keeps the record that has marks`() throws {
    var office = try office()
    let session = try #require(office.data.sessions(on: office.today).first)
    try office.mark(.mark([.of("C02")], Mark(.present)), in: session.id)
    let before = office.content
    let why = refusal { () throws(RuleViolation) in try office.ask(merge) }
    #expect(why?.message.contains("C02 has marks or notes") == true)
    #expect(office.content == before)
    try office.ask(
      .merge(
        ClientMerge(.of("C01"), into: .of("C02"), episodeID: .of("E"), appointmentIDs: [])
      )
    )
    #expect(office.data.clients[.of("C01")]?.enteredInError != nil)
  }
}
