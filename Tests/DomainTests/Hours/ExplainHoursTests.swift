import Domain
import Support
import Testing

@Suite struct `Explaining a week` {
  @Test func `every line is a rule, a record or the total`() {
    var program = ProgramBuilder.dayTrack(admitted: "2026-03-11")
    program.hold("G01", on: "2026-03-11", ["C01": .late("09:20")])
    program.run("G02", on: "2026-03-11")
    program.book("C01", on: "2026-03-12", ("13:00", "13:50"), .cancelledClientLate)
    #expect(
      program.explained("2026-03-11") == [
        "Projected = credited in finished sessions and kept appointments + possible. Slack = "
          + "projected − minimum; short below 0, tight below 45 min. (BR-10)",
        "The minimum is 540 min a week. (BR-01) For 2 of 3 program days it is 360 min. (BR-07)",
        "Wed 11 Mar 09:00 G01 Late: 90 70 0",
        "Wed 11 Mar 10:40 G02 not marked, live: 90 0 90",
        "Thu 12 Mar 13:00 individual late cancel: 50 0 0",
        "Fri 13 Mar 09:00 G01 still to come: 90 0 90",
        "Fri 13 Mar 10:40 G02 still to come: 90 0 90",
        "70 credited + 270 possible = 340; minimum 360; slack −20; SHORT: 410 70 270",
      ]
    )
  }

  @Test func `an exempt week and one without a minimum say why`() {
    var exempt = ProgramBuilder.dayTrack()
    for date in ["2026-03-09", "2026-03-11", "2026-03-13"] { exempt.close(date) }
    #expect(
      exempt.explained("2026-03-11")[1...] == [
        "Exempt: no program day of this week is eligible. (BR-07)",
        "0 credited + 0 possible = 0; exempt: 0 0 0",
      ]
    )
    #expect(
      ProgramBuilder.dayTrack(level: "1.5").explained("2026-03-11")[1]
        == "A minimum holds for level 2.1 only; this week has none. (BR-01)"
    )
  }

  @Test func `what nobody marked and what was set by hand is said`() {
    var program = ProgramBuilder.dayTrack()
    program.episode("C01") { $0.weeklyMinutesOverride = 300 }
    program.hold("G01", on: "2026-03-09") { session in
      session.rows[0].creditOverride = CreditOverride(
        minutes: 60,
        reason: "fire alarm",
        by: .of("TB"),
        at: session.state.scheduledEnd
      )
    }
    let lines = program.explained("2026-03-10")
    #expect(lines[1] == "The minimum is 300 min a week, set for this episode. (BR-01)")
    #expect(lines[2] == "Past and not marked: 1. They count as possible until marked.")
    #expect(lines[3] == "Mon 9 Mar 09:00 G01 Present, set by hand: fire alarm: 90 60 0")
  }

  @Test func `nothing is explained where there are no hours`() {
    let program = ProgramBuilder.dayTrack(admitted: "2026-04-01")
    #expect(program.explained("2026-03-11").isEmpty)
  }
}

/// Weeks from a seed: whatever happens in them, the parts add up.
@Suite struct `Weeks at random` {
  @Test(arguments: 1...40)
  func `the records and the days add up to the week`(seed: Int) throws {
    var random = Dice(seed: UInt64(seed))
    let program = ProgramBuilder.randomWeek(&random)
    let now = program.at("2026-03-09", "00:00").adding(minutes: random.roll(7 * 1_440))
    let data = program.data(weeks: "2026-03-09")
    let week = CalendarDate.on("2026-03-09")
    let hours = try #require(data.weekHours(of: .of("C01"), week: week, now: now))
    var sum = ItemMinutes()
    for line in data.explainHours(of: .of("C01"), week: week, now: now) where line.kind == .record {
      sum += try #require(line.minutes)
    }
    #expect([sum.planned, sum.credited] == [hours.planned, hours.credited])
    #expect([sum.possible, sum.unmarked] == [hours.possible, hours.unmarked])
    #expect(hours.days.reduce(0) { $0 + $1.credited } == hours.credited)
    #expect(hours.days.reduce(0) { $0 + $1.possible } == hours.possible)
    #expect(hours.projected <= hours.planned)
    var twoRuleSets = program
    twoRuleSets.snapshot.ruleSets.append(
      RuleSet(id: .of("R2"), effectiveFrom: .on("2030-01-01"))
    )
    let other = twoRuleSets.data(weeks: "2026-03-09")
    #expect(other.weekHours(of: .of("C01"), week: week, now: now) == hours)
    for day in hours.days {
      #expect(data.perDiemMinutes(of: .of("C01"), on: day.date, now: now) == day.credited)
    }
  }
}

extension ProgramBuilder {
  /// Each line's text, and after a record or the total its planned, credited and possible minutes.
  fileprivate func explained(_ date: String) -> [String] {
    let data = data(weeks: date)
    let week = data.weekStart(of: .on(date))
    return data.explainHours(of: .of("C01"), week: week, now: at(date, "10:45")).map { line in
      guard let minutes = line.minutes else { return line.text }
      return line.text + ": \(minutes.planned) \(minutes.credited) \(minutes.possible)"
    }
  }

  fileprivate static func randomWeek(_ random: inout Dice) -> ProgramBuilder {
    var program = ProgramBuilder.dayTrack()
    let marks: [RowMark] = [
      .present, .late("11:00"), .left("09:40"), .noShow, .excused, .lateCancel, .onLeave,
      .notAdmitted, .removed("10:00"), .cancelledProgram, .stays([("09:05", "11:50")]), .expected,
    ]
    for date in ["2026-03-09", "2026-03-11", "2026-03-13"] {
      for group in ["G01", "G02"] {
        let mark = ["C01": marks[random.roll(marks.count)]]
        switch random.roll(4) {
        case 0: program.hold(group, on: date, mark)
        case 1: program.run(group, on: date, mark)
        case 2: program.plan(group, on: date, mark)
        default: break
        }
      }
    }
    for day in 10...14 {
      let status = AppointmentStatus.known[random.roll(AppointmentStatus.known.count)]
      program.book("C01", on: "2026-03-\(day)", ("14:00", "14:50"), status)
    }
    return program
  }
}

/// A row of numbers that a seed gives (Knuth's linear congruential generator).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  /// 0 to one less than the sides.
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }
}
