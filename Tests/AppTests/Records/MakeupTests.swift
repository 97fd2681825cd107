import Domain
import Support
import Testing

@testable import App

@Suite struct `Making up for hours` {
  /// C01 is in one group on Monday; another one meets on Thursday, a third at a time that is taken.
  private static func program(
    _ change: (inout ProgramBuilder) -> Void = { _ in }
  ) -> TestProgram {
    var builder = ProgramBuilder()
    builder.client("C01")
    builder.group("G01", "09:00", "10:30", on: [.monday])
    builder.group("G02", "09:00", "10:30", on: [.thursday])
    builder.group("G03", "14:00", "15:00", on: [.friday])
    builder.enroll("C01", in: "G01")
    change(&builder)
    let now = builder.snapshot.program.zone.instant(.on("2026-03-11"), .at("08:55"))
    return TestProgram(builder.snapshot, now: now, counselor: "TB")
  }

  private func menu(_ program: TestProgram) throws -> [String] {
    guard case .menu(let menu) = try #require(program.state.prompt) else { return [] }
    return menu.items.map(\.label)
  }

  @Test func `offers the groups still to come, the longest first, and books one`() throws {
    var program = Self.program()
    try program.press("g w b")
    let lines = try menu(program)
    #expect(lines.count == 3)
    #expect(lines[0] == "Thu 12 Mar 09:00 G02 Group G02, +1.5, 0/12")
    #expect(lines[1].contains("G03"))
    try program.press("<Enter>")
    #expect(program.state.prompt == nil)
    let thursday = try #require(program.state.data.sessions(on: .on("2026-03-12")).first)
    #expect(thursday.rows.map(\.clientID) == [.of("C01")])
    #expect(thursday.rows.first?.isMakeup == true)
    #expect(program.state.status.text.contains("in G02 on Thu 12 Mar  (u undo)"))
    #expect(program.state.data.sessions(on: .on("2026-03-19")).first?.rows.isEmpty ?? true)
    try program.press("u")
    #expect(program.state.data.sessions(on: .on("2026-03-12")).first?.rows.isEmpty == true)
  }

  @Test func `offers none that is full, for others, or at a time that is taken`() throws {
    var program = Self.program { builder in
      builder.snapshot.groups[1].capacity = 1
      builder.client("C02")
      builder.enroll("C02", in: "G02")
      builder.book("C01", on: "2026-03-13", (start: "14:30", end: "15:20"), .booked)
    }
    try program.press("g w b")
    #expect(try menu(program) == ["an individual appointment"])
  }
}
