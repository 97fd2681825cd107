import Domain
import Support
import Testing

@Suite struct `Contacts, times and who isn't met` {
  private func office() throws -> Office {
    var office = Office()
    for code in ["C01", "C02", "C03"] { try office.client(code) }
    return office
  }

  private func client(_ office: Office, _ code: String = "C01") throws -> Client {
    try #require(office.data.clients[.of(code)]?.bare)
  }

  private func notToMeet(_ office: Office, _ code: String) -> [ClientID]? {
    office.data.clients[.of(code)]?.notToPairWith
  }

  @Test func `stand in both records by one change, and in neither by one undo`() throws {
    var office = try office()
    let before = office.content
    var client = try client(office)
    client.alerts = [.of("C02"), .of("C03")].map {
      ClientAlert(kind: .known(.doNotPair), otherClient: $0, note: "cousins")
    }
    let change = try office.ask(.client(client, nil))
    #expect(change.edits.count == 3)
    #expect(notToMeet(office, "C02") == [.of("C01")])
    #expect(notToMeet(office, "C03") == [.of("C01")])
    // What one record says of the two isn't told in the other.
    #expect(office.data.clients[.of("C02")]?.alerts.first?.note == nil)
    try office.takeBack()
    #expect(office.content == before)
    try office.doAgain()
    #expect(notToMeet(office, "C03") == [.of("C01")])
  }

  @Test func `are taken off both records, and off no others`() throws {
    var office = try office()
    var one = try client(office)
    one.alerts = [.of("C02"), .of("C03")].map {
      ClientAlert(kind: .known(.doNotPair), otherClient: $0)
    }
    try office.ask(.client(one, nil))
    var other = try client(office, "C02")
    other.alerts = []
    try office.ask(.client(other, nil))
    #expect(notToMeet(office, "C01") == [.of("C03")])
    #expect(notToMeet(office, "C02") == [])
    #expect(notToMeet(office, "C03") == [.of("C01")])
  }

  @Test func `warn from either side`() throws {
    var office = try office()
    var one = try client(office)
    one.alerts = [ClientAlert(kind: .known(.doNotPair), otherClient: .of("C02"))]
    try office.ask(.client(one, nil))
    try office.ask(.group(office.series("G01")))
    try office.ask(office.place("C01", in: "G01"))
    let why = refusal { () throws(RuleViolation) in
      try office.ask(office.place("C02", in: "G01"))
    }
    #expect(why?.message.contains("C01 there must not be met") == true)
  }

  @Test func `are refused where they can't be so, by the fact`() throws {
    let office = try office()
    func refused(_ change: (inout Client) -> Void) throws -> RecordFact? {
      var office = office
      var client = try client(office)
      change(&client)
      return fact { () throws(RuleViolation) in try office.ask(.client(client, nil)) }
    }
    let backwards = ScheduleConstraint(
      weekday: .monday,
      from: .at("10:00"),
      to: .at("10:00"),
      kind: .known(.work)
    )
    #expect(try refused { $0.constraints = [backwards] } == .constraint)
    #expect(try refused { $0.supports = [SupportPerson(name: " ", relation: "aunt")] } == .support)
    #expect(try refused { $0.supports = [SupportPerson(name: "Ann", relation: "")] } == .support)
    #expect(try refused { $0.phones = [Phone(number: " ")] } == .phone)
    #expect(try refused { $0.email = "ann at home" } == .email)
    #expect(try refused { $0.email = "ann@" } == .email)
    #expect(try refused { $0.email = "ann@example.com" } == nil)
    #expect(try refused { $0.part2NoticeGivenAt = office.now.adding(minutes: 1440) } == .notice)
    #expect(try refused { $0.part2NoticeGivenAt = office.now.adding(minutes: 60) } == nil)
    let own = ClientAlert(kind: .known(.doNotPair), otherClient: .of("C01"))
    #expect(try refused { $0.alerts = [own] } == .notTogether)
  }
}
