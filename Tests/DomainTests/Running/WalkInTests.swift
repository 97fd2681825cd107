import Domain
import Support
import Testing

@Suite struct `A walk-in` {
  @Test func `needs a reason, and is there from the start`() throws {
    var program = made()
    #expect(rule { try program.ask(.walkIn(.of("C09"), .of("C09")), at: "09:05") } == .notEnrolled)
    try program.ask(.walkIn(.of("C09"), .of("C09")), at: "09:05", because: "make-up")
    let row = program.row("C09")
    #expect(row.isWalkin && row.status == .present)
    #expect(program.stays("C09") == "09:00-")
    #expect(row.overrides.map(\.reason) == ["make-up"])
    #expect(program.data.weeks[.on("2026-03-09")]?.sessionsByClient[.of("C09")]?.count == 1)
  }

  @Test func `is late where the group began before, and has no minutes of the time before`() throws
  {
    var program = made()
    try program.ask(.begin(at: nil), at: "09:00")
    try program.ask(.walkIn(.of("C09"), .of("C09")), at: "09:20", because: "make-up")
    #expect(program.row("C09").status == .late)
    #expect(program.stays("C09") == "09:20-")
    try program.ask(.walkIn(.of("C10"), .of("C10")), at: "10:05", because: "make-up")
    #expect(program.stays("C10") == "10:05-")
    #expect(
      program.row("C10").overrides.map(\.rule) == [.known(.notEnrolled), .known(.lateLockout)]
    )
  }

  @Test func `has an open episode of its own, and isn't on the roster`() throws {
    var program = made()
    for (client, episode) in [("C09", "C01"), ("C08", "C08"), ("C09", "C77"), ("C01", "C01")] {
      #expect(throws: RuleViolation.self) {
        try program.ask(.walkIn(.of(client), .of(episode)), at: "09:05", because: "make-up")
      }
    }
  }

  @Test func `comes as the group does`() throws {
    var program = made { $0.snapshot.groups[0].modality = .known(.video) }
    try program.ask(.walkIn(.of("C09"), .of("C09")), at: "09:05", because: "make-up")
    #expect(program.row("C09").modality == .known(.video))
  }

  @Test func `leaves the roster when cleared, and comes back to its place`() throws {
    var program = made()
    for client in ["C10", "C09"] {
      try program.ask(.walkIn(.of(client), .of(client)), at: "09:05", because: "make-up")
    }
    let rows = program.session().rows
    #expect(rows.map(\.clientID.rawValue) == ["xx_C01", "xx_C02", "xx_C09", "xx_C10"])
    try program.ask(.clear([.of("C09")]), at: "09:06")
    #expect(program.session().row(of: .of("C09")) == nil)
    #expect(program.data.weeks[.on("2026-03-09")]?.sessionsByClient[.of("C09")] == nil)
    try program.takeBack(at: "09:07")
    #expect(program.session().rows == rows)
  }

  private func made(_ change: (inout ProgramBuilder) -> Void = { _ in }) -> RunningProgram {
    RunningProgram(clients: 2) {
      $0.client("C08", admitted: "2026-03-10")
      $0.client("C09")
      $0.client("C10")
      change(&$0)
    }
  }
}

@Suite struct `Credited minutes set by hand` {
  @Test func `are for the lead or a supervisor, with a reason`() throws {
    var program = RunningProgram()
    try program.mark("C01", .late, at: "09:20")
    try program.ask(.allTheRest(.present), at: "09:20")
    try program.ask(.finish, at: "10:30")
    let set = SessionRequest.overrideCredit(.of("C01"), minutes: 85)
    let now = program.at("11:00")
    #expect(throws: RuleViolation.onlyLeadOrSupervisor) {
      try program.ask(set, Asker(at: now, staff: "NP"), because: "was in the hall")
    }
    #expect(throws: RuleViolation.self) { try program.ask(set, at: "11:00") }
    try program.ask(set, Asker(at: now, staff: "SV"), because: "was in the hall")
    #expect(program.minutes("C01", at: "11:00") == 85)
    #expect(program.row("C01").creditOverride?.reason == "was in the hall")
    #expect(program.row("C01").creditOverride?.by == .of("SV"))
    try program.ask(.overrideCredit(.of("C01"), minutes: nil), at: "11:01", because: "no")
    #expect(program.minutes("C01", at: "11:00") == 70)
  }

  @Test(arguments: [(-1, false), (0, true), (90, true), (91, false)])
  func `lie between nothing and the length of the group`(minutes: Int, fits: Bool) throws {
    var program = RunningProgram()
    try program.mark("C01", .present, at: "09:20")
    let set = SessionRequest.overrideCredit(.of("C01"), minutes: minutes)
    if fits {
      try program.ask(set, at: "09:30", because: "agreed")
    } else {
      #expect(throws: RuleViolation.self) { try program.ask(set, at: "09:30", because: "agreed") }
    }
  }

  @Test func `are only for someone who was there`() throws {
    var program = RunningProgram()
    try program.mark("C01", .noShow, at: "09:20")
    #expect(throws: RuleViolation.self) {
      try program.ask(.overrideCredit(.of("C01"), minutes: 30), at: "09:30", because: "agreed")
    }
    #expect(throws: RuleViolation.self) {
      try program.ask(.overrideCredit(.of("C02"), minutes: nil), at: "09:30", because: "agreed")
    }
  }
}
