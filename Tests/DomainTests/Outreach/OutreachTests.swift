import Domain
import Support
import Testing

/// Attempts that follow from what was missed and what was tried.
@Suite struct Outreach {
  /// C01 is in a group each weekday; the office is on Wednesday at 08:00.
  private func office(missed days: [String]) throws -> Office {
    var builder = ProgramBuilder()
    builder.client("C01", admitted: "2026-03-02")
    builder.group("G01", "09:00", "10:30", on: [.monday, .tuesday, .wednesday])
    builder.enroll("C01", in: "G01")
    for day in days { builder.hold("G01", on: day, ["C01": .noShow]) }
    return Office(builder)
  }

  private func at(_ office: Office, _ date: String, _ time: String) -> Instant {
    office.data.program.zone.instant(.on(date), .at(time))
  }

  /// The data once C01 missed today's group too.
  private func missing(_ office: Office, at now: Instant) throws -> ProgramData {
    var data = office.data
    let today = try #require(data.sessions(on: office.today).first)
    let stamp = Stamp(staff: office.tb, now: now, changeID: .of("missed"))
    try data.apply(
      try data.change(.mark([.of("C01")], Mark(.noShow)), in: today.id, stamp: stamp)
    )
    return data
  }

  @Test func `is owed an hour after the first miss, then the next business day`() throws {
    var office = try office(missed: ["2026-03-10"])
    let step = try #require(office.data.outreach(of: .of("C01"), asOf: office.now))
    #expect(step.kind == .attempt(1))
    #expect(step.dueAt == at(office, "2026-03-10", "11:30"))
    #expect(step.missed == [.on("2026-03-10")])
    try office.ask(.outreach(.of("C01"), OutreachAttempt(.call, .noAnswer), as: .of("F1")))
    let next = try #require(office.data.outreach(of: .of("C01"), asOf: office.now))
    #expect(next.kind == .attempt(2))
    #expect(next.dueAt == at(office, "2026-03-11", "12:00"))
    try office.takeBack()
    #expect(office.data.outreach(of: .of("C01"), asOf: office.now)?.kind == .attempt(1))
  }

  @Test func `has as many attempts before the letter as the rules ask for`() throws {
    for most in [1, 3, 5] {
      var office = try office(missed: ["2026-03-10"])
      office.data.ruleSets[0].outreachAttempts = most
      for number in 1...most {
        let step = try #require(office.data.outreach(of: .of("C01"), asOf: office.now))
        #expect(step.kind == .attempt(number))
        // Beyond the third each is at noon of the next business day.
        if number > 3 { #expect(step.dueAt == at(office, "2026-03-12", "12:00")) }
        try office.ask(
          .outreach(.of("C01"), OutreachAttempt(.call, .noAnswer), as: .of("F\(number)"))
        )
      }
      #expect(office.data.outreach(of: .of("C01"), asOf: office.now)?.kind == .letter)
    }
  }

  @Test func `keeps a time that was set by hand`() throws {
    var office = try office(missed: ["2026-03-10"])
    let again = at(office, "2026-03-11", "15:00")
    let attempt = OutreachAttempt(.call, .noAnswer, nextDueAt: again)
    try office.ask(.outreach(.of("C01"), attempt, as: .of("F1")))
    let step = try #require(office.data.outreach(of: .of("C01"), asOf: office.now))
    #expect(step.dueAt == again)
    #expect(step.isSetByHand)
    let past = OutreachAttempt(.call, .noAnswer, nextDueAt: at(office, "2026-03-10", "15:00"))
    #expect(throws: RuleViolation.self) {
      try office.ask(.outreach(.of("C01"), past, as: .of("F2")))
    }
  }

  @Test func `isn't owed to whom was reached, until the next miss`() throws {
    var office = try office(missed: ["2026-03-09"])
    try office.ask(.outreach(.of("C01"), OutreachAttempt(.call, .reached), as: .of("F1")))
    #expect(office.data.outreach(of: .of("C01"), asOf: office.now) == nil)
    let later = at(office, "2026-03-11", "14:00")
    let data = try missing(office, at: later)
    let step = try #require(data.outreach(of: .of("C01"), asOf: later))
    #expect(step.kind == .attempt(1))
    #expect(step.missed == [office.today])
  }

  @Test func `goes by itself when the client comes`() throws {
    var office = try office(missed: ["2026-03-09"])
    let today = try #require(office.data.sessions(on: office.today).first)
    #expect(office.data.outreach(of: .of("C01"), asOf: office.now) != nil)
    try office.mark(.mark([.of("C01")], Mark(.present)), in: today.id)
    #expect(office.data.outreach(of: .of("C01"), asOf: at(office, "2026-03-11", "14:00")) == nil)
  }

  @Test func `ends in a letter after three attempts`() throws {
    var office = try office(missed: ["2026-03-09"])
    for number in 1...3 {
      let attempt = OutreachAttempt(.call, .noAnswer)
      try office.ask(.outreach(.of("C01"), attempt, as: .of("F\(number)")))
    }
    let step = try #require(office.data.outreach(of: .of("C01"), asOf: office.now))
    #expect(step.kind == .letter)
    #expect(step.dueAt == at(office, "2026-03-14", "12:00"))
    let letter = OutreachAttempt(.letter, .leftMessage)
    try office.ask(.outreach(.of("C01"), letter, as: .of("F4")))
    #expect(office.data.outreach(of: .of("C01"), asOf: office.now) == nil)
  }

  @Test func `never goes a way that the client doesn't allow`() throws {
    var office = try office(missed: ["2026-03-09"])
    var client = try #require(office.data.clients[.of("C01")])
    client.phones = [Phone(number: "555-0101")]
    try office.ask(.client(client, nil))
    let before = office.content
    for attempt in [
      OutreachAttempt(.call, .leftMessage), OutreachAttempt(.text, .leftMessage),
      OutreachAttempt(.contactPerson, .reached),
    ] {
      #expect(throws: RuleViolation.self) {
        try office.ask(.outreach(.of("C01"), attempt, as: .of("F1")))
      }
    }
    #expect(office.content == before)
  }

  @Test func `opens the team's review at the third missed day, which a decision closes`() throws {
    let office = try office(missed: ["2026-03-09", "2026-03-10"])
    #expect(office.data.teamReview(of: .of("C01"), asOf: office.now) == nil)
    let noon = at(office, "2026-03-11", "12:00")
    var data = try missing(office, at: noon)
    let review = try #require(data.teamReview(of: .of("C01"), asOf: noon))
    #expect(review.reason == .missedDays(3))
    #expect(data.dueTasks(of: .of("TB"), asOf: noon).map(\.id.word).contains("review"))
    let change = try data.change(
      .decision(.of("C01"), .stepDown, words: nil, as: .of("D1")),
      stamp: Stamp(staff: office.tb, now: noon, changeID: .of("late"))
    )
    try data.apply(change)
    #expect(data.teamReview(of: .of("C01"), asOf: noon) == nil)
    let words = data.dueTasks(of: .of("TB"), asOf: noon).map(\.id.word)
    #expect(words.contains("decided") && !words.contains("review"))
  }

  @Test func `of one second are in the order in which they were kept`() throws {
    var office = try office(missed: ["2026-03-10"])
    let again = at(office, "2026-03-13", "12:00")
    let second = OutreachAttempt(.letter, .leftMessage, nextDueAt: again)
    try office.ask(.outreach(.of("C01"), OutreachAttempt(.call, .noAnswer), as: .of("F9")))
    try office.ask(.outreach(.of("C01"), second, as: .of("F1")))
    #expect(office.data.followUps(of: .of("C01")).map(\.id) == [.of("F9"), .of("F1")])
    #expect(office.data.outreach(of: .of("C01"), asOf: office.now)?.dueAt == again)
  }

  @Test func `of two windows stands from both`() throws {
    let office = try office(missed: ["2026-03-10"])
    var (mine, theirs) = (office, office)
    try mine.ask(.outreach(.of("C01"), OutreachAttempt(.call, .noAnswer), as: .of("F1")))
    try theirs.ask(.outreach(.of("C01"), OutreachAttempt(.call, .reached), as: .of("F2")))
    var data = theirs.data
    #expect(data.reapply(.followUp(.of("F1")), of: mine.data).refused.isEmpty)
    #expect(data.followUps(of: .of("C01")).count == 2)
    let behind = office.now.adding(minutes: -1)
    #expect(data.outreach(of: .of("C01"), asOf: behind) == nil, "a clock that is behind")
  }
}
