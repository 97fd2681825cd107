import Domain
import Support
import Testing

@Suite struct `Marks in a group` {
  @Test func `stamps are cut to the whole minute, the time of marking isn't`() throws {
    var program = RunningProgram()
    let now = program.at("09:12").adding(seconds: 47)
    try program.ask(.mark([.of("C01")], Mark(.late)), Asker(at: now))
    try program.ask(.stepOutOrIn(.of("C01")), Asker(at: now.adding(seconds: 600)))
    try program.ask(.mark([.of("C02")], Mark(.leftEarly)), Asker(at: now))
    #expect(program.stays("C01") == "09:12-09:22")
    #expect(program.row("C01").segments[0].start == program.at("09:12"))
    #expect(program.row("C02").segments[0].end == program.at("09:12"))
    #expect(program.row("C02").markedAt == now)
    #expect(program.row("C02").markedBy == .of("TB"))
  }

  @Test func `late, then left early, either way round`() throws {
    var program = RunningProgram()
    try program.mark("C01", .late, at: "09:10")
    try program.mark("C01", .leftEarly, at: "10:00")
    try program.mark("C02", .leftEarly, at: "10:00")
    try program.mark("C02", .late, at: "10:01", typed: "09:10")
    for client in ["C01", "C02"] {
      #expect(program.row(client).status == .lateLeftEarly)
      #expect(program.stays(client) == "09:10-10:00")
    }
    #expect(throws: RuleViolation.self) {
      try program.mark("C02", .late, at: "10:05", typed: "10:02")
    }
  }

  @Test func `late by the start is present`() throws {
    var program = RunningProgram()
    #expect(throws: RuleViolation.self) { try program.mark("C01", .late, at: "09:00") }
    #expect(program.session().state.status == .scheduled)
  }

  @Test func `late on somebody who stepped out doesn't lose the minutes before`() throws {
    var program = RunningProgram()
    try program.mark("C01", .present, at: "09:00")
    try program.ask(.stepOutOrIn(.of("C01")), at: "09:30")
    #expect(throws: RuleViolation.self) { try program.mark("C01", .late, at: "09:40") }
    try program.mark("C01", .late, at: "09:40", typed: "09:10")
    #expect(program.stays("C01") == "09:10-09:30")
    try program.ask(.stepOutOrIn(.of("C01")), at: "09:45")
    try program.mark("C01", .late, at: "09:50", typed: "09:20")
    #expect(program.stays("C01") == "09:20-09:30 09:45-")
  }

  @Test func `left early while stepped out left when stepping out`() throws {
    var program = RunningProgram()
    try program.mark("C01", .present, at: "09:00")
    try program.ask(.stepOutOrIn(.of("C01")), at: "09:30")
    try program.mark("C01", .leftEarly, at: "09:50")
    #expect(program.row("C01").status == .leftEarly)
    #expect(program.stays("C01") == "09:00-09:30")
  }

  @Test func `a typed departure between two stays doesn't fill the gap`() throws {
    var program = RunningProgram()
    try program.mark("C01", .present, at: "09:00")
    try program.ask(.stepOutOrIn(.of("C01")), at: "09:30")
    try program.ask(.stepOutOrIn(.of("C01")), at: "09:45")
    try program.mark("C01", .leftEarly, at: "10:00", typed: "09:40")
    #expect(program.stays("C01") == "09:00-09:30")
  }

  @Test func `present again after left early was there all the time`() throws {
    var program = RunningProgram()
    try program.mark("C01", .leftEarly, at: "09:50")
    try program.mark("C01", .present, at: "09:55")
    #expect(program.row("C01").status == .present)
    #expect(program.stays("C01") == "09:00-")
  }

  @Test func `in and out keys bring back who had left early, with the gap`() throws {
    var program = RunningProgram()
    try program.mark("C01", .leftEarly, at: "09:50")
    try program.ask(.stepOutOrIn(.of("C01")), at: "10:00")
    #expect(program.row("C01").status == .present)
    #expect(program.stays("C01") == "09:00-09:50 10:00-")
    try program.mark("C02", .late, at: "09:20")
    try program.mark("C02", .leftEarly, at: "10:05")
    try program.ask(.stepOutOrIn(.of("C02")), at: "10:05")
    #expect(program.row("C02").status == .late)
    #expect(program.stays("C02") == "09:20-")
  }

  @Test func `present keeps the time outside and brings back who is out`() throws {
    var program = RunningProgram()
    try program.mark("C01", .present, at: "09:00")
    #expect(throws: RuleViolation.self) { try program.mark("C01", .present, at: "09:20") }
    try program.ask(.stepOutOrIn(.of("C01")), at: "09:30")
    try program.mark("C01", .present, at: "09:40")
    #expect(program.stays("C01") == "09:00-09:30 09:40-")
  }

  @Test func `a correction to present shows the start`() throws {
    var program = RunningProgram()
    try program.mark("C01", .late, at: "09:20")
    try program.mark("C01", .present, at: "09:21")
    #expect(program.stays("C01") == "09:00-")
    try program.mark("C02", .noShow, at: "09:21")
    try program.mark("C02", .present, at: "09:22")
    #expect(program.stays("C02") == "09:00-")
    try program.mark("C03", .removed, at: "09:30")
    try program.mark("C03", .present, at: "09:31")
    #expect(program.stays("C03") == "09:00-")
  }

  @Test func `an absence takes away times, minutes by hand and what they needed`() throws {
    var program = RunningProgram()
    try program.mark("C01", .late, at: "09:40", because: "bus broke down")
    try program.ask(.overrideCredit(.of("C01"), minutes: 80), at: "09:41", because: "agreed")
    #expect(program.minutes("C01", at: "09:41") == 80)
    try program.mark("C01", .noShow, at: "09:42")
    #expect(program.row("C01").segments == [])
    #expect(program.row("C01").overrides == [])
    #expect(program.minutes("C01", at: "09:42") == 0)
  }

  @Test func `an absence keeps its reason and notice, and presence drops them`() throws {
    var program = RunningProgram()
    let notice = CancelNotice(at: program.at("08:00"), channel: .known(.phone))
    let mark = Mark(.excused, reason: .courtLegal, notice: notice)
    try program.ask(.mark([.of("C01")], mark), at: "09:05")
    #expect(program.row("C01").absenceReason == .known(.courtLegal))
    #expect(program.row("C01").notice == notice)
    try program.ask(.changeReason(.of("C01"), .work), at: "09:06")
    #expect(program.row("C01").absenceReason == .known(.work))
    #expect(throws: RuleViolation.self) {
      try program.ask(.changeReason(.of("C01"), .work), at: "09:07")
    }
    try program.mark("C01", .present, at: "09:08")
    #expect(program.row("C01").absenceReason == nil)
    #expect(program.row("C01").notice == nil)
    #expect(throws: RuleViolation.self) {
      try program.ask(.changeReason(.of("C01"), .work), at: "09:09")
    }
  }

  @Test func `all the rest is one change and leaves marked ones alone`() throws {
    var program = RunningProgram()
    try program.mark("C02", .noShow, at: "09:05")
    let change = try program.ask(.allTheRest(.present), at: "09:06")
    #expect(change.edits.count == 2)
    #expect(program.session().rows.map(\.status) == [.present, .noShow, .present])
    #expect(throws: RuleViolation.self) { try program.ask(.allTheRest(.present), at: "09:07") }
  }

  @Test func `a mark of a newer version isn't touched`() throws {
    var builder = RunningProgram.builder(clients: 2)
    builder.plan("G01", on: RunningProgram.monday) {
      $0.rows[0].status = .unknown("teleported")
    }
    var program = RunningProgram(builder)
    let client = ClientID.of("C01")
    let requests: [SessionRequest] = [
      .mark([client], Mark(.present)), .clear([client]), .switchVideo([client]),
      .changeReason(client, .work), .stepOutOrIn(client),
      .changeTimes(client, TypedTimes(arrival: program.at("09:00"), departure: nil)),
    ]
    try program.mark("C02", .present, at: "09:00")
    for request in requests {
      #expect(throws: RuleViolation.self) { try program.ask(request, at: "09:10") }
    }
    try program.ask(.finish, at: "10:30")
    #expect(program.row("C01").status == .unknown("teleported"))
  }

  @Test func `clearing gives the row back as it was planned`() throws {
    var builder = RunningProgram.builder(clients: 2)
    builder.episode("C02") {
      $0.leaves = [Leave(from: .on("2026-03-09"), to: nil, reason: "hospital")]
    }
    var program = RunningProgram(builder)
    let before = program.session().rows
    #expect(before.map(\.status) == [.expected, .onLeave])
    for client in ["C01", "C02"] { try program.mark(client, .present, at: "09:00") }
    try program.ask(.clear([.of("C01"), .of("C02")]), at: "09:01")
    #expect(program.session().rows == before)
    #expect(throws: RuleViolation.self) { try program.ask(.clear([.of("C01")]), at: "09:02") }
  }

  @Test func `video is how, not whether`() throws {
    var program = RunningProgram()
    try program.ask(.switchVideo([.of("C01"), .of("C02")]), at: "08:30")
    #expect(program.session().rows.map(\.modality.stored) == ["video", "video", "in_person"])
    #expect(program.row("C01").status == .expected)
    try program.ask(.switchVideo([.of("C01"), .of("C03")]), at: "08:31")
    try program.ask(.switchVideo([.of("C01"), .of("C03")]), at: "08:32")
    #expect(program.session().rows.map(\.modality.stored) == ["in_person", "video", "in_person"])
  }

  @Test func `a quick line keeps to its ranges`() throws {
    var program = RunningProgram()
    let good = QuickLine(craving: 10, mood: 0, participation: 4, words: "rode the bus")
    try program.ask(.quickLine(.of("C01"), good), at: "09:00")
    #expect(program.row("C01").quickLine == "rode the bus")
    #expect(program.row("C01").status == .expected)
    let bad = [
      QuickLine(craving: 11, mood: 0, participation: 0, words: ""),
      QuickLine(craving: 1, mood: -1, participation: 0, words: ""),
      QuickLine(craving: 1, mood: 1, participation: 5, words: ""),
      QuickLine(craving: 1, mood: 1, participation: 1, words: String(repeating: "a", count: 201)),
    ]
    for line in bad {
      #expect(throws: RuleViolation.self) {
        try program.ask(.quickLine(.of("C01"), line), at: "09:01")
      }
    }
  }
}
