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
