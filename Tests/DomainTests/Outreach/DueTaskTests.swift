import Domain
import Support
import Testing

@Suite struct `What is due about clients` {
  private func words(_ office: Office) -> [String] {
    office.data.dueTasks(of: .of("TB"), asOf: office.now).map(\.id.word)
  }

  @Test func `is a place that a waitlisted client waits for, once it is free`() throws {
    var office = Office()
    try office.client("C01")
    try office.client("C02", admitted: nil)
    try office.ask(.group(office.series("G01") { $0.capacity = 1 }))
    try office.ask(office.place("C01", in: "G01"))
    var waiting = try #require(office.data.clients[.of("C02")])
    waiting.intake = [IntakeStep(.waitlisted, on: office.today, groupIDs: [.of("G01")])]
    try office.ask(.client(waiting, nil))
    #expect(!words(office).contains("place G01"))
    try office.ask(
      .discharge(Discharge(of: .of("C01"), on: .on("2026-03-10"), reason: .treatmentCompleted))
    )
    #expect(words(office).contains("place G01"))
  }

  @Test func `is an individual session that is missing, until one is booked`() throws {
    for isBooked in [false, true] {
      var builder = ProgramBuilder()
      builder.client("C01", admitted: "2026-02-23")
      if isBooked { builder.book("C01", on: "2026-03-12", (start: "15:00", end: "15:50"), .booked) }
      let data = builder.data(weeks: "2026-02-23", "2026-03-02", "2026-03-09")
      let now = data.program.zone.instant(.on("2026-03-11"), .at("08:00"))
      let words = data.dueTasks(of: nil, asOf: now).map(\.id.word)
      #expect(words == (isBooked ? [] : ["individual"]))
    }
  }

  @Test func `is an authorization that runs out`() throws {
    var office = Office()
    try office.client("C01")
    var stay = try #require(office.data.episodes[.of("C01")])
    stay.authorizations = [
      Authorization(number: "A-1", from: .on("2026-03-02"), to: .on("2026-03-16"), units: 9),
      Authorization(number: "A-2", from: .on("2026-03-02"), to: .on("2026-05-30"), units: 40),
    ]
    let client = try #require(office.data.clients[.of("C01")])
    try office.ask(.client(client, stay))
    #expect(words(office).filter { $0.hasPrefix("auth") } == ["authorization A-1"])
  }

  @Test func `needs the weeks that authorizations in force began in, and no others`() throws {
    var office = Office()
    try office.client("C01", admitted: "2025-08-04")
    #expect(office.data.weeksOfAuthorizations(on: office.today).isEmpty)
    var stay = try #require(office.data.episodes[.of("C01")])
    stay.authorizations = [
      Authorization(number: "A-0", from: .on("2025-08-04"), to: .on("2025-12-01"), units: 40),
      Authorization(number: "A-1", from: .on("2026-02-25"), to: .on("2026-06-01"), units: 40),
    ]
    try office.ask(.client(try #require(office.data.clients[.of("C01")]), stay))
    #expect(
      office.data.weeksOfAuthorizations(on: office.today).map(\.description)
        == ["2026-03-09", "2026-03-02", "2026-02-23"]
    )
  }
}

@Suite struct `What is due every so many days` {
  /// C01, admitted on 2 February, with some kept appointments; on Wednesday 11 March at 08:00.
  private func data(
    _ kept: [(AppointmentKind, String)] = [],
    booked: [(AppointmentKind, String)] = [],
    plan: (from: String, review: String?)? = nil,
    _ rules: (inout RuleSet) -> Void = { _ in }
  ) -> ProgramData {
    var builder = ProgramBuilder()
    builder.rules {
      $0.levelsWithMinimum = []
      ($0.asamReassessDays, $0.familyContactEveryDays) = (nil, nil)
      rules(&$0)
    }
    builder.client("C01", admitted: "2026-02-02")
    for (kind, date) in kept {
      builder.book("C01", on: date, ("15:00", "15:50"), .kept) { $0.kind = .known(kind) }
    }
    for (kind, date) in booked {
      builder.book("C01", on: date, ("16:00", "16:50"), .booked) { $0.kind = .known(kind) }
    }
    if let plan {
      builder.snapshot.plans = [
        TreatmentPlan(
          id: .of("P1"),
          clientID: .of("C01"),
          episodeID: .of("C01"),
          effectiveFrom: .on(plan.from),
          nextReviewDue: plan.review.map { .on($0) }
        )
      ]
    }
    return builder.data(
      weeks: "2026-02-02",
      "2026-02-09",
      "2026-02-16",
      "2026-02-23",
      "2026-03-02",
      "2026-03-09"
    )
  }

  private func due(_ data: ProgramData, on date: String = "2026-03-11") -> [String] {
    let now = data.program.zone.instant(.on(date), .at("08:00"))
    return data.dueTasks(of: nil, asOf: now).map { task in
      let day = data.program.zone.date(of: task.dueAt.adding(minutes: -1))
      return "\(task.id.word) \(day)"
    }
  }

  @Test func `is a review of the plan, by the day it names or by the rule`() {
    #expect(due(data(plan: ("2026-02-10", "2026-03-12"))) == ["plan 2026-03-12"])
    #expect(due(data(plan: ("2026-02-10", nil))) == ["plan 2026-03-12"])
    #expect(due(data(plan: ("2026-02-10", nil)) { $0.planReviewDays = 14 }) == ["plan 2026-02-24"])
    #expect(due(data(plan: ("2026-02-16", nil))) == [])
  }

  @Test func `is a review again so many days after one that was kept`() {
    let kept = [(AppointmentKind.planReview, "2026-03-05")]
    #expect(due(data(kept, plan: ("2026-02-02", "2026-03-04"))) == [])
    #expect(due(data(kept, plan: ("2026-02-02", nil))) == [])
    // The day that the plan names stands.
    #expect(due(data(kept, plan: ("2026-02-02", "2026-03-12"))) == ["plan 2026-03-12"])
    #expect(
      due(data(kept, plan: ("2026-02-02", "2026-03-04")) { $0.planReviewDays = 7 })
        == ["plan 2026-03-12"]
    )
  }

  @Test func `is a first plan in a program that keeps plans`() {
    #expect(due(data()) == [])
    var other = data()
    var plan = TreatmentPlan(
      id: .of("P2"),
      clientID: .of("C02"),
      episodeID: .of("C02"),
      effectiveFrom: .on("2026-02-02")
    )
    other.plans[.of("C02")] = [plan]
    #expect(due(other) == ["first plan 2026-02-12"])
    other.ruleSets[0].planInitialDueDays = nil
    #expect(due(other) == [])
    // One of an earlier stay is no plan of this one, one that ended in it was.
    other.ruleSets[0].planInitialDueDays = 10
    plan.clientID = .of("C01")
    plan.effectiveTo = .on("2026-02-20")
    other.plans[.of("C01")] = [plan]
    #expect(due(other) == ["first plan 2026-02-12"])
    plan.episodeID = .of("C01")
    other.plans[.of("C01")] = [plan]
    #expect(due(other) == [])
  }

  @Test func `is an assessment after the last that was kept, unless it is booked or off`() {
    let rules = { (rules: inout RuleSet) in rules.asamReassessDays = 30 }
    let intake = [(AppointmentKind.intakeAssessment, "2026-02-03")]
    #expect(due(data(intake, rules)) == ["reassessment 2026-03-05"])
    #expect(due(data(intake + [(.asamReassessment, "2026-03-02")], rules)) == [])
    #expect(due(data(intake, booked: [(.asamReassessment, "2026-03-12")], rules)) == [])
    #expect(
      due(data(intake, booked: [(.individual, "2026-03-12")], rules)) == ["reassessment 2026-03-05"]
    )
    #expect(due(data(intake)) == [])
    #expect(due(data(intake) { $0.asamReassessDays = 60 }) == [])
  }

  @Test func `is a session with the family after the last that was kept`() {
    let rules = { (rules: inout RuleSet) in rules.familyContactEveryDays = 30 }
    let family = [(AppointmentKind.familyWithoutClient, "2026-02-10")]
    #expect(due(data(family, rules)) == ["family 2026-03-12"])
    #expect(due(data(family + [(.familyWithClient, "2026-02-24")], rules)) == [])
    #expect(due(data(family, booked: [(.familyWithClient, "2026-03-13")], rules)) == [])
    #expect(due(data(family)) == [])
  }

  @Test func `is counted from the admission where there never was one`() {
    #expect(due(data { $0.asamReassessDays = 30 }) == ["reassessment 2026-03-04"])
    #expect(due(data { $0.familyContactEveryDays = 30 }) == ["family 2026-03-04"])
    #expect(due(data { $0.familyContactEveryDays = 60 }) == [])
  }

  @Test func `is due too where the last lies before the weeks that are read`() {
    var builder = ProgramBuilder()
    builder.rules {
      $0.levelsWithMinimum = []
      ($0.asamReassessDays, $0.familyContactEveryDays) = (7, nil)
    }
    builder.client("C01", admitted: "2025-11-03")
    var data = builder.data(weeks: "2026-03-02", "2026-03-09")
    #expect(due(data) == ["reassessment 2026-03-09"])
    // The weeks that aren't read may hold one.
    data.ruleSets[0].asamReassessDays = 30
    #expect(due(data) == [])
    #expect(!data.looksBack(beyond: 12))
    data.ruleSets[0].asamReassessDays = 120
    #expect(data.looksBack(beyond: 12))
    var week = CalendarDate.on("2025-11-03")
    while week < .on("2026-03-02") {
      data.takeKeptCare(of: [], week: week)
      week = week.adding(days: 7)
    }
    #expect(due(data) == ["reassessment 2026-03-03"])
    builder.book("C01", on: "2025-11-12", ("15:00", "15:50"), .kept) {
      $0.kind = .known(.asamReassessment)
    }
    data.takeKeptCare(of: builder.snapshot.appointments, week: .on("2025-11-10"))
    #expect(due(data) == ["reassessment 2026-03-12"])
    #expect(!data.isLoaded(.on("2025-11-12")))
  }
}
