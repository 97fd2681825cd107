import Domain
import Support
import Testing

@Suite struct `How a group ends` {
  @Test func `not while somebody is unmarked`() throws {
    var program = RunningProgram()
    #expect(throws: RuleViolation.self) { try program.ask(.finish, at: "09:00") }
    try program.mark("C02", .present, at: "09:00")
    #expect(throws: RuleViolation.unmarked([.of("C01"), .of("C03")])) {
      try program.ask(.finish, at: "10:30")
    }
  }

  @Test func `early only with a reason, which is kept`() throws {
    var program = RunningProgram()
    try program.ask(.allTheRest(.present), at: "09:00")
    #expect(throws: RuleViolation.endsEarly(minutes: 6, planned: "10:30")) {
      try program.ask(.finish, at: "10:24")
    }
    try program.ask(.finish, at: "10:24", because: "alarm")
    let state = program.session().state
    #expect(state.status == .completed)
    #expect(state.programReason == "alarm")
    #expect(state.actualEnd == program.at("10:24"))
    #expect(state.closedBy == .of("TB"))
    #expect(program.stays("C01") == "09:00-10:24")
  }

  @Test func `not while it is open whether someone who stepped out was back`() throws {
    var program = RunningProgram()
    try program.ask(.allTheRest(.present), at: "09:00")
    for client in ["C01", "C02"] { try program.ask(.stepOutOrIn(.of(client)), at: "09:30") }
    let out = RuleViolation.steppedOut([.of("C01"), .of("C02")])
    #expect(throws: out) { try program.ask(.finish, at: "10:30") }
    #expect(throws: out) { try program.ask(.finish, at: "10:10", because: "alarm") }
    try program.mark("C01", .leftEarly, at: "10:30")
    #expect(program.stays("C01") == "09:00-09:30")
    #expect(throws: RuleViolation.self) {
      try program.ask(.cameBack(.of("C02"), at: program.at("09:29")), at: "10:30")
    }
    #expect(throws: RuleViolation.self) {
      try program.ask(.cameBack(.of("C03"), at: program.at("09:40")), at: "10:30")
    }
    try program.ask(.cameBack(.of("C02"), at: program.at("09:40")), at: "10:31")
    try program.ask(.finish, at: "10:31")
    #expect(program.row("C01").status == .leftEarly)
    #expect(program.row("C02").status == .present)
    #expect(program.stays("C02") == "09:00-09:30 09:40-10:30")
    #expect(program.violations == [])
  }

  @Test func `who stepped out within the grace of the end stayed`() throws {
    var program = RunningProgram()
    try program.ask(.allTheRest(.present), at: "09:00")
    try program.ask(.stepOutOrIn(.of("C01")), at: "10:26")
    try program.ask(.finish, at: "10:30")
    #expect(program.row("C01").status == .present)
  }

  @Test func `within the grace without a reason`() throws {
    var program = RunningProgram()
    try program.ask(.allTheRest(.present), at: "09:00")
    try program.ask(.finish, at: "10:25")
    #expect(program.session().state.programReason == nil)
  }

  @Test(arguments: [(0, "10:30"), (15, "10:45"), (60, "10:50")])
  func `late ends at the planned end and what may be overrun`(overrun: Int, end: String) throws {
    var program = RunningProgram { $0.rules { $0.allowedOverrunMinutes = overrun } }
    try program.ask(.allTheRest(.present), at: "09:00")
    try program.ask(.finish, at: "10:50")
    #expect(program.session().state.actualEnd == program.at(end))
    #expect(program.stays("C01") == "09:00-" + end)
  }

  @Test func `at a typed time once it is finished, with a reason`() throws {
    var program = RunningProgram()
    try program.ask(.allTheRest(.present), at: "09:00")
    try program.mark("C02", .leftEarly, at: "09:40")
    let earlier = SessionRequest.changeCourse(
      TypedTimes(arrival: program.at("09:10"), departure: program.at("10:10"))
    )
    #expect(throws: RuleViolation.self) { try program.ask(earlier, at: "10:20") }
    try program.ask(.finish, at: "10:30")
    #expect(throws: RuleViolation.closedNeedsReason) { try program.ask(earlier, at: "10:40") }
    try program.ask(earlier, at: "10:40", because: "the alarm, not noted at the time")
    let state = program.session().state
    #expect(state.actualStart == program.at("09:10"))
    #expect(state.actualEnd == program.at("10:10"))
    #expect(state.programReason == "the alarm, not noted at the time")
    #expect(program.stays("C01") == "09:10-10:10")
    #expect(program.stays("C02") == "09:10-09:40")
    #expect(program.minutes("C01", at: "10:40") == 60)
    try program.takeBack(at: "10:41")
    #expect(program.stays("C01") == "09:00-10:30")
    let backwards = SessionRequest.changeCourse(
      TypedTimes(arrival: nil, departure: program.at("08:50"))
    )
    #expect(throws: RuleViolation.self) { try program.ask(backwards, at: "10:42", because: "so") }
  }

  @Test func `with nobody there it counts as cancelled, and needs no reason`() throws {
    var program = RunningProgram()
    try program.ask(.allTheRest(.noShow), at: "09:20")
    try program.ask(.finish, at: "09:30")
    #expect(program.session().state.status == .cancelledNoAttendees)
    #expect(throws: RuleViolation.self) { try program.mark("C01", .present, at: "09:31") }
  }

  @Test func `who is on leave needs no mark`() throws {
    var builder = RunningProgram.builder(clients: 2)
    builder.episode("C02") {
      $0.leaves = [Leave(from: .on("2026-03-09"), to: nil, reason: "hospital")]
    }
    var program = RunningProgram(builder)
    try program.mark("C01", .present, at: "09:00")
    try program.ask(.finish, at: "10:30")
    #expect(program.row("C02").status == .onLeave)
  }

  @Test func `a closed group changes only with a reason`() throws {
    var program = RunningProgram()
    try program.ask(.allTheRest(.present), at: "09:00")
    try program.ask(.finish, at: "10:30")
    let client = ClientID.of("C01")
    let line = QuickLine(craving: 3, mood: nil, participation: nil, words: "calm")
    let requests: [SessionRequest] = [
      .mark([client], Mark(.noShow)), .quickLine(client, line), .switchVideo([client]),
      .changeTimes(client, TypedTimes(arrival: program.at("09:20"), departure: nil)),
      .substitute(.of("NP")),
      .changeCourse(TypedTimes(arrival: program.at("09:05"), departure: nil)),
    ]
    for request in requests {
      #expect(throws: RuleViolation.closedNeedsReason) { try program.ask(request, at: "11:00") }
      try program.ask(request, at: "11:00", because: "sheet was wrong")
    }
    #expect(throws: RuleViolation.self) {
      try program.ask(.clear([.of("C02")]), at: "11:01", because: "sheet was wrong")
    }
    #expect(program.violations == [])
  }

  @Test func `reopening is for the lead or a supervisor, that day, with a reason`() throws {
    var program = RunningProgram()
    try program.ask(.allTheRest(.present), at: "09:00")
    try program.ask(.stepOutOrIn(.of("C02")), at: "10:06")
    try program.mark("C03", .leftEarly, at: "09:40")
    try program.ask(.finish, at: "10:10", because: "alarm")
    let now = program.at("10:12")
    #expect(throws: RuleViolation.closedNeedsReason) { try program.ask(.reopen, at: "10:12") }
    #expect(throws: RuleViolation.onlyLeadOrSupervisor) {
      try program.ask(.reopen, Asker(at: now, staff: "NP"), because: "false alarm")
    }
    #expect(throws: RuleViolation.onlySameDay) {
      let tuesday = Asker(at: program.at("09:00", on: "2026-03-10"))
      try program.ask(.reopen, tuesday, because: "false alarm")
    }
    try program.ask(.reopen, Asker(at: now, staff: "SV"), because: "false alarm")
    let state = program.session().state
    #expect(state.status == .inProgress)
    #expect(state.actualEnd == nil && state.closedAt == nil && state.programReason == nil)
    #expect(program.stays("C01") == "09:00-")
    #expect(program.stays("C02") == "09:00-10:06")
    #expect(program.stays("C03") == "09:00-09:40")
  }

  @Test func `cancelling ahead needs words and cancels everybody but who is on leave`() throws {
    var builder = RunningProgram.builder(clients: 3)
    builder.episode("C02") {
      $0.leaves = [Leave(from: .on("2026-03-09"), to: nil, reason: "hospital")]
    }
    builder.plan("G01", on: RunningProgram.monday, ["C03": .excused])
    var program = RunningProgram(builder)
    #expect(throws: RuleViolation.self) { try program.ask(.cancel, at: "08:00") }
    #expect(throws: RuleViolation.self) { try program.ask(.cancel, at: "08:00", because: " ") }
    try program.ask(.cancel, at: "08:00", because: "snow")
    let rows = program.session().rows
    #expect(rows.map(\.status) == [.cancelledProgram, .onLeave, .cancelledProgram])
    #expect(program.session().state.programReason == "snow")
    #expect(throws: RuleViolation.self) { try program.mark("C01", .present, at: "09:00") }
    try program.takeBack(at: "08:10")
    #expect(program.session().rows.map(\.status) == [.expected, .onLeave, .excused])
  }

  @Test func `a group that runs is ended, not cancelled`() throws {
    var program = RunningProgram()
    try program.mark("C01", .present, at: "09:00")
    #expect(throws: RuleViolation.self) { try program.ask(.cancel, at: "09:05", because: "snow") }
  }

  @Test func `a substitute leads, and the first lead is remembered`() throws {
    var program = RunningProgram()
    try program.ask(.substitute(.of("NP")), at: "08:50")
    try program.ask(.substitute(.of("SV")), at: "08:51")
    #expect(program.session().state.leadID == .of("SV"))
    #expect(program.session().state.substituteFor == .of("TB"))
    try program.ask(.substitute(.of("TB")), at: "08:52")
    #expect(program.session().state.substituteFor == nil)
    #expect(throws: RuleViolation.self) { try program.ask(.substitute(.of("TB")), at: "08:53") }
    #expect(throws: RuleViolation.self) { try program.ask(.substitute(.of("??")), at: "08:53") }
  }

  @Test func `a group past midnight runs on into the next day`() throws {
    var program = RunningProgram {
      $0.group("G09", "23:00", "00:30", on: [.monday])
      for client in ["C01", "C02"] { $0.enroll(client, in: "G09") }
    }
    let first = Asker(at: program.at("23:00"), group: "G09")
    try program.ask(.allTheRest(.present), first)
    var night = first
    night.now = program.at("00:26", on: "2026-03-10")
    try program.ask(.stepOutOrIn(.of("C01")), night)
    try program.ask(.switchBreak, night)
    night.now = program.at("00:31", on: "2026-03-10")
    try program.ask(.finish, night)
    #expect(program.stays("C01", in: "G09") == "23:00-00:26")
    #expect(program.stays("C02", in: "G09") == "23:00-00:30")
    try program.ask(.reopen, night, because: "not over")
    #expect(program.violations == [])
  }
}
