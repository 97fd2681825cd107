import Domain
import Support
import Testing

@Suite struct `Alerts that follow from other records` {
  /// Clients with the names, admitted on a day or not at all.
  private func data(_ names: [String], admitted: String? = "2026-03-02") throws -> ProgramData {
    var office = Office()
    for (place, name) in names.enumerated() {
      let code = "C0\(place + 1)"
      try office.client(code, admitted: admitted)
      let parts = name.split(separator: " ").map(String.init)
      office.data.clients[.of(code)]?.legalFirst = parts[0]
      office.data.clients[.of(code)]?.legalLast = parts[1]
    }
    return office.data
  }

  private func namesakes(_ data: ProgramData, of code: String) -> [ClientID?] {
    let following = data.followingAlerts(on: .on("2026-03-11"))
    return data.alerts(of: .of(code), following: following)
      .filter { $0.kind == .known(.nameAlert) }.map(\.otherClient)
  }

  @Test(arguments: [
    ("Ann Fauxwell", "Lark FAUXWELL", true), ("Ann Muñoz", "Zed Munoz", true),
    ("Jon Fauxwell", "John Fauxbridge", true), ("Kristin Fauxwell", "Kris Fauxby", true),
    ("Ann Fauxwell", "Lark Fauxbridge", false), ("Ann Fauxwell", "Ann Fabledale", false),
    ("Al Fauxwell", "Ed Fauxby", false), ("Marc Fauxwell", "Mark Fauxby", true),
    ("Li Ng", "Bo Ng", true),
  ])
  func `warn of names that are alike`(one: String, other: String, isAlike: Bool) throws {
    let data = try data([one, other])
    #expect(namesakes(data, of: "C01") == (isAlike ? [.of("C02")] : []))
    #expect(namesakes(data, of: "C02") == (isAlike ? [.of("C01")] : []))
  }

  @Test func `also by the name that is gone by`() throws {
    var data = try data(["Robert Fauxwell", "Ann Fauxby"])
    #expect(namesakes(data, of: "C01").isEmpty)
    data.clients[.of("C02")]?.preferredName = "Robin"
    #expect(namesakes(data, of: "C01") == [.of("C02")])
  }

  @Test func `are only among those in the program`() throws {
    #expect(namesakes(try data(["Ann Fauxwell", "Bo Fauxwell"], admitted: nil), of: "C01").isEmpty)
    let later = try data(["Ann Fauxwell", "Bo Fauxwell"], admitted: "2026-03-12")
    #expect(namesakes(later, of: "C01").isEmpty)
    var left = try data(["Ann Fauxwell", "Bo Fauxwell"])
    left.episodes[.of("C02")]?.dischargedOn = .on("2026-03-10")
    #expect(namesakes(left, of: "C01").isEmpty)
  }

  @Test func `are said once beside a stored one, which stays where the names differ`() throws {
    var data = try data(["Ann Fauxwell", "Bo Fauxwell", "Cy Standin"])
    let stored = [.of("C02"), .of("C03")].map {
      ClientAlert(kind: .known(.nameAlert), otherClient: $0, note: "old")
    }
    data.clients[.of("C01")]?.alerts = stored
    #expect(
      data.alerts(of: .of("C01"), following: data.followingAlerts(on: .on("2026-03-11"))) == stored
    )
  }

  @Test func `say on both sides who must not meet, also where one record alone has it`() throws {
    var data = try data(["Ann Fauxwell", "Bo Standin"])
    data.clients[.of("C01")]?.alerts = [
      ClientAlert(kind: .known(.doNotPair), otherClient: .of("C02"), note: "siblings")
    ]
    let following = data.followingAlerts(on: .on("2026-03-11"))
    #expect(
      data.alerts(of: .of("C02"), following: following)
        == [ClientAlert(kind: .known(.doNotPair), otherClient: .of("C01"))]
    )
    #expect(data.alerts(of: .of("C01"), following: following).count == 1)
  }
}
