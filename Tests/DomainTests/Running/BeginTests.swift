import Domain
import Support
import Testing

@Suite struct `The first mark begins a group` {
  @Test(arguments: [("09:20", "09:00"), ("09:00", "09:00"), ("08:50", "08:50")])
  func `at the planned start, or now if that is earlier`(now: String, start: String) throws {
    var program = RunningProgram()
    try program.mark("C01", .present, at: now)
    #expect(program.session().state.status == .inProgress)
    #expect(program.session().state.actualStart == program.at(start))
    #expect(program.stays("C01") == start + "-")
  }

  @Test func `but not more than an hour ahead, nor on another day`() throws {
    var program = RunningProgram()
    #expect(throws: RuleViolation.self) { try program.mark("C01", .present, at: "07:59") }
    let before = Asker(at: program.at("09:10", on: "2026-03-08"))
    #expect(throws: RuleViolation.self) {
      try program.ask(.mark([.of("C01")], Mark(.present)), before)
    }
    #expect(program.session().state.status == .scheduled)
    try program.mark("C01", .present, at: "08:00")
  }

  @Test(arguments: [AttendanceStatus.excused, .cancelledClient, .onLeave, .cancelledProgram])
  func `absences can be marked days ahead without beginning it`(status: AttendanceStatus) throws {
    var program = RunningProgram()
    let before = Asker(at: program.at("12:00", on: "2026-03-06"))
    try program.ask(.mark([.of("C01")], Mark(status)), before)
    #expect(program.row("C01").status == status)
    #expect(program.session().state.status == .scheduled)
    try program.mark("C02", .noShow, at: "09:00")
    #expect(program.session().state.actualStart == program.at("09:00"))
  }

  @Test func `nobody is a no-show before it, nor turned away a day before`() throws {
    var program = RunningProgram()
    #expect(throws: RuleViolation.self) { try program.mark("C01", .noShow, at: "08:59") }
    let before = Asker(at: program.at("12:00", on: "2026-03-06"))
    #expect(throws: RuleViolation.self) {
      try program.ask(.mark([.of("C01")], Mark(.notAdmitted)), before)
    }
    try program.mark("C01", .notAdmitted, at: "08:50")
    #expect(program.session().state.status == .scheduled)
  }

  @Test func `a past day uses the planned times and asks for stamps`() throws {
    var program = RunningProgram()
    let after = Asker(at: program.at("09:40", on: "2026-03-10"))
    try program.ask(.mark([.of("C01")], Mark(.present)), after)
    #expect(program.session().state.actualStart == program.at("09:00"))
    for status in [AttendanceStatus.late, .leftEarly, .removed] {
      #expect(throws: RuleViolation.needsTime("an earlier day")) {
        try program.ask(.mark([.of("C02")], Mark(status)), after)
      }
    }
    try program.ask(.mark([.of("C02")], Mark(.late, at: program.at("09:12"))), after)
    try program.ask(.mark([.of("C03")], Mark(.leftEarly, at: program.at("10:00"))), after)
    try program.ask(.finish, after)
    #expect(program.stays("C01") == "09:00-10:30")
    #expect(program.stays("C02") == "09:12-10:30")
    #expect(program.stays("C03") == "09:00-10:00")
  }

  @Test func `the key begins it at any time of the last twelve hours`() throws {
    var program = RunningProgram { $0.group("G02", "17:30", "19:00", on: [.monday]) }
    #expect(throws: RuleViolation.self) {
      try program.ask(.begin(at: nil), Asker(at: program.at("05:29"), group: "G02"))
    }
    try program.ask(.begin(at: nil), Asker(at: program.at("05:30"), group: "G02"))
    #expect(program.session("G02").state.actualStart == program.at("05:30"))
    try program.ask(.begin(at: program.at("09:04")), at: "09:10")
    #expect(program.session().state.actualStart == program.at("09:04"))
    #expect(throws: RuleViolation.self) { try program.ask(.begin(at: nil), at: "09:11") }
  }

  @Test func `a typed beginning lies before the end and not ahead`() throws {
    var program = RunningProgram()
    for (typed, now) in [("10:30", "11:00"), ("09:05", "09:04")] {
      #expect(throws: RuleViolation.self) {
        try program.ask(.begin(at: program.at(typed)), at: now)
      }
    }
  }

  @Test func `a changed beginning moves those who were there from the start`() throws {
    var program = RunningProgram()
    try program.mark("C01", .present, at: "09:15")
    try program.mark("C02", .late, at: "09:15")
    try program.ask(
      .changeCourse(TypedTimes(arrival: program.at("09:08"), departure: nil)),
      at: "09:16"
    )
    #expect(program.stays("C01") == "09:08-")
    #expect(program.stays("C02") == "09:15-")
    #expect(throws: RuleViolation.self) {
      try program.ask(
        .changeCourse(TypedTimes(arrival: program.at("09:20"), departure: nil)),
        at: "09:16"
      )
    }
  }

  @Test func `a changed beginning can't reach into another place`() throws {
    var program = RunningProgram {
      $0.book("C01", on: RunningProgram.monday, ("08:00", "08:50"), .kept)
    }
    try program.mark("C01", .present, at: "09:00")
    #expect(throws: RuleViolation.self) {
      try program.ask(
        .changeCourse(TypedTimes(arrival: program.at("08:40"), departure: nil)),
        at: "09:16"
      )
    }
    try program.ask(
      .changeCourse(TypedTimes(arrival: program.at("08:50"), departure: nil)),
      at: "09:16"
    )
    #expect(program.stays("C01") == "08:50-")
  }
}
