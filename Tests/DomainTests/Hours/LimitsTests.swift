import Domain
import Support
import Testing

@Suite struct `The limits of a week` {
  @Test(arguments: [
    (11, nil as WeekLoad?), (12, .warn), (13, .warn), (14, .alert),
  ])
  func `more hours than the level has are told (BR-02)`(extra: Int, load: WeekLoad?) throws {
    var program = ProgramBuilder.dayTrack()
    // 540 in groups, 50 for each appointment: 1140 from the twelfth on, 1200 from the fourteenth.
    for number in 0..<extra {
      let day = ["2026-03-10", "2026-03-12"][number % 2]
      let hour = 8 + number / 2
      let start = (hour < 10 ? "0" : "") + "\(hour):00"
      let end = (hour < 10 ? "0" : "") + "\(hour):50"
      program.book("C01", on: day, (start, end))
    }
    let data = program.data(weeks: "2026-03-09")
    let now = program.at("2026-03-09", "07:00")
    #expect(data.weekLoad(of: .of("C01"), week: .on("2026-03-09"), now: now) == load)
    let words = data.explainHours(of: .of("C01"), week: .on("2026-03-09"), now: now).map(\.text)
    #expect(words.contains { $0.hasSuffix("(BR-02)") } == (load != nil))
  }

  @Test func `no level with a minimum has no such limit`() {
    let program = ProgramBuilder.dayTrack(level: "1.5")
    let data = program.data(weeks: "2026-03-09")
    let now = program.at("2026-03-09", "07:00")
    #expect(data.weekLoad(of: .of("C01"), week: .on("2026-03-09"), now: now) == nil)
    #expect(data.serviceDays(of: .of("C01"), week: .on("2026-03-09"), now: now) == nil)
  }

  @Test func `days with too few minutes are named (BR-04)`() throws {
    var program = ProgramBuilder.dayTrack()
    program.plan("G01", on: "2026-03-11", ["C01": .excused])
    let days = try days(program)
    #expect(days.days == [.on("2026-03-09"), .on("2026-03-11"), .on("2026-03-13")])
    #expect(days.short == [.on("2026-03-11")])
    #expect(!days.areTooFew)
    #expect(days.longestGap == 1)
    #expect(!days.isGapTooLong)
  }

  @Test func `an adolescent's days may be shorter`() throws {
    var program = ProgramBuilder.dayTrack(born: "2010-06-15")
    program.book("C01", on: "2026-03-10", ("13:00", "14:59"))
    program.book("C01", on: "2026-03-12", ("13:00", "15:00"))
    #expect(try days(program).short == [.on("2026-03-10")])
  }

  @Test func `too few days, and too long a gap where the program has a limit`() throws {
    var program = ProgramBuilder.dayTrack()
    program.rules { $0.maxConsecutiveGapDays = 2 }
    for group in ["G01", "G02"] { program.plan(group, on: "2026-03-11", ["C01": .excused]) }
    let days = try days(program)
    #expect(days.areTooFew)
    #expect(days.longestGap == 3)
    #expect(days.isGapTooLong)
  }

  private func days(_ program: ProgramBuilder) throws -> ServiceDays {
    let data = program.data(weeks: "2026-03-09")
    let now = program.at("2026-03-09", "07:00")
    return try #require(data.serviceDays(of: .of("C01"), week: .on("2026-03-09"), now: now))
  }
}
