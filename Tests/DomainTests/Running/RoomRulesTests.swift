import Domain
import Support
import Testing

@Suite struct `Who may be in the room` {
  @Test func `the thirteenth at the same time asks, and keeps the reason`() throws {
    var program = RunningProgram(clients: 13)
    for number in 1...12 {
      try program.mark(RunningProgram.code(number), .present, at: "09:00")
    }
    #expect(rule { try program.mark("C13", .present, at: "09:01") } == .capacity)
    try program.mark("C13", .present, at: "09:02", because: "court order")
    #expect(program.row("C13").overrides.map(\.reason) == ["court order"])
    #expect(program.row("C12").overrides == [])
  }

  @Test func `those marked in the same request count too`() throws {
    var program = RunningProgram(clients: 14)
    #expect(rule { try program.ask(.allTheRest(.present), at: "09:00") } == .capacity)
    let all = (1...14).map { ClientID.of(RunningProgram.code($0)) }
    #expect(rule { try program.ask(.mark(all, Mark(.present)), at: "09:00") } == .capacity)
    try program.ask(.allTheRest(.present), at: "09:01", because: "double group")
    let kept = program.session().rows.filter { !$0.overrides.isEmpty }.map(\.clientID)
    #expect(kept == [.of("C13"), .of("C14")])
  }

  @Test func `a soft cap only warns`() throws {
    var program = RunningProgram(clients: 13) { $0.snapshot.groups[0].capacityKind = .known(.soft) }
    try program.ask(.allTheRest(.present), at: "09:00")
    #expect(program.data.presentNow(in: program.session()) == 13)
  }

  @Test func `a free chair may be taken, and coming back to none asks`() throws {
    var program = RunningProgram(clients: 13)
    for number in 1...12 {
      try program.mark(RunningProgram.code(number), .present, at: "09:00")
    }
    try program.ask(.stepOutOrIn(.of("C01")), at: "09:10")
    try program.mark("C13", .late, at: "09:12")
    #expect(rule { try program.ask(.stepOutOrIn(.of("C01")), at: "09:15") } == .capacity)
    try program.mark("C02", .leftEarly, at: "09:20")
    try program.ask(.stepOutOrIn(.of("C01")), at: "09:21")
    #expect(program.stays("C01") == "09:00-09:10 09:21-")
  }

  @Test func `a correction of who is in doesn't ask again`() throws {
    var program = RunningProgram(clients: 13)
    try program.ask(.allTheRest(.present), at: "09:00", because: "double group")
    try program.mark("C01", .late, at: "09:05")
    try program.mark("C13", .late, at: "09:06")
    #expect(program.row("C13").overrides.map(\.rule) == [.known(.capacity)])
  }

  @Test(arguments: [("C01", "C02"), ("C02", "C01")])
  func `who must not meet asks, whoever has the alert`(first: String, second: String) throws {
    var program = RunningProgram { apart("C01", "C02", &$0) }
    try program.mark(first, .present, at: "09:00")
    #expect(rule { try program.mark(second, .present, at: "09:01") } == .doNotPair)
    try program.mark(first, .leftEarly, at: "09:10")
    try program.mark(second, .late, at: "09:10")
    try program.mark("C03", .present, at: "09:10")
  }

  @Test func `one reason never sets aside a rule that wasn't shown`() throws {
    var program = RunningProgram {
      $0.client("C09")
      apart("C09", "C01", &$0)
    }
    try program.mark("C01", .present, at: "09:00")
    do throws(RuleViolation) {
      try program.ask(.walkIn(.of("C09"), .of("C09")), at: "09:05")
      Issue.record("it asks")
    } catch {
      #expect(error.message.contains("Not enrolled"))
      #expect(error.message.contains("Must not be in one room with FirstC01 L."))
    }
    try program.ask(.walkIn(.of("C09"), .of("C09")), at: "09:05", because: "both agreed")
    #expect(program.row("C09").overrides.map(\.rule.stored) == ["not_enrolled", "do_not_pair"])
  }

  @Test func `more than thirty minutes late asks once`() throws {
    var program = RunningProgram()
    try program.mark("C02", .late, at: "09:30")
    #expect(rule { try program.mark("C01", .late, at: "09:31") } == .lateLockout)
    #expect(rule { try program.mark("C01", .late, at: "09:31", because: "  ") } == .lateLockout)
    try program.mark("C01", .late, at: "09:31", because: "bus")
    #expect(program.row("C01").overrides.map(\.reason) == ["bus"])
    let times = TypedTimes(arrival: program.at("09:35"), departure: nil)
    try program.ask(.changeTimes(.of("C01"), times), at: "09:36")
    #expect(program.row("C01").overrides.map(\.reason) == ["bus"])
    try program.mark("C01", .present, at: "09:37")
    #expect(program.row("C01").overrides == [])
    #expect(rule { try program.ask(.changeTimes(.of("C01"), times), at: "09:38") } == .lateLockout)
  }

  @Test func `the lock-out counts from the real start, and may be off`() throws {
    var program = RunningProgram()
    try program.ask(.begin(at: program.at("09:10")), at: "09:10")
    try program.mark("C01", .late, at: "09:40")
    var open = RunningProgram { $0.rules { $0.lateLockoutMinutes = nil } }
    try open.mark("C01", .late, at: "10:20")
  }

  private func apart(_ one: String, _ other: String, _ builder: inout ProgramBuilder) {
    for place in builder.snapshot.clients.indices
    where builder.snapshot.clients[place].mrn == one {
      var alert = ClientAlert(kind: .known(.doNotPair))
      alert.otherClient = .of(other)
      builder.snapshot.clients[place].alerts = [alert]
    }
  }
}

/// The rule that a request wants a reason for; nil where it is carried out or refused.
func rule(_ ask: () throws -> some Any) -> OverridableRule? {
  do {
    _ = try ask()
    return nil
  } catch RuleViolation.needsReason(let rule, _) {
    return rule
  } catch {
    return nil
  }
}
