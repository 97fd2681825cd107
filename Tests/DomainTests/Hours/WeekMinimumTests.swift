import Domain
import Support
import Testing

@Suite struct `Weekly minimum` {
  @Test(arguments: [
    ("2026-03-09", 540), ("2026-03-10", 360), ("2026-03-11", 360), ("2026-03-12", 180),
    ("2026-03-13", 180),
  ])
  func `an admission week asks for the days that are left`(admitted: String, minimum: Int) throws {
    let program = ProgramBuilder.dayTrack(admitted: admitted)
    #expect(try program.hours("2026-03-14").minimum == minimum)
  }

  @Test(arguments: [("2026-03-11", 360), ("2026-01-05", 360)])
  func `the program's first week asks for the days since it began`(
    admitted: String,
    minimum: Int
  ) throws {
    var program = ProgramBuilder.dayTrack(admitted: admitted)
    for place in program.snapshot.groups.indices {
      program.snapshot.groups[place].effectiveFrom = .on("2026-03-11")
    }
    #expect(try program.hours("2026-03-11", at: "08:00").minimum == minimum)
  }

  @Test func `a group that begins later in a running program takes nothing off`() throws {
    var program = ProgramBuilder.dayTrack()
    program.group("G99", "15:00", "16:00", on: [.tuesday])
    let place = try #require(program.snapshot.groups.indices.last)
    program.snapshot.groups[place].effectiveFrom = .on("2026-03-11")
    program.enroll("C01", in: "G99")
    #expect(try program.hours("2026-03-14").minimum == 540)
  }

  @Test func `admitted after the last program day is exempt`() throws {
    var program = ProgramBuilder.dayTrack(admitted: "2026-03-14")
    program.book("C01", on: "2026-03-14", ("10:00", "11:00"), .kept)
    let hours = try program.hours("2026-03-14")
    #expect(hours.credited == 60)
    #expect(hours.minimum == nil)
    #expect(hours.state == .exempt)
  }

  @Test func `a discharge week asks for the days up to the discharge`() throws {
    var program = ProgramBuilder.dayTrack()
    program.episode("C01") { $0.dischargedOn = .on("2026-03-11") }
    #expect(try program.numbers("2026-03-09", at: "08:00") == [360, 0, 360, 360])
  }

  @Test func `a holiday takes its day off`() throws {
    var program = ProgramBuilder.dayTrack()
    program.close("2026-03-09")
    #expect(try program.numbers("2026-03-09", at: "08:00") == [360, 0, 360, 360])
    program.close("2026-03-11")
    program.close("2026-03-13")
    #expect(try program.hours("2026-03-09").state == .exempt)
  }

  @Test func `a holiday on another day changes nothing`() throws {
    var program = ProgramBuilder.dayTrack()
    program.close("2026-03-10")
    #expect(try program.numbers("2026-03-09", at: "08:00") == [540, 0, 540, 540])
  }

  @Test func `a leave in the middle takes its day off`() throws {
    var program = ProgramBuilder.dayTrack()
    program.episode("C01") {
      $0.leaves = [Leave(from: .on("2026-03-10"), to: .on("2026-03-12"), reason: "family")]
    }
    let hours = try program.hours("2026-03-09", at: "08:00")
    #expect([hours.planned, hours.possible] == [540, 360])
    #expect(hours.minimum == 360)
    #expect(hours.days[2].status == .onLeave)
  }

  @Test func `a leave given after the roster was stored counts nothing either`() throws {
    var program = ProgramBuilder.dayTrack()
    program.plan("G01", on: "2026-03-11")
    program.episode("C01") {
      $0.leaves = [Leave(from: .on("2026-03-11"), to: nil, reason: "surgery")]
    }
    #expect(try program.numbers("2026-03-09", at: "08:00") == [540, 0, 180, 180])
  }

  @Test func `a week on leave is exempt`() throws {
    var program = ProgramBuilder.dayTrack()
    program.episode("C01") {
      $0.leaves = [Leave(from: .on("2026-03-09"), to: .on("2026-03-16"), reason: "surgery")]
    }
    let hours = try program.hours("2026-03-09", at: "08:00")
    #expect([hours.planned, hours.projected] == [540, 0])
    #expect(hours.slack == nil)
    #expect(hours.state == .exempt)
  }

  @Test func `a third of a minimum that doesn't divide is rounded`() throws {
    var program = ProgramBuilder.dayTrack(admitted: "2026-03-11")
    program.rules { $0.minWeeklyMinutesAdult = 500 }
    #expect(try program.hours("2026-03-11").minimum == 333)
    program.rules { $0.minWeeklyMinutesAdult = 550 }
    #expect(try program.hours("2026-03-11").minimum == 367)
  }

  @Test func `an adolescent has six hours, and nine from the birthday on`() throws {
    #expect(try ProgramBuilder.dayTrack(born: "2008-03-16").hours("2026-03-09").minimum == 360)
    #expect(try ProgramBuilder.dayTrack(born: "2008-03-11").hours("2026-03-09").minimum == 480)
    #expect(try ProgramBuilder.dayTrack(born: "2008-03-09").hours("2026-03-09").minimum == 540)
  }

  @Test func `who was born on a leap day turns 18 on 1 March`() throws {
    let program = ProgramBuilder.dayTrack(born: "2008-02-29")
    #expect(try program.hours("2026-02-23").minimum == 360)
    #expect(try program.hours("2026-03-02").minimum == 540)
  }

  @Test func `the episode's own minimum replaces the rule's`() throws {
    var program = ProgramBuilder.dayTrack()
    program.episode("C01") { $0.weeklyMinutesOverride = 300 }
    let hours = try program.hours("2026-03-09", at: "08:00")
    #expect(hours.minimum == 300)
    #expect(hours.slack == 240)
  }

  @Test func `a place on some of the group's days has those as program days`() throws {
    var program = ProgramBuilder()
    program.client("C01", admitted: "2026-03-11")
    program.group("G01", "09:00", "12:00", on: [.monday, .wednesday, .friday])
    program.enroll("C01", in: "G01") { $0.weekdays = [.monday, .wednesday] }
    #expect(try program.numbers("2026-03-11", at: "08:00") == [180, 0, 180, 270])
  }

  @Test func `a make-up and a group that doesn't count add no program day`() throws {
    var program = ProgramBuilder.dayTrack(admitted: "2026-03-11")
    program.group("G05", "17:30", "19:00", on: [.tuesday, .thursday])
    program.enroll("C01", in: "G05") { $0.source = .known(.makeup) }
    program.group("G08", "12:30", "13:00", on: [.tuesday]) { $0.countsTowardHours = false }
    program.enroll("C01", in: "G08")
    #expect(try program.numbers("2026-03-11", at: "08:00") == [450, 0, 450, 360])
  }

  @Test func `a step up in the middle asks for the days at the new level`() throws {
    var program = ProgramBuilder.dayTrack()
    program.episode("C01") {
      $0.levels = [
        LevelOfCarePeriod(level: "1.5", from: .on("2026-01-05"), to: .on("2026-03-10")),
        LevelOfCarePeriod(level: "2.1", from: .on("2026-03-11"), reason: .known(.stepUp)),
      ]
    }
    #expect(try program.hours("2026-03-09", at: "08:00").minimum == 360)
    #expect(try program.hours("2026-03-02", at: "08:00").state == .noMinimum)
    #expect(try program.hours("2026-03-16", at: "08:00").minimum == 540)
  }

  @Test func `a new rule set counts from its day`() throws {
    var program = ProgramBuilder.dayTrack()
    program.rules { $0.effectiveTo = .on("2026-03-10") }
    var rules = RuleSet(id: .of("R2"), effectiveFrom: .on("2026-03-11"))
    rules.minWeeklyMinutesAdult = 600
    program.snapshot.ruleSets.append(rules)
    #expect(try program.hours("2026-03-02").minimum == 540)
    #expect(try program.hours("2026-03-09").minimum == 580)
    #expect(try program.hours("2026-03-16").minimum == 600)
  }

  @Test(arguments: [
    ("2026-03-02", WeekState.short), ("2026-03-09", .transition), ("2026-03-16", .transition),
    ("2026-03-23", .short),
  ])
  func `a taper from a Monday excuses two weeks`(week: String, state: WeekState) throws {
    var program = ProgramBuilder.dayTrack()
    program.taper(from: "2026-03-09")
    let hours = try program.hours(week, at: "08:00")
    #expect(hours.state == state)
    #expect(hours.slack == -180)
  }

  @Test(arguments: [
    ("2026-03-02", WeekState.short), ("2026-03-09", .transition), ("2026-03-23", .transition),
    ("2026-03-30", .short),
  ])
  func `a taper from a Wednesday reaches into the third week`(
    week: String,
    state: WeekState
  ) throws {
    var program = ProgramBuilder.dayTrack()
    program.taper(from: "2026-03-11")
    #expect(try program.hours(week, at: "08:00").state == state)
  }

  @Test func `the taper's last day is the fourteenth`() {
    var program = ProgramBuilder.dayTrack()
    program.taper(from: "2026-03-09")
    let data = program.data(weeks: "2026-03-02", "2026-03-09", "2026-03-23")
    #expect(data.transitionEnd(of: .of("C01"), week: .on("2026-03-09")) == .on("2026-03-22"))
    #expect(data.transitionEnd(of: .of("C01"), week: .on("2026-03-02")) == nil)
    #expect(data.transitionEnd(of: .of("C01"), week: .on("2026-03-23")) == nil)
  }
}

extension ProgramBuilder {
  /// From a date on C01 comes in a taper; from the start, Mondays and Fridays only.
  fileprivate mutating func taper(from date: String) {
    for place in snapshot.groups.indices {
      snapshot.groups[place].enrollments[0].weekdays = [.monday, .friday]
    }
    episode("C01") {
      $0.levels = [
        LevelOfCarePeriod(
          level: "2.1",
          from: .on("2026-01-05"),
          to: .on(date).adding(days: -1)
        ),
        LevelOfCarePeriod(level: "2.1", from: .on(date), reason: .known(.transitionTaper)),
      ]
    }
  }
}
