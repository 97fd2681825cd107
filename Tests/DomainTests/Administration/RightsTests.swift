import Domain
import Support
import Testing

@Suite struct `Who may change records` {
  /// A program with a supervisor, MQ, and somebody of a role, FD, who asks.
  private func office(_ role: Coded<StaffRole>, leads: Bool = false) throws -> Office {
    var builder = ProgramBuilder()
    builder.snapshot.staff.append(
      Staff(id: .of("MQ"), code: "MQ", name: "Mo Quill", role: .known(.clinicalSupervisor))
    )
    builder.snapshot.staff.append(
      Staff(id: .of("FD"), code: "FD", name: "Fay Dale", role: role)
    )
    var office = Office(builder)
    office.asker = .of("MQ")
    try office.client("C01")
    try office.ask(.group(office.series("G01") { if leads { $0.leadID = .of("FD") } }))
    office.asker = .of("FD")
    return office
  }

  @Test(arguments: [
    StaffRole.counselor, .trainee, .caseManager, .peerSpecialist, .frontDesk,
  ])
  func `clients and places by all who see them, rooms and staff by supervisors`(
    role: StaffRole
  ) throws {
    var office = try office(.known(role))
    try office.client("C02")
    try office.ask(office.place("C01", in: "G01"))
    let word = role.word.prefix(1).uppercased() + role.word.dropFirst()
    let refusal = RuleViolation.notPermitted(
      "\(word) changes nothing of the set-up. Ask M. Quill."
    )
    #expect(throws: refusal) { try office.room("Blue") }
    var promoted = try #require(office.data.staff[.of("FD")])
    promoted.role = .known(.programDirector)
    #expect(throws: refusal) { try office.ask(.staff(promoted)) }
    #expect(throws: RuleViolation.self) { try office.ask(.group(office.series("G02"))) }
    #expect(office.data.rooms.isEmpty && office.data.groups.count == 1)
  }

  @Test(arguments: [StaffRole.medical, .billing, .auditor])
  func `nothing by the others`(role: StaffRole) throws {
    var office = try office(.known(role))
    #expect(throws: RuleViolation.self) { try office.client("C02") }
    #expect(throws: RuleViolation.self) { try office.ask(office.place("C01", in: "G01")) }
    #expect(throws: RuleViolation.self) { try office.room("Blue") }
    #expect(office.data.clients.count == 1)
  }

  @Test func `the front desk admits, and changes no stay`() throws {
    var office = try office(.known(.frontDesk))
    try office.client("C02")
    let stay = try #require(office.data.episodes[.of("C02")])
    let discharge = Discharge(of: stay.id, on: office.today, reason: .treatmentCompleted)
    let refusal = RuleViolation.notPermitted("The front desk changes no stays. Ask M. Quill.")
    #expect(throws: refusal) { try office.ask(.discharge(discharge)) }
    var other = stay.bare
    other.levels = [LevelOfCarePeriod(level: "1.5", from: office.today)]
    let client = try #require(office.data.clients[.of("C02")]?.bare)
    #expect(throws: refusal) { try office.ask(.client(client, other)) }
    #expect(office.data.episodes[.of("C02")]?.dischargedOn == nil)
  }

  @Test func `whoever leads a group changes it, and nobody takes one over`() throws {
    var lead = try office(.known(.counselor), leads: true)
    try lead.ask(.group(lead.series("G01", "10:00", "11:30") { $0.leadID = .of("FD") }))
    #expect(lead.data.groups[.of("G01")]?.start == .at("10:00"))
    var other = try office(.known(.counselor))
    let refusal = RuleViolation.notPermitted(
      "A counselor changes only groups that they lead. Ask M. Quill."
    )
    #expect(throws: refusal) {
      try other.ask(.group(other.series("G01") { $0.leadID = .of("FD") }))
    }
  }

  @Test func `the last supervisor stays one`() throws {
    var office = try office(.known(.counselor))
    office.asker = .of("MQ")
    var person = try #require(office.data.staff[.of("MQ")])
    person.role = .known(.counselor)
    let refusal = RuleViolation.fact(
      .role,
      "Nobody could set up the program any more; make another one supervisor or director first."
    )
    #expect(throws: refusal) { try office.ask(.staff(person)) }
    var heir = try #require(office.data.staff[.of("FD")])
    heir.role = .known(.programDirector)
    try office.ask(.staff(heir))
    try office.ask(.staff(person))
    #expect(office.data.staff[.of("MQ")]?.isSupervisor == false)
  }

  @Test func `where nobody is a supervisor, those who treat set the program up`() throws {
    var office = Office()
    try office.room("Blue")
    #expect(office.data.rooms.count == 1)
  }
}
