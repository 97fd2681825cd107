import Domain
import Support
import Testing

/// FD, of some role, leads G02; TB leads G01, with C01, whose counselor he is; C02 is in no group.
@Suite struct `Nobody gives themselves the reading of notes` {
  private static let others: [StaffRole] = [.trainee, .caseManager, .peerSpecialist]
  private let place = RuleViolation.notPermitted(
    "A place in your own group would open this client's notes to you: a counselor or a supervisor "
      + "gives it, or ask for emergency access."
  )
  private let stay = RuleViolation.notPermitted(
    "As this client's counselor you would read their notes: a counselor or a supervisor gives it, "
      + "or ask for emergency access."
  )

  private func office(_ role: StaffRole, alone: Bool = false) throws -> Office {
    var builder = ProgramBuilder()
    if alone { builder.snapshot.staff = [] }
    builder.snapshot.staff.append(
      Staff(id: .of("FD"), code: "FD", name: "Fay Dale", role: .known(role))
    )
    if alone {
      var left = Staff(id: .of("TB"), code: "TB", name: "Tobias Brightwater")
      left.isActive = false
      builder.snapshot.staff.append(left)
    }
    var office = Office(builder)
    if alone || role.may(.configure) { office.asker = .of("FD") }
    try office.client("C01")
    try office.client("C02")
    try office.ask(.group(office.series("G01")))
    try office.ask(office.place("C01", in: "G01"))
    try office.ask(.group(office.series("G02", "14:00", "15:00") { $0.leadID = .of("FD") }))
    office.asker = .of("FD")
    return office
  }

  private func refusal(_ office: Office, _ client: String) -> RuleViolation? {
    office.data.refusalToRead(notesOf: .of(client), by: nil, reader: .of("FD"), at: office.now)
  }

  @Test(arguments: others)
  func `by a place in their own group, from today or later on`(role: StaffRole) throws {
    var office = try office(role)
    for from in ["2026-03-02", "2026-03-16"] {
      #expect(throws: place) { try office.ask(office.place("C02", in: "G02", from: from)) }
      #expect(throws: place) {
        try office.ask(office.place("C02", in: "G02", from: from), because: "asked")
      }
    }
    // Another's group opens nothing.
    try office.ask(office.place("C02", in: "G01"))
    #expect(refusal(office, "C02") != nil)
    // What was given to them before is theirs to change.
    office.asker = office.tb
    try office.ask(office.place("C02", in: "G02", from: "2026-03-16"))
    office.asker = .of("FD")
    try office.ask(
      office.place("C02", in: "G02", from: "2026-03-16") { $0.to = .on("2026-03-27") }
    )
  }

  @Test func `nor in one that they lead together with somebody`() throws {
    var office = try office(.peerSpecialist)
    office.asker = office.tb
    try office.ask(.group(office.series("G01") { $0.coLeadIDs = [.of("FD")] }))
    office.asker = .of("FD")
    #expect(throws: place) { try office.ask(office.place("C02", in: "G01")) }
  }

  @Test(arguments: [StaffRole.trainee, .caseManager])
  func `by becoming the client's counselor, now or later`(role: StaffRole) throws {
    var office = try office(role)
    let client = try #require(office.data.clients[.of("C02")]?.bare)
    for from in ["2026-03-11", "2026-03-20"] {
      var stay = try #require(office.data.episodes[.of("C02")]?.bare)
      stay.counselors[0].to = CalendarDate.on(from).adding(days: -1)
      stay.counselors.append(CounselorAssignment(staffID: .of("FD"), from: .on(from)))
      #expect(throws: self.stay) { try office.ask(.client(client, stay)) }
    }
    #expect(refusal(office, "C02") != nil)
  }

  @Test func `by an emergency that is made a place`() throws {
    var office = try office(.caseManager)
    let now = office.now
    let grant = try office.data.emergency(
      .of("C02"),
      for: .of("FD"),
      because: "a call from the ward",
      id: .of("grant"),
      at: now
    )
    office.data.grants[grant.id] = grant
    #expect(refusal(office, "C02") == nil)
    #expect(throws: place) { try office.ask(office.place("C02", in: "G02")) }
  }

  @Test func `by taking the lead of a group, or another role`() throws {
    var office = try office(.caseManager)
    let lead = RuleViolation.notPermitted(
      "That would open notes to you that you may not read now: a counselor or a supervisor gives "
        + "it, or ask for emergency access."
    )
    // Nobody is a supervisor here, so that whoever treats sets the program up.
    #expect(throws: lead) { try office.ask(.group(office.series("G01") { $0.leadID = .of("FD") })) }
    var person = try #require(office.data.staff[.of("FD")]?.bare)
    person.role = .known(.programDirector)
    #expect(throws: lead) { try office.ask(.staff(person)) }
    var other = try #require(office.data.staff[.of("TB")]?.bare)
    other.supervisorID = .of("FD")
    #expect(throws: RuleViolation.self) { try office.ask(.staff(other)) }
  }

  @Test func `by one record for two clients`() throws {
    var office = try office(.caseManager)
    let new = Client(
      id: .of("C03"),
      mrn: "C03",
      legalFirst: "Cora",
      legalLast: "Lane",
      birthDate: .on("1990-01-01")
    )
    var stay = Episode(id: .of("C03"), clientID: new.id, admittedOn: office.today)
    stay.counselors = [CounselorAssignment(staffID: .of("FD"), from: office.today)]
    // Nothing is written yet of somebody who comes.
    try office.ask(.client(new, stay))
    try office.ask(office.place("C03", in: "G02", from: "2026-03-11"))
    let merge = ClientMerge(
      .of("C03"),
      into: .of("C02"),
      episodeID: .of("made"),
      appointmentIDs: []
    )
    #expect(throws: place) { try office.ask(.merge(merge), because: "the same person") }
  }

  @Test(arguments: [StaffRole.counselor, .clinicalSupervisor, .programDirector])
  func `but for those who give it to others`(role: StaffRole) throws {
    var office = try office(role)
    try office.ask(office.place("C02", in: "G02"))
    #expect(refusal(office, "C02") == nil)
  }

  @Test func `and where nobody else could`() throws {
    var office = try office(.caseManager, alone: true)
    try office.ask(office.place("C02", in: "G02"))
    #expect(refusal(office, "C02") == nil)
  }

  @Test func `their own is taken back and done again`() throws {
    var office = try office(.caseManager)
    office.asker = office.tb
    try office.ask(office.place("C02", in: "G02"))
    office.asker = .of("FD")
    try office.ask(office.place("C02", in: "G02") { $0.to = .on("2026-03-10") })
    #expect(refusal(office, "C02") != nil)
    try office.takeBack()
    #expect(refusal(office, "C02") == nil)
  }
}

@Suite struct `Nobody takes over what was written about` {
  private func program(_ role: StaffRole) -> RunningProgram {
    RunningProgram { builder in
      builder.snapshot.staff.append(
        Staff(id: .of("FD"), code: "FD", name: "Fay Dale", role: .known(role))
      )
    }
  }

  @Test(arguments: [StaffRole.trainee, .caseManager, .peerSpecialist])
  func `a meeting that was held`(role: StaffRole) throws {
    var program = program(role)
    try program.ask(.allTheRest(.present), at: "09:05")
    try program.ask(.finish, at: "10:30")
    let asker = Asker(at: program.at("10:40"), staff: "FD")
    let refusal = RuleViolation.notPermitted(
      "It was held, and its notes would open to you: a counselor or a supervisor gives it, or ask "
        + "for emergency access."
    )
    for reason in [nil, "I was there"] {
      #expect(throws: refusal) {
        try program.ask(.substitute(.of("FD")), asker, because: reason)
      }
    }
    #expect(program.session().state.leadID == .of("TB"))
  }

  @Test func `one of a day that is over`() throws {
    var program = program(.peerSpecialist)
    let asker = Asker(at: program.at("09:00", on: "2026-03-10"), staff: "FD")
    #expect(throws: RuleViolation.self) {
      try program.ask(.substitute(.of("FD")), asker, because: "I was there")
    }
    try program.ask(
      .substitute(.of("NP")),
      Asker(at: program.at("09:00", on: "2026-03-10"), staff: "NP"),
      because: "I was there"
    )
  }

  @Test func `but one that is still to be held`() throws {
    var program = program(.peerSpecialist)
    try program.ask(.substitute(.of("FD")), Asker(at: program.at("08:30"), staff: "FD"))
    #expect(program.session().state.leadID == .of("FD"))
  }
}
