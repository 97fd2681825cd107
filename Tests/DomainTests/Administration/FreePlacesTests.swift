import Domain
import Support
import Testing

@Suite struct `A place that clashes` {
  private func office() throws -> Office {
    var office = Office()
    try office.ask(.group(office.series("G01", "09:00", "10:30")))
    try office.ask(.group(office.series("G02", "10:00", "11:30")), because: "two rooms")
    try office.ask(.group(office.series("G03", "13:00", "14:30", on: "tue thu")))
    try office.ask(
      .group(office.series("G04", "13:00", "14:30") { $0.type = .known(.skills) })
    )
    for code in ["C01", "C02"] { try office.client(code) }
    return office
  }

  private func wanted(_ office: Office) throws -> Enrollment {
    guard case .enrollment(let place, _) = office.place("C01", in: "G02") else {
      throw RuleViolation.notOnRoster
    }
    return place
  }

  private func free(_ office: Office) throws -> [String] {
    office.data.freePlaces(like: try wanted(office), in: .of("G02")).map { place in
      let code = office.data.groups[place.groupID]?.code ?? ""
      return place.enrollment.weekdays.map { "\(code) \(TypedWeekdays.words($0))" } ?? code
    }
  }

  @Test func `is free in another group of the kind, or on other days`() throws {
    var office = try office()
    #expect(try free(office) == ["G01", "G02", "G03"])
    try office.ask(office.place("C01", in: "G01") { $0.weekdays = [.monday] })
    #expect(throws: RuleViolation.self) { try office.ask(office.place("C01", in: "G02")) }
    #expect(try free(office) == ["G02 Wed Fri", "G03"])
    try office.ask(office.place("C01", in: "G02") { $0.weekdays = [.wednesday, .friday] })
  }

  @Test func `isn't free where it is full, or who must not be met is`() throws {
    var office = try office()
    var full = try #require(office.data.groups[.of("G03")])
    full.capacity = 1
    try office.ask(.group(full))
    try office.ask(office.place("C02", in: "G03"))
    #expect(try free(office) == ["G01", "G02"])
    var client = try #require(office.data.clients[.of("C01")]?.bare)
    client.alerts = [ClientAlert(kind: .known(.doNotPair), otherClient: .of("C02"))]
    try office.ask(.client(client, nil))
    try office.ask(office.place("C02", in: "G01"))
    #expect(try free(office) == ["G02"])
    client.constraints = [
      ScheduleConstraint(
        weekday: .monday,
        from: .at("08:00"),
        to: .at("11:00"),
        kind: .known(.work)
      )
    ]
    try office.ask(.client(client, nil))
    #expect(try free(office) == ["G02 Wed Fri"])
  }
}
