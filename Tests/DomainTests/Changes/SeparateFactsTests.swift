import Domain
import Support
import Testing

@Suite struct `Two windows that change one record` {
  /// One client, one group; both windows begin from it.
  private func office() throws -> Office {
    var office = Office()
    try office.client("C01")
    try office.ask(.group(office.series("G01")))
    return office
  }

  /// What another window does to the client, as it would be on disk.
  private func others(_ office: Office, _ change: (inout Client) -> Void) throws -> ProgramData {
    var other = window(beside: office)
    try edit(&other, change)
    return other.data
  }

  /// Another window, whose changes have identifiers of their own.
  private func window(beside office: Office) -> Office {
    var other = office
    for _ in 0..<9 { _ = other.stamp() }
    return other
  }

  private func edit(_ office: inout Office, _ change: (inout Client) -> Void) throws {
    var client = try #require(office.data.clients[.of("C01")])
    change(&client)
    try office.ask(.client(client, nil))
  }

  @Test func `keep both where the facts are different ones`() throws {
    var mine = try office()
    var theirs = try others(mine) { $0.phones = [Phone(number: "555-0101")] }
    try edit(&mine) { $0.email = "c01@example.org" }
    #expect(theirs.reapply(.client(.of("C01")), of: mine.data) == MergeOutcome())
    let client = try #require(theirs.clients[.of("C01")])
    #expect(client.email == "c01@example.org")
    #expect(client.phones.map(\.number) == ["555-0101"])
    #expect(client.history.count == 3)
  }

  @Test func `keep the one on disk where both changed the same, and say so`() throws {
    var mine = try office()
    var theirs = try others(mine) { $0.email = "theirs@example.org" }
    try edit(&mine) {
      $0.email = "mine@example.org"
      $0.pronouns = "they/them"
    }
    let outcome = theirs.reapply(.client(.of("C01")), of: mine.data)
    #expect(outcome.refused.count == 1)
    #expect(theirs.clients[.of("C01")]?.email == "theirs@example.org")
    #expect(theirs.clients[.of("C01")]?.pronouns == nil)
  }

  @Test func `have nothing more to do where both did the same`() throws {
    var mine = try office()
    var theirs = try others(mine) { $0.email = "same@example.org" }
    try edit(&mine) { $0.email = "same@example.org" }
    #expect(theirs.reapply(.client(.of("C01")), of: mine.data) == MergeOutcome())
    #expect(theirs.clients[.of("C01")]?.history.count == 2)
  }

  @Test func `both add to a list`() throws {
    var mine = try office()
    try edit(&mine) { $0.alerts = [ClientAlert(kind: .known(.allergy), note: "latex")] }
    var theirs = try others(mine) { $0.alerts.append(ClientAlert(kind: .known(.pregnancy))) }
    try edit(&mine) { $0.alerts = [ClientAlert(kind: .known(.mobility))] }
    #expect(theirs.reapply(.client(.of("C01")), of: mine.data) == MergeOutcome())
    let kinds = theirs.clients[.of("C01")]?.alerts.compactMap(\.kind.value)
    #expect(kinds == [.pregnancy, .mobility])
  }

  @Test func `don't both change one element of a list`() throws {
    var mine = try office()
    try edit(&mine) { $0.alerts = [ClientAlert(kind: .known(.allergy), note: "latex")] }
    var theirs = try others(mine) { $0.alerts[0].note = "latex, nuts" }
    try edit(&mine) { $0.alerts[0].note = "latex, bees" }
    #expect(theirs.reapply(.client(.of("C01")), of: mine.data).refused.count == 1)
    #expect(theirs.clients[.of("C01")]?.alerts.map(\.note) == ["latex, nuts"])
  }

  @Test func `don't put together what rules see together`() throws {
    var mine = try office()
    var other = window(beside: mine)
    var group = try #require(mine.data.groups[.of("G01")])
    group.end = .at("11:00")
    try other.ask(.group(group))
    group = try #require(mine.data.groups[.of("G01")])
    group.weekdays = [.tuesday]
    try mine.ask(.group(group))
    var theirs = other.data
    #expect(theirs.reapply(.group(.of("G01")), of: mine.data).refused.count == 1)
    #expect(theirs.groups[.of("G01")]?.end == .at("11:00"))
    #expect(theirs.groups[.of("G01")]?.weekdays != [.tuesday])
  }

  @Test func `don't both change one place in a group`() throws {
    var mine = try office()
    try mine.ask(mine.place("C01", in: "G01"))
    let enrollment = try #require(mine.data.groups[.of("G01")]?.enrollments.first)
    var (changed, other) = (enrollment, window(beside: mine))
    changed.to = .on("2026-05-01")
    try other.ask(.enrollment(changed, in: .of("G01")))
    changed = enrollment
    changed.to = .on("2026-06-01")
    try mine.ask(.enrollment(changed, in: .of("G01")))
    var theirs = other.data
    #expect(theirs.reapply(.group(.of("G01")), of: mine.data).refused.count == 1)
    #expect(theirs.groups[.of("G01")]?.enrollments.first?.to == .on("2026-05-01"))
  }

  @Test func `take back their own alone`() throws {
    var mine = try office()
    try edit(&mine) { $0.email = "mine@example.org" }
    mine.data = try others(mine) { $0.pronouns = "they/them" }
    let own = try #require(mine.undo.undoable.last)
    let back = mine.data.inverse(of: own, kind: .undo(of: own.id), stamp: mine.stamp())
    try mine.data.apply(back)
    let client = try #require(mine.data.clients[.of("C01")])
    #expect(client.email == nil)
    #expect(client.pronouns == "they/them")
  }

  @Test func `can't take back what others changed since`() throws {
    var mine = try office()
    try edit(&mine) { $0.email = "mine@example.org" }
    mine.data = try others(mine) { $0.email = "theirs@example.org" }
    let own = try #require(mine.undo.undoable.last)
    let back = mine.data.inverse(of: own, kind: .undo(of: own.id), stamp: mine.stamp())
    #expect(
      refusal { () throws(RuleViolation) in try mine.data.apply(back) }
        == .changedSince(.client(.of("C01")))
    )
  }
}
