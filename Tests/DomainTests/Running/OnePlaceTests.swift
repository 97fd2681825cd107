import Domain
import Support
import Testing

/// G01 09:00–10:30, G02 10:00–11:00, an individual session of C01 at 10:00–10:50.
@Suite struct `A client is in one place at a time` {
  @Test func `two groups at once are refused until one is left`() throws {
    var program = made()
    try program.mark("C02", .present, at: "09:00")
    let second = Asker(at: program.at("10:05"), group: "G02")
    let present = SessionRequest.mark([.of("C02")], Mark(.present))
    #expect(throws: RuleViolation.self) { try program.ask(present, second) }
    try program.mark("C02", .leftEarly, at: "10:00")
    try program.ask(present, second)
    #expect(throws: RuleViolation.self) { try program.mark("C02", .present, at: "10:06") }
    #expect(throws: RuleViolation.self) { try program.ask(.stepOutOrIn(.of("C02")), at: "10:06") }
  }

  @Test func `an open presence ends at its planned end for this`() throws {
    var program = made()
    try program.mark("C02", .present, at: "09:00")
    let second = Asker(at: program.at("10:40"), group: "G02")
    try program.ask(.mark([.of("C02")], Mark(.late)), second, because: "from G01")
  }

  @Test func `a group and an individual session exclude each other`() throws {
    var program = made()
    try program.mark("C01", .present, at: "09:00")
    #expect(throws: RuleViolation.self) { try program.ask(.arriveOrEnd, at: program.at("10:01")) }
    try program.ask(.stepOutOrIn(.of("C01")), at: "09:59")
    try program.ask(.arriveOrEnd, at: program.at("10:01"))
    #expect(throws: RuleViolation.self) { try program.ask(.stepOutOrIn(.of("C01")), at: "10:10") }
    try program.ask(.arriveOrEnd, at: program.at("10:15"))
    try program.ask(.stepOutOrIn(.of("C01")), at: "10:15")
    #expect(program.stays("C01") == "09:00-09:59 10:15-")
  }

  @Test func `two individual sessions exclude each other`() throws {
    var program = made()
    try program.ask(.arriveOrEnd, at: program.at("10:00"))
    #expect(throws: RuleViolation.self) {
      try program.ask(.arriveOrEnd, "A2", at: program.at("10:20"))
    }
    try program.ask(.arriveOrEnd, at: program.at("10:18"))
    try program.ask(.arriveOrEnd, "A2", at: program.at("10:20"))
  }

  @Test func `minutes past the planned end don't reach into the next place`() throws {
    var program = made()
    try program.mark("C02", .present, at: "09:00")
    let second = Asker(at: program.at("10:30"), group: "G02")
    try program.ask(.mark([.of("C02")], Mark(.late)), second)
    try program.ask(.stepOutOrIn(.of("C02")), at: "10:40")
    #expect(program.stays("C02") == "09:00-10:30")
  }

  @Test func `an overrun is only for those who stayed`() throws {
    var program = made { $0.rules { $0.allowedOverrunMinutes = 15 } }
    try program.ask(.allTheRest(.present), at: "09:00")
    let second = Asker(at: program.at("10:30"), group: "G02")
    try program.ask(.mark([.of("C02")], Mark(.late)), second)
    try program.ask(.finish, at: "10:45")
    #expect(program.stays("C01") == "09:00-10:45")
    #expect(program.stays("C02") == "09:00-10:30")
  }

  @Test func `reopening leaves out who went elsewhere`() throws {
    var program = made()
    for client in ["C02", "C03"] { try program.mark(client, .present, at: "09:00") }
    try program.mark("C01", .noShow, at: "09:00")
    try program.ask(.finish, at: "10:10", because: "alarm")
    let other = Asker(at: program.at("10:12"), group: "G02")
    try program.ask(.mark([.of("C02")], Mark(.late)), other)
    try program.ask(.reopen, at: "10:13", because: "false alarm")
    #expect(program.stays("C02") == "09:00-10:10")
    #expect(program.stays("C03") == "09:00-")
  }

  @Test func `taking back can't put a client in two places`() throws {
    var program = made()
    try program.mark("C02", .present, at: "09:00")
    try program.mark("C02", .leftEarly, at: "10:00")
    let present = SessionRequest.mark([.of("C02")], Mark(.present))
    let other = Asker(at: program.at("10:05"), staff: "SV", group: "G02")
    let stamp = program.stamp(other.now, by: "SV")
    let change = try program.data.change(present, in: program.sessionID("G02"), stamp: stamp)
    try program.data.apply(change)
    #expect(throws: RuleViolation.self) { try program.takeBack(at: "10:06") }
    #expect(program.row("C02").status == .leftEarly)
  }

  private func made(_ change: (inout ProgramBuilder) -> Void = { _ in }) -> RunningProgram {
    RunningProgram {
      change(&$0)
      $0.group("G02", "10:00", "11:00", on: [.monday])
      for client in ["C01", "C02"] { $0.enroll(client, in: "G02") }
      $0.book("C01", on: RunningProgram.monday, ("10:00", "10:50"))
      $0.book("C01", on: RunningProgram.monday, ("10:20", "11:10"))
    }
  }
}
