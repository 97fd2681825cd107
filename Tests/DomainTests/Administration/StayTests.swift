import Domain
import Support
import Testing

@Suite struct `A stay` {
  /// C01 in two groups with an appointment to come.
  private func office() throws -> Office {
    var office = Office()
    try office.client("C01")
    try office.ask(.group(office.series("G01")))
    try office.ask(.group(office.series("G02", "13:00", "14:00", on: "tth")))
    try office.ask(office.place("C01", in: "G01"))
    try office.ask(office.place("C01", in: "G02", from: "2026-03-13"))
    try office.ask(.book(meeting(office, "A1", on: "2026-03-13")))
    try office.ask(.book(meeting(office, "A2", on: "2026-03-11")))
    return office
  }

  private func meeting(_ office: Office, _ id: String, on date: String) -> Appointment {
    let start = office.data.program.zone.instant(.on(date), .at("15:00"))
    return Appointment(
      id: .of(id),
      clientID: .of("C01"),
      episodeID: .of("C01"),
      kind: .known(.individual),
      serviceDate: .on(date),
      state: AppointmentState(
        scheduledStart: start,
        scheduledEnd: start.adding(minutes: 50),
        counselorID: .of("TB")
      )
    )
  }

  private func discharge(_ date: String) -> AdministrationRequest {
    .discharge(Discharge(of: .of("C01"), on: .on(date), reason: .treatmentCompleted))
  }

  @Test func `ends with its places and appointments, and all of it comes back`() throws {
    var office = try office()
    let before = office.content
    let effects = office.data.effects(
      of: Discharge(of: .of("C01"), on: .on("2026-03-11"), reason: .other)
    )
    #expect(effects.places.map(\.groupID) == [.of("G01"), .of("G02")])
    #expect(effects.appointments.map(\.id) == [.of("A1")])
    try office.ask(discharge("2026-03-11"))
    let data = office.data
    let stay = try #require(data.episodes[.of("C01")])
    #expect(stay.dischargedOn == .on("2026-03-11"))
    #expect(stay.status == .known(.discharged))
    #expect(stay.counselors.map(\.to) == [.on("2026-03-11")])
    #expect(stay.levels.map(\.to) == [.on("2026-03-11")])
    #expect(data.groups[.of("G01")]?.enrollments.map(\.to) == [.on("2026-03-11")])
    #expect(data.groups[.of("G02")]?.enrollments.isEmpty == true)
    #expect(data.appointments[.of("A1")]?.state.status == .cancelledProgram)
    #expect(data.appointments[.of("A2")]?.state.status == .booked)
    #expect(data.sessions(on: .on("2026-03-13")).allSatisfy { $0.rows.isEmpty })
    #expect(data.stage(of: .of("C01"), on: .on("2026-03-12")) == .alumni)
    try office.takeBack()
    #expect(office.content == before)
    try office.doAgain()
    #expect(office.data.episodes[.of("C01")]?.dischargedOn == .on("2026-03-11"))
  }

  @Test func `of a new client begins with places, and all of it is taken back as one`() throws {
    var office = Office()
    try office.ask(.group(office.series("G01")))
    let before = office.content
    let client = Client(
      id: .of("C01"),
      mrn: "C01",
      legalFirst: "Ann",
      legalLast: "Bee",
      birthDate: .on("1988-05-20")
    )
    let stay = Episode(id: .of("C01"), clientID: client.id, admittedOn: office.today)
    let place = Enrollment(
      id: .of("E1"),
      clientID: client.id,
      episodeID: stay.id,
      from: office.today
    )
    try office.ask(.admit(client, stay, [PlaceInGroup(place, in: .of("G01"))]))
    #expect(office.data.sessions(on: office.today)[0].rows.map(\.clientID) == [client.id])
    try office.takeBack()
    #expect(office.content == before)
    try office.doAgain()
    let session = try #require(office.data.sessions(on: office.today).first)
    #expect(session.rows.count == 1)
  }

  @Test func `isn't ended before the client came last, nor twice`() throws {
    var office = try office()
    let session = try #require(office.data.sessions(on: .on("2026-03-11")).first)
    try office.mark(.mark([.of("C01")], Mark(.present)), in: session.id)
    #expect(
      fact { () throws(RuleViolation) in try office.ask(discharge("2026-03-10")) } == .to
    )
    #expect(
      fact { () throws(RuleViolation) in try office.ask(discharge("2026-03-01")) } == .to
    )
    try office.ask(discharge("2026-03-20"))
    #expect(office.data.episodes[.of("C01")]?.status == .known(.pendingDischarge))
    #expect(office.data.stage(of: .of("C01"), on: office.today) == .active)
    try office.ask(discharge("2026-03-11"))
    #expect(office.data.groups[.of("G01")]?.enrollments.map(\.to) == [.on("2026-03-11")])
  }

  @Test func `begins again from what is known`() throws {
    var office = try office()
    try office.ask(discharge("2026-03-09"))
    let before = office.content
    let client = try #require(office.data.clients[.of("C01")])
    let stay = Episode(id: .of("again"), clientID: .of("C01"), admittedOn: office.today)
    let place = Enrollment(
      id: .of("place"),
      clientID: .of("C01"),
      episodeID: .of("again"),
      from: office.today
    )
    try office.ask(.admit(client, stay, [PlaceInGroup(place, in: .of("G01"))]))
    #expect(office.data.stays(of: .of("C01")).map(\.id) == [.of("C01"), .of("again")])
    #expect(office.data.sessions(on: office.today).first?.rows.map(\.episodeID) == [.of("again")])
    try office.takeBack()
    #expect(office.content == before)
  }

  @Test func `is preceded by steps that say where a client stands`() throws {
    var client = Client(
      id: .of("C01"),
      mrn: "C01",
      legalFirst: "A",
      legalLast: "B",
      birthDate: .on("1990-01-01")
    )
    let date = CalendarDate.on("2026-03-11")
    #expect(ClientStage(of: client, latest: nil, on: date) == .inquiry)
    client.intake = [
      IntakeStep(.inquiry, on: .on("2026-03-02")), IntakeStep(.screened, on: .on("2026-03-04")),
      IntakeStep(.waitlisted, on: .on("2026-03-05")),
    ]
    #expect(ClientStage(of: client, latest: nil, on: date) == .waitlisted)
    var stay = Episode(id: .of("E"), clientID: .of("C01"), admittedOn: .on("2026-03-09"))
    #expect(ClientStage(of: client, latest: stay, on: date) == .active)
    #expect(ClientStage(of: client, latest: stay, on: .on("2026-03-08")) == .scheduled)
    stay.leaves = [Leave(from: .on("2026-03-10"), to: nil, reason: "surgery")]
    #expect(ClientStage(of: client, latest: stay, on: date) == .onLeave)
    stay.dischargedOn = .on("2026-03-10")
    stay.dischargeReason = .known(.droppedOut)
    #expect(ClientStage(of: client, latest: stay, on: date) == .discharged)
    client.intake.append(IntakeStep(.inquiry, on: date))
    #expect(ClientStage(of: client, latest: stay, on: date) == .inquiry)
    #expect(client.intake(to: stay, after: nil).count == 3)
  }

  @Test func `at a level that severity speaks against is only a reminder`() throws {
    var stay = Episode(id: .of("E"), clientID: .of("C01"), admittedOn: .on("2026-03-02"))
    stay.levels = [LevelOfCarePeriod(level: "2.1", from: .on("2026-03-02"))]
    stay.diagnoses = [Diagnosis(icd10: "F10.20", criteriaMet: 8)]
    #expect(stay.placementReminders(on: .on("2026-03-11")).count == 1)
    stay.levels.insert(
      LevelOfCarePeriod(level: "3.5", from: .on("2026-02-02"), provider: "Example House"),
      at: 0
    )
    #expect(stay.placementReminders(on: .on("2026-03-11")).isEmpty)
  }
}
