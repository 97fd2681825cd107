import Domain
import Support
import Testing

@Suite struct `Entering clients` {
  @Test func `admits, and takes it back whole`() throws {
    var office = Office()
    let before = office.content
    try office.client("C01")
    #expect(office.data.clients[.of("C01")]?.mrn == "C01")
    #expect(office.data.episodes[.of("C01")]?.counselor(on: office.today) == .of("TB"))
    #expect(office.data.clients[.of("C01")]?.history.count == 1)
    try office.takeBack()
    #expect(office.content == before)
    #expect(office.data.withdrawn.clients[.of("C01")]?.history.count == 2)
    try office.doAgain()
    #expect(office.data.clients[.of("C01")]?.isWithdrawn == false)
    #expect(office.data.clients[.of("C01")]?.history.count == 3)
  }

  @Test func `refuses what can't be, and says which fact`() throws {
    var office = Office()
    try office.client("C01")
    var twin = try #require(office.data.clients[.of("C01")])
    twin = Client(
      id: .of("X"),
      mrn: "c01",
      legalFirst: "A",
      legalLast: "B",
      birthDate: twin.birthDate
    )
    #expect(fact { () throws(RuleViolation) in try office.ask(.client(twin, nil)) } == .code)
    #expect(
      fact { () throws(RuleViolation) in try office.client("C02", born: "2026-03-12") }
        == .birthDate
    )
    #expect(
      fact { () throws(RuleViolation) in
        try office.client("C03", born: "1999-01-01", admitted: "1998-12-31")
      } == .admitted
    )
    let second = Episode(id: .of("again"), clientID: .of("C01"), admittedOn: office.today)
    let client = try #require(office.data.clients[.of("C01")])
    #expect(
      fact { () throws(RuleViolation) in try office.ask(.client(client, second)) } == .admitted
    )
    #expect(
      refusal { () throws(RuleViolation) in try office.ask(.client(client, nil)) }
        == .nothingToDo("That is so already.")
    )
  }

  @Test func `that others rest on isn't taken back`() throws {
    var office = Office()
    try office.ask(.group(office.series("G01")))
    try office.client("C01")
    let admission = try #require(office.undo.undoable.last)
    try office.ask(office.place("C01", in: "G01"))
    let change = office.data.inverse(
      of: admission,
      kind: .undo(of: admission.id),
      stamp: office.stamp()
    )
    #expect(refusal { () throws(RuleViolation) in try office.data.apply(change) } != nil)
    #expect(office.data.clients[.of("C01")] != nil)
  }
}

@Suite struct `Entering groups` {
  @Test func `puts them on the days of the loaded week`() throws {
    var office = Office()
    try office.ask(.group(office.series("G01", on: "mon thu")))
    #expect(office.data.sessions(on: .on("2026-03-09")).count == 1)
    #expect(office.data.sessions(on: .on("2026-03-11")).isEmpty)
    try office.client("C01")
    try office.ask(office.place("C01", in: "G01", from: "2026-03-10"))
    #expect(office.data.sessions(on: .on("2026-03-09")).first?.rows.isEmpty == true)
    #expect(office.data.sessions(on: .on("2026-03-12")).first?.rows.count == 1)
    try office.takeBack()
    #expect(office.data.sessions(on: .on("2026-03-12")).first?.rows.isEmpty == true)
  }

  @Test func `changes from a date on and keeps what was before`() throws {
    var office = Office()
    try office.ask(.group(office.series("G01")))
    let other = office.series("G01", "13:00", "14:30", on: "tue fri")
    try office.ask(.groupFrom(other, .on("2026-03-11")))
    let monday = try #require(office.data.sessions(on: .on("2026-03-09")).first)
    #expect(office.data.program.zone.local(monday.state.scheduledStart).time == .at("09:00"))
    #expect(office.data.sessions(on: .on("2026-03-11")).isEmpty)
    let friday = try #require(office.data.sessions(on: .on("2026-03-13")).first)
    #expect(office.data.program.zone.local(friday.state.scheduledStart).time == .at("13:00"))
    let third = office.series("G01", "15:00", "16:30", on: "tue")
    #expect(
      fact { () throws(RuleViolation) in
        try office.ask(.groupFrom(third, .on("2026-03-11")))
      } == .from
    )
    try office.takeBack()
    #expect(office.data.sessions(on: .on("2026-03-11")).count == 1)
  }

  @Test func `isn't changed from before its first day, and from a past day with a reason`() throws {
    var office = Office()
    try office.ask(.group(office.series("G01")))
    let other = office.series("G01", on: "tue")
    #expect(
      fact { () throws(RuleViolation) in
        try office.ask(.groupFrom(other, .on("2026-03-01")))
      } == .from
    )
    let why = refusal { () throws(RuleViolation) in
      try office.ask(.groupFrom(other, .on("2026-03-10")))
    }
    #expect(why?.message.hasPrefix("From a day that is over: ") == true)
    try office.ask(.groupFrom(other, .on("2026-03-10")), because: "it met on Tuesday")
    #expect(office.data.sessions(on: .on("2026-03-10")).count == 1)
  }

  @Test func `refuses a room that is taken, and asks where a lead is busy`() throws {
    var office = Office()
    try office.room("Cedar")
    try office.ask(.group(office.series("G01") { $0.roomID = .of("Cedar") }))
    let clash = office.series("G02", "10:00", "11:00", on: "wed") { $0.roomID = .of("Cedar") }
    #expect(fact { () throws(RuleViolation) in try office.ask(.group(clash)) } == .room)
    let busy = office.series("G03", "10:00", "11:00", on: "wed")
    guard
      case .needsWords(let why) = refusal({ () throws(RuleViolation) in
        try office.ask(.group(busy))
      })
    else {
      Issue.record("the lead's other group isn't seen")
      return
    }
    #expect(why.contains("T. Brightwater leads G01"))
    try office.ask(.group(busy), because: "an intern covers")
    let free = office.series("G04", "10:30", "11:30", on: "mon") { $0.roomID = .of("Cedar") }
    try office.ask(.group(free))
  }
}

@Suite struct `Giving places in groups` {
  private func office() throws -> Office {
    var office = Office()
    try office.ask(.group(office.series("G01") { $0.capacity = 2 }))
    for code in ["C01", "C02", "C03"] { try office.client(code) }
    try office.ask(office.place("C01", in: "G01"))
    return office
  }

  @Test func `asks for a reason beyond the places there are`() throws {
    var office = try office()
    try office.ask(office.place("C02", in: "G01") { $0.to = .on("2026-03-20") })
    guard
      case .needsWords(let why) = refusal({ () throws(RuleViolation) in
        try office.ask(office.place("C03", in: "G01"))
      })
    else {
      Issue.record("the third has a place in a group of two")
      return
    }
    #expect(why.contains("2 places"))
    try office.ask(office.place("C03", in: "G01", from: "2026-03-21"))
  }

  @Test func `asks before two meet who must not`() throws {
    var office = try office()
    var client = try #require(office.data.clients[.of("C02")])
    client.alerts = [ClientAlert(kind: .known(.doNotPair), otherClient: .of("C01"))]
    try office.ask(.client(client, nil))
    #expect(
      refusal { () throws(RuleViolation) in
        try office.ask(office.place("C02", in: "G01"))
      }?.message.contains("must not be met") == true
    )
  }

  @Test func `refuses twice the same, before the admission, and days of no meeting`() throws {
    var office = try office()
    var again = office.place("C01", in: "G01")
    if case .enrollment(let first, let group) = again {
      var second = Enrollment(
        id: .of("second"),
        clientID: first.clientID,
        episodeID: first.episodeID,
        from: first.from
      )
      second.to = .on("2026-04-01")
      again = .enrollment(second, in: group)
    }
    #expect(fact { () throws(RuleViolation) in try office.ask(again) } == .client)
    #expect(
      fact { () throws(RuleViolation) in
        try office.ask(office.place("C02", in: "G01", from: "2026-03-01"))
      } == .from
    )
    #expect(
      fact { () throws(RuleViolation) in
        try office.ask(office.place("C02", in: "G01") { $0.weekdays = [.tuesday] })
      } == .weekdays
    )
  }
}

@Suite struct `Booking` {
  private func appointment(_ office: Office, _ start: String, _ id: String = "A1") -> Appointment {
    let zone = office.data.program.zone
    let from = zone.instant(.on("2026-03-12"), .at(start))
    return Appointment(
      id: .of(id),
      clientID: .of("C01"),
      episodeID: .of("C01"),
      kind: .known(.individual),
      serviceDate: .on("2026-03-12"),
      state: AppointmentState(
        scheduledStart: from,
        scheduledEnd: from.adding(minutes: 50),
        counselorID: .of("TB")
      )
    )
  }

  @Test func `puts it on the day and finds the next free time`() throws {
    var office = Office()
    try office.client("C01")
    try office.ask(.book(appointment(office, "08:00")))
    #expect(office.data.appointments(on: .on("2026-03-12")).count == 1)
    #expect(
      fact { () throws(RuleViolation) in
        try office.ask(.book(appointment(office, "08:30", "A2")))
      } == .start
    )
    let free = try #require(office.data.nextFreeTime(for: appointment(office, "08:00", "A2")))
    #expect(office.data.program.zone.local(free.state.scheduledStart).time == .at("09:00"))
    try office.takeBack()
    #expect(office.data.appointments(on: .on("2026-03-12")).isEmpty)
    try office.doAgain()
    #expect(office.data.appointments(on: .on("2026-03-12")).count == 1)
  }

  @Test func `asks for a reason while the client is in a group`() throws {
    var office = Office()
    try office.client("C01")
    try office.ask(.group(office.series("G01", on: "thu")))
    try office.ask(office.place("C01", in: "G01"))
    let wanted = appointment(office, "09:30")
    guard
      case .needsWords = refusal({ () throws(RuleViolation) in try office.ask(.book(wanted)) })
    else {
      Issue.record("the group at the same time isn't seen")
      return
    }
    let free = try #require(office.data.nextFreeTime(for: wanted))
    #expect(office.data.program.zone.local(free.state.scheduledStart).time == .at("10:30"))
    try office.ask(.book(wanted), because: "a crisis")
  }
}
