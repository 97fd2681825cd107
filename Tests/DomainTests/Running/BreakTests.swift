import Domain
import Support
import Testing

@Suite struct `The break key` {
  @Test func `begins and ends a break that isn't credited`() throws {
    var program = RunningProgram()
    try program.ask(.allTheRest(.present), at: "09:00")
    try program.ask(.switchBreak, at: "09:40")
    #expect(program.session().state.breaks.map(\.end) == [nil])
    #expect(program.minutes("C01", at: "09:45") == 40)
    try program.ask(.switchBreak, at: "09:50")
    try program.ask(.finish, at: "10:30")
    #expect(program.minutes("C01", at: "10:30") == 80)
  }

  @Test func `a running break ends with the group`() throws {
    var program = RunningProgram()
    try program.ask(.allTheRest(.present), at: "09:00")
    try program.ask(.switchBreak, at: "10:20")
    try program.ask(.finish, at: "10:40")
    #expect(program.session().state.breaks.map(\.end) == [program.at("10:30")])
    #expect(program.minutes("C01", at: "10:40") == 80)
  }

  @Test func `takes over a planned break in its first half`() throws {
    var program = planned()
    try program.ask(.switchBreak, at: "10:04")
    #expect(breaks(program) == ["10:04-"])
    try program.ask(.switchBreak, at: "10:14")
    #expect(breaks(program) == ["10:04-10:14"])
    try program.ask(.finish, at: "10:30")
    #expect(program.minutes("C01", at: "10:30") == 80)
  }

  @Test func `ends a planned break from its middle on`() throws {
    var program = planned()
    try program.ask(.switchBreak, at: "10:05")
    #expect(breaks(program) == ["10:00-10:05"])
    try program.ask(.finish, at: "10:30")
    #expect(program.minutes("C01", at: "10:30") == 85)
  }

  @Test func `ends a planned break together with one begun before it`() throws {
    var program = planned()
    try program.ask(.switchBreak, at: "09:55")
    try program.ask(.switchBreak, at: "10:02")
    #expect(breaks(program) == ["10:00-10:02", "09:55-10:02"])
    try program.ask(.finish, at: "10:30")
    #expect(program.minutes("C01", at: "10:30") == 83)
  }

  @Test func `an overlap of breaks is deducted once`() throws {
    var program = planned()
    try program.ask(.switchBreak, at: "09:55")
    try program.ask(.switchBreak, at: "10:15")
    try program.ask(.finish, at: "10:30")
    #expect(breaks(program) == ["10:00-10:10", "09:55-10:15"])
    #expect(program.minutes("C01", at: "10:30") == 70)
  }

  @Test func `works only while the group runs`() throws {
    var program = RunningProgram()
    #expect(throws: RuleViolation.self) { try program.ask(.switchBreak, at: "09:10") }
    try program.ask(.allTheRest(.present), at: "09:10")
    let tuesday = Asker(at: program.at("09:10", on: "2026-03-10"))
    #expect(throws: RuleViolation.self) { try program.ask(.switchBreak, tuesday) }
  }

  /// Everyone is there from 09:00; a break is planned for 10:00–10:10.
  private func planned() -> RunningProgram {
    var program = RunningProgram {
      $0.snapshot.groups[0].breaks = [
        SeriesBreak(afterMinutes: 60, minutes: 10, isCreditable: false)
      ]
    }
    do { try program.ask(.allTheRest(.present), at: "09:00") } catch { Issue.record(error) }
    return program
  }

  private func breaks(_ program: RunningProgram) -> [String] {
    program.session().state.breaks.map {
      program.clock($0.start) + "-" + ($0.end.map(program.clock) ?? "")
    }
  }
}
