import Domain
import Support
import Testing

/// Weeks that begin on another weekday from a day on.
@Suite struct `Weeks that begin otherwise from a day on` {
  private func program(_ weekday: Weekday, from date: String) -> ProgramBuilder {
    var program = ProgramBuilder.dayTrack()
    program.turn(to: weekday, from: date)
    return program
  }

  @Test(
    arguments: Weekday.allCases.filter { $0 != .monday },
    ["2026-03-08", "2026-03-11", "2026-03-15", "2025-12-29"]
  )
  func `hold each day once, and keep the weeks before`(weekday: Weekday, from: String) {
    let data = program(weekday, from: from).data()
    let turn = CalendarDate.on(from)
    for offset in -20...40 {
      let date = turn.adding(days: offset)
      let first = data.weekStart(of: date)
      #expect(data.weekDays(from: first).contains(date))
      #expect(data.weekDays(from: first).count <= 7)
      // The first day of a week is in that week, and the day after its last one in the next.
      #expect(data.weekStart(of: first) == first)
      let next = data.weekEnd(from: first).adding(days: 1)
      #expect(data.weekStart(of: next) == next)
      #expect(data.weekStart(1, weeksFrom: date) == next)
      #expect(data.weekStart(-1, weeksFrom: next) == first)
      if data.weekEnd(from: first) < turn { #expect(first.weekday == .monday) }
    }
    #expect(data.weekStart(of: turn) == turn)
    #expect(data.weekStart(of: turn.adding(days: 7)).weekday == weekday)
  }

  @Test func `cut the week under way short, whose minimum stays for the days it has`() throws {
    var program = program(.sunday, from: "2026-03-15")
    for date in ["2026-03-09", "2026-03-11", "2026-03-13", "2026-03-16"] {
      program.hold("G01", on: date)
      program.hold("G02", on: date)
    }
    let data = program.data(weeks: "2026-03-09", "2026-03-15")
    let now = program.at("2026-03-17", "12:00")
    let old = try #require(data.weekHours(of: .of("C01"), week: .on("2026-03-09"), now: now))
    #expect(old.days.count == 6)
    #expect([old.credited, old.minimum] == [540, 540])
    let new = try #require(data.weekHours(of: .of("C01"), week: .on("2026-03-15"), now: now))
    #expect(new.days.count == 7)
    #expect([new.credited, new.possible, new.minimum] == [180, 360, 540])
  }

  @Test func `take their part of the minimum where a service day is cut off`() throws {
    let data = program(.friday, from: "2026-03-13").data(weeks: "2026-03-09", "2026-03-13")
    let now = data.program.zone.instant(.on("2026-03-09"), .at("08:00"))
    let old = try #require(data.weekHours(of: .of("C01"), week: .on("2026-03-09"), now: now))
    // Monday and Wednesday of three.
    #expect([old.possible, old.minimum] == [360, 360])
    let new = try #require(data.weekHours(of: .of("C01"), week: .on("2026-03-13"), now: now))
    #expect([new.possible, new.minimum] == [540, 540])
  }

  @Test func `have no minimum where a day alone is left and nothing meets on it`() throws {
    var program = ProgramBuilder.dayTrack()
    program.rules { $0.weekStart = .sunday }
    program.turn(to: .monday, from: "2026-03-16")
    let data = program.data(weeks: "2026-03-15")
    let now = program.at("2026-03-15", "12:00")
    let alone = try #require(data.weekHours(of: .of("C01"), week: .on("2026-03-15"), now: now))
    #expect(alone.days.map(\.date) == [.on("2026-03-15")])
    #expect(alone.state == .exempt)
    #expect(data.serviceDays(of: .of("C01"), week: .on("2026-03-15"), now: now)?.areTooFew == false)
  }

  @Test func `put loaded weeks together anew, each meeting in one of them`() {
    var program = ProgramBuilder.dayTrack()
    program.group("G07", "14:00", "15:00", on: [.saturday, .sunday])
    program.enroll("C01", in: "G07")
    program.hold("G07", on: "2026-03-15", ["C01": .late("14:20")])
    program.book("C01", on: "2026-03-15", ("16:00", "16:50"), .kept)
    var data = program.data(weeks: "2026-03-09", "2026-03-16")
    let before = data
    let sessions = Set(data.sessions.keys)
    var turned = program
    turned.turn(to: .sunday, from: "2026-03-15")
    // The Sunday after isn't whole any more: Monday 16 to Saturday 21 are in the week before it.
    #expect(data.take(turned.snapshot.ruleSets) == [.on("2026-03-22")])
    #expect(Set(data.weeks.keys) == [.on("2026-03-09"), .on("2026-03-15")])
    let kept = sessions.filter {
      before.sessions[$0].map { $0.serviceDate < .on("2026-03-22") } ?? false
    }
    #expect(Set(data.sessions.keys) == kept)
    #expect(data.sessions(on: .on("2026-03-15")) == before.sessions(on: .on("2026-03-15")))
    #expect(data.appointments(on: .on("2026-03-15")) == before.appointments(on: .on("2026-03-15")))
    #expect(data.weeks[.on("2026-03-09")]?.sessionsByDay[.on("2026-03-15")] == nil)
    // And back: what was cut off has to be read.
    #expect(data.take(program.snapshot.ruleSets) == [.on("2026-03-16")])
    #expect(Set(data.weeks.keys) == [.on("2026-03-09")])
    #expect(data.sessions(on: .on("2026-03-15")) == before.sessions(on: .on("2026-03-15")))
  }

  @Test func `carry a run of missed days across`() {
    for isTurned in [false, true] {
      var program = ProgramBuilder.dayTrack()
      for date in ["2026-03-11", "2026-03-13", "2026-03-16"] {
        program.hold("G01", on: date, ["C01": .noShow])
        program.hold("G02", on: date, ["C01": .noShow])
      }
      if isTurned { program.turn(to: .thursday, from: "2026-03-12") }
      let data = program.data(weeks: "2026-03-09", "2026-03-12", "2026-03-16", "2026-03-19")
      let now = program.at("2026-03-16", "20:00")
      #expect(data.consecutiveMissedDays(of: .of("C01"), asOf: now).days == 3)
    }
  }
}

extension ProgramBuilder {
  /// Lets weeks begin on another weekday from a day on.
  fileprivate mutating func turn(to weekday: Weekday, from date: String) {
    change(from: date) { $0.weekStart = weekday }
  }
}
