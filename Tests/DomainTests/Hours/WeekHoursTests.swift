import Domain
import Support
import Testing

@Suite struct `Weekly hours` {
  @Test func `before the week everything is possible`() throws {
    let hours = try ProgramBuilder.dayTrack().hours("2026-03-09", at: "08:00")
    #expect(
      [hours.planned, hours.credited, hours.possible, hours.projected] == [540, 0, 540, 540]
    )
    #expect(hours.minimum == 540)
    #expect(hours.slack == 0)
    #expect(hours.state == .tight)
    #expect(hours.unmarked == 0)
  }

  @Test func `an individual session makes the week less tight`() throws {
    var program = ProgramBuilder.dayTrack()
    program.book("C01", on: "2026-03-10", ("13:00", "13:45"))
    let hours = try program.hours("2026-03-09", at: "08:00")
    #expect(hours.slack == 45)
    #expect(hours.state == .onTrack)
  }

  @Test func `a missed day makes the week short`() throws {
    var program = ProgramBuilder.dayTrack()
    program.hold("G01", on: "2026-03-09", ["C01": .noShow])
    program.hold("G02", on: "2026-03-09", ["C01": .noShow])
    let hours = try program.hours("2026-03-09")
    #expect([hours.planned, hours.credited, hours.possible] == [540, 0, 360])
    #expect(hours.slack == -180)
    #expect(hours.state == .short)
    #expect(hours.days[0].status == .noShow)
    #expect(hours.days[1].status == nil)
    #expect(hours.days[2].possible == 180)
  }

  @Test func `a level without a minimum has hours and no slack`() throws {
    let hours = try ProgramBuilder.dayTrack(level: "1.5").hours("2026-03-09", at: "08:00")
    #expect(hours.possible == 540)
    #expect(hours.minimum == nil)
    #expect(hours.slack == nil)
    #expect(hours.state == .noMinimum)
  }

  @Test func `an excused row ahead of time is not possible any more`() throws {
    var program = ProgramBuilder.dayTrack()
    program.plan("G01", on: "2026-03-11", ["C01": .excused])
    #expect(try program.numbers("2026-03-09", at: "08:00") == [540, 0, 450, 540])
  }

  @Test func `a session the program cancelled is planned, not possible`() throws {
    var program = ProgramBuilder.dayTrack()
    program.plan("G01", on: "2026-03-11", ["C01": .cancelledProgram]) {
      $0.state.status = .cancelledByProgram
    }
    #expect(try program.numbers("2026-03-09", at: "08:00") == [540, 0, 450, 540])
  }

  @Test func `a group that doesn't count gives nothing`() throws {
    var program = ProgramBuilder.dayTrack()
    program.group("G09", "18:00", "19:00", on: [.monday]) { $0.countsTowardHours = false }
    program.enroll("C01", in: "G09")
    #expect(try program.numbers("2026-03-09", at: "08:00") == [540, 0, 540, 540])
  }

  @Test func `of two that overlap only the time of one is possible`() throws {
    var program = ProgramBuilder.dayTrack()
    program.group("G07", "10:00", "11:00", on: [.monday])
    program.enroll("C01", in: "G07")
    program.book("C01", on: "2026-03-11", ("10:10", "10:50"))
    // Monday from 09:00 to 12:10; of the appointment the ten minutes between two groups.
    #expect(try program.numbers("2026-03-09", at: "08:00") == [640, 0, 560, 540])
    let data = program.data(weeks: "2026-03-09")
    let lines = data.explainHours(
      of: .of("C01"),
      week: .on("2026-03-09"),
      now: ProgramTimeZone.utc.instant(.on("2026-03-09"), .at("08:00"))
    )
    #expect(lines.last?.minutes?.possible == 560)
    #expect(lines.compactMap(\.minutes).dropLast().reduce(0) { $0 + $1.possible } == 560)
  }

  @Test func `where the client was isn't possible elsewhere too`() throws {
    var program = ProgramBuilder.dayTrack()
    program.group("G07", "10:00", "11:00", on: [.monday])
    program.enroll("C01", in: "G07")
    program.hold("G07", on: "2026-03-09", ["C01": .present])
    #expect(try program.numbers("2026-03-09", at: "12:20") == [600, 60, 490, 540])
  }

  @Test func `a walk-in's minutes count though nobody planned them`() throws {
    var program = ProgramBuilder.dayTrack()
    program.group("G05", "17:30", "19:00", on: [.tuesday])
    program.hold("G05", on: "2026-03-10", ["C01": .late("17:45")])
    #expect(try program.numbers("2026-03-10", at: "20:00") == [540, 75, 540, 540])
  }

  @Test func `appointments count by their actual times once kept`() throws {
    var program = ProgramBuilder.dayTrack()
    program.book("C01", on: "2026-03-10", ("13:00", "13:50"), .kept) {
      $0.state.actualEnd = $0.state.scheduledStart.adding(minutes: 45)
    }
    program.book("C01", on: "2026-03-10", ("15:00", "15:50"), .cancelledClient)
    program.book("C01", on: "2026-03-12", ("15:00", "15:50")) { $0.countsTowardHours = false }
    #expect(try program.numbers("2026-03-09", at: "08:00") == [640, 45, 540, 540])
  }

  @Test func `a rescheduled appointment is planned once, at its new place`() throws {
    var program = ProgramBuilder.dayTrack()
    program.book("C01", on: "2026-03-12", ("13:00", "13:50"))
    let new = try #require(program.snapshot.appointments.last?.id)
    program.book("C01", on: "2026-03-10", ("13:00", "13:50"), .rescheduled) {
      $0.state.rescheduledTo = new
    }
    #expect(try program.numbers("2026-03-09", at: "08:00") == [590, 0, 590, 540])
  }

  @Test func `a late arrival at an appointment shortens what is possible`() throws {
    var program = ProgramBuilder.dayTrack()
    program.book("C01", on: "2026-03-10", ("13:00", "13:50"), .arrived) {
      $0.state.actualStart = $0.state.scheduledStart.adding(minutes: 12)
    }
    #expect(try program.hours("2026-03-10", at: "13:20").days[1].possible == 38)
  }

  @Test func `what nobody closed stays possible and is flagged`() throws {
    var program = ProgramBuilder.dayTrack()
    program.run("G01", on: "2026-03-09")
    program.run("G02", on: "2026-03-09", ["C01": .noShow])
    program.book("C01", on: "2026-03-09", ("13:00", "13:50"))
    let hours = try program.hours("2026-03-10")
    #expect([hours.planned, hours.credited, hours.possible] == [590, 0, 500])
    #expect(hours.unmarked == 2)
    #expect(hours.state == .short)
    #expect(try program.hours("2026-03-09", at: "10:29").unmarked == 0)
  }

  @Test func `no open episode or no loaded week gives no hours`() throws {
    var program = ProgramBuilder.dayTrack()
    let before = program.data(weeks: "2026-03-09")
    let now = program.at("2026-03-09", "12:00")
    #expect(before.weekHours(of: .of("C01"), week: .on("2026-03-16"), now: now) == nil)
    #expect(before.weekHours(of: .of("C99"), week: .on("2026-03-09"), now: now) == nil)
    program.episode("C01") { $0.dischargedOn = .on("2026-03-08") }
    let after = program.data(weeks: "2026-03-09")
    #expect(after.weekHours(of: .of("C01"), week: .on("2026-03-09"), now: now) == nil)
    #expect(after.weekHours(week: .on("2026-03-09"), now: now).isEmpty)
  }

  @Test func `the week lists everyone by code`() throws {
    var program = ProgramBuilder.dayTrack()
    program.client("C03", level: "1.5")
    program.client("C02")
    let data = program.data(weeks: "2026-03-09")
    let list = data.weekHours(week: .on("2026-03-09"), now: program.at("2026-03-09", "08:00"))
    #expect(list.map(\.client) == [.of("C01"), .of("C02"), .of("C03")])
    #expect(list.map(\.hours.state) == [.tight, .exempt, .noMinimum])
  }
}
