import Domain
import Support
import Testing

@Suite struct `Weeks at the edges of the calendar` {
  @Test func `a night session is an hour shorter when the clock goes forward`() throws {
    var program = try night(on: .sunday)
    program.hold("G01", on: "2026-03-08")
    #expect(try program.numbers("2026-03-08", at: "06:00") == [120, 120, 0, 540])
    program.snapshot.sessions = []
    #expect(try program.numbers("2026-03-08", at: "00:30") == [120, 0, 120, 540])
  }

  @Test func `a night session is an hour longer when the clock goes back`() throws {
    var program = try night(on: .sunday)
    program.hold("G01", on: "2026-11-01", ["C01": .late("01:30")])
    #expect(try program.numbers("2026-11-01", at: "06:00") == [240, 210, 0, 540])
  }

  @Test func `a stay across the repeated hour counts both hours`() throws {
    var program = try night(on: .sunday)
    program.hold(
      "G01",
      on: "2026-11-01",
      ["C01": .stays([("01:30", "01:45"), ("01:30", "04:00")])]
    )
    // 01:30–01:45 the first time, then from the second 01:30 on: 15 + 150 minutes.
    #expect(try program.hours("2026-11-01", at: "06:00").credited == 165)
  }

  @Test func `a session across midnight belongs to the day it begins`() throws {
    var program = ProgramBuilder(zone: try SystemZone.zone("America/New_York"))
    program.client("C01")
    program.group("G01", "22:30", "00:30", on: [.sunday])
    program.enroll("C01", in: "G01")
    program.hold("G01", on: "2026-03-15")
    let hours = try program.hours("2026-03-15", at: "23:59")
    #expect(hours.credited == 120)
    #expect(hours.days[6].date == .on("2026-03-15"))
    #expect(hours.days[6].credited == 120)
    let next = program.data(weeks: "2026-03-09", "2026-03-16")
    let now = program.at("2026-03-16", "08:00")
    #expect(next.weekHours(of: .of("C01"), week: .on("2026-03-16"), now: now)?.credited == 0)
  }

  @Test func `a week goes on into the next year`() throws {
    var program = ProgramBuilder.dayTrack()
    program.close("2026-01-01")
    program.episode("C01") {
      $0.admittedOn = .on("2025-12-01")
      $0.levels[0].from = .on("2025-12-01")
    }
    for place in program.snapshot.groups.indices {
      program.snapshot.groups[place].enrollments[0].from = .on("2025-12-01")
    }
    program.hold("G01", on: "2025-12-29")
    program.hold("G01", on: "2026-01-02")
    let hours = try program.hours("2026-01-02")
    #expect(hours.week == .on("2025-12-29"))
    #expect(hours.days.map(\.credited) == [90, 0, 0, 0, 90, 0, 0])
    #expect([hours.planned, hours.credited, hours.possible] == [540, 180, 360])
    #expect(hours.minimum == 540)
  }

  @Test func `a leap day is a day like another`() throws {
    var program = ProgramBuilder()
    program.client("C01", admitted: "2028-01-03")
    program.group("G01", "09:00", "12:00", on: [.tuesday, .wednesday])
    program.enroll("C01", in: "G01")
    program.hold("G01", on: "2028-02-29")
    let hours = try program.hours("2028-02-29")
    #expect(hours.days[1].date == .on("2028-02-29"))
    #expect(hours.days.map(\.credited) == [0, 180, 0, 0, 0, 0, 0])
    #expect(hours.days.map(\.possible) == [0, 0, 180, 0, 0, 0, 0])
  }

  @Test func `a week may begin on Sunday`() throws {
    var program = ProgramBuilder.dayTrack()
    program.rules { $0.weekStart = .sunday }
    program.group("G05", "14:00", "15:00", on: [.saturday, .sunday])
    program.enroll("C01", in: "G05")
    let hours = try program.hours("2026-03-11", at: "08:00")
    #expect(hours.week == .on("2026-03-08"))
    #expect(hours.days.map(\.possible) == [60, 180, 0, 180, 0, 180, 60])
    #expect(hours.unmarked == 3)
  }

  /// One group from 01:00 to 04:00 in New York.
  private func night(on weekday: Weekday) throws -> ProgramBuilder {
    var program = ProgramBuilder(zone: try SystemZone.zone("America/New_York"))
    program.client("C01")
    program.group("G01", "01:00", "04:00", on: [weekday])
    program.enroll("C01", in: "G01")
    return program
  }
}
