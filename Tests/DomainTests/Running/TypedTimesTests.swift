import Domain
import Support
import Testing

@Suite struct `Typed times of a row` {
  @Test(arguments: [
    ("09:05", "10:25", AttendanceStatus.present), ("09:06", "10:25", .late),
    ("09:05", "10:24", .leftEarly), ("09:06", "10:24", .lateLeftEarly),
  ])
  func `the label follows by the grace minutes`(
    arrival: String,
    departure: String,
    status: AttendanceStatus
  ) throws {
    var program = RunningProgram()
    try type(arrival, departure, at: "10:40", &program)
    #expect(program.row("C01").status == status)
    #expect(program.stays("C01") == "\(arrival)-\(departure)")
  }

  @Test func `a pressed label stands within the grace`() throws {
    var program = RunningProgram()
    try program.mark("C01", .late, at: "09:02")
    #expect(program.row("C01").status == .late)
  }

  @Test func `a departure before the arrival is refused`() throws {
    var program = RunningProgram()
    #expect(throws: RuleViolation.self) { try type("10:00", "09:50", at: "10:10", &program) }
    try program.mark("C01", .leftEarly, at: "09:20")
    #expect(throws: RuleViolation.self) { try type("09:25", nil, at: "10:10", &program) }
    #expect(throws: RuleViolation.self) { try type(nil, "08:59", at: "10:10", &program) }
    #expect(program.stays("C01") == "09:00-09:20")
    try type("09:25", "10:05", at: "10:10", &program)
    #expect(program.stays("C01") == "09:25-10:05")
  }

  @Test func `what is still to come is refused`() throws {
    var program = RunningProgram()
    #expect(throws: RuleViolation.self) { try type("09:21", nil, at: "09:20", &program) }
    try type("09:20", nil, at: "09:20", &program)
  }

  @Test func `times lie within twelve hours of the group`() throws {
    var program = RunningProgram()
    let tuesday = program.at("23:00", on: "2026-03-10")
    for (time, fits) in [
      (program.at("21:00", on: "2026-03-08"), true), (program.at("20:59", on: "2026-03-08"), false),
    ] {
      let request = SessionRequest.changeTimes(
        .of("C01"),
        TypedTimes(arrival: time, departure: program.at("09:30"))
      )
      if fits {
        try program.ask(request, Asker(at: tuesday))
      } else {
        #expect(throws: RuleViolation.self) { try program.ask(request, Asker(at: tuesday)) }
      }
    }
    let late = TypedTimes(arrival: nil, departure: program.at("22:31"))
    #expect(throws: RuleViolation.self) {
      try program.ask(.changeTimes(.of("C01"), late), Asker(at: tuesday))
    }
  }

  @Test func `a removed client stays removed`() throws {
    var program = RunningProgram()
    try program.mark("C01", .removed, at: "09:50")
    try type(nil, "09:40", at: "10:00", &program)
    #expect(program.row("C01").status == .removed)
    #expect(program.stays("C01") == "09:00-09:40")
  }

  @Test func `an absence becomes presence`() throws {
    var program = RunningProgram()
    let mark = Mark(.excused, reason: .work)
    try program.ask(.mark([.of("C01")], mark), at: "09:05")
    try type("09:30", nil, at: "09:40", &program)
    #expect(program.row("C01").status == .late)
    #expect(program.row("C01").absenceReason == nil)
  }

  @Test func `the same times again are nothing to do`() throws {
    var program = RunningProgram()
    try type("09:10", "10:00", at: "10:10", &program)
    #expect(throws: RuleViolation.self) { try type("09:10", "10:00", at: "10:11", &program) }
    #expect(throws: RuleViolation.self) { try type(nil, nil, at: "10:11", &program) }
  }

  private func type(
    _ arrival: String?,
    _ departure: String?,
    at now: String,
    _ program: inout RunningProgram
  ) throws(RuleViolation) {
    let times = TypedTimes(
      arrival: arrival.map { program.at($0) },
      departure: departure.map { program.at($0) }
    )
    try program.ask(.changeTimes(.of("C01"), times), at: now)
  }
}
