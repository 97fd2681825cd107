import Domain
import Support
import Testing

@testable import App

@Suite struct `Values planned for a setting` {
  private static let name = "minWeeklyMinutesAdult"
  private var setting: Setting {
    get throws { try #require(Setting.named(Self.name)) }
  }

  /// The settings' screen of a supervisor at the weekly minimum.
  private func opening() throws -> TestProgram {
    var program = try TestProgram.demo(as: "MQ")
    try program.press("g s")
    program.state.setUp.setting = Self.name
    return program
  }

  private func plan(_ value: String, from day: String, in program: inout TestProgram) throws {
    try program.press("<Enter> <C-u>")
    program.type(value)
    try program.press("<Tab> <C-u>")
    program.type(day)
    try program.press("<C-s>")
    #expect(program.form == nil, "\(program.form?.field.problem ?? "")")
  }

  private func minimum(_ day: String, _ program: TestProgram) -> Int {
    program.state.data.rules(on: .on(day)).minWeeklyMinutesAdult
  }

  @Test func `stay when another is planned for an earlier day`() throws {
    var program = try opening()
    try plan("500", from: "2026-05-01", in: &program)
    try plan("520", from: "2026-04-01", in: &program)
    let stays = "From Fri 1 May 2026 on it stays 500."
    let done = "\(Self.name): 540 -> 520 from 2026-04-01 to 2026-04-30. \(stays)"
    #expect(program.state.status.text == "\(done)  (u undo, in this window)")
    #expect(program.state.messages.suffix(2).first?.text == stays)
    try plan("600", from: "2026-03-11", in: &program)
    let days = ["2026-03-10", "2026-03-11", "2026-03-31", "2026-04-01", "2026-04-30", "2026-05-01"]
    #expect(days.map { minimum($0, program) } == [540, 600, 600, 520, 520, 500])
    #expect(minimum("2030-01-01", program) == 500)
    let standing = try program.state.standing(of: setting)
    #expect(standing.words == "600")
    #expect(standing.planned.map(\.words) == ["520", "500"])
    // Another setting has no part in it.
    let other = try #require(Setting.named("maxWeeklyMinutes"))
    #expect(program.state.standing(of: other).planned == [])
  }

  @Test func `are told by the form, and by whoever changes the past`() throws {
    var program = try opening()
    try plan("500", from: "2026-05-01", in: &program)
    try program.press("<Enter>")
    let help = try #require(program.form?.field.help)
    #expect(help.hasPrefix("Planned, and stays: 500 from Fri 1 May 2026. 0-1200;"))
    try program.press("<C-u> 4 8 0 <Tab>")
    #expect(program.form?.field.help.contains("until the next planned value") == true)
    try program.press("<C-u> <Type:2026-03-02> <C-s>")
    let why = program.form?.field.problem
    #expect(why?.hasSuffix("Say why. From Fri 1 May 2026 on it stays 500.") == true)
  }

  @Test func `are taken back one by one`() throws {
    var program = try opening()
    try plan("500", from: "2026-05-01", in: &program)
    try plan("520", from: "2026-04-01", in: &program)
    try program.press(".")
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("no menu")
      return
    }
    #expect(
      menu.items.map(\.label) == [
        "take back 520 from Wed 1 Apr 2026", "take back 500 from Fri 1 May 2026",
      ]
    )
    try program.press("1")
    let done = "\(Self.name): 520 from 2026-04-01 taken back.  (u undo, in this window)"
    #expect(program.state.status.text == done)
    #expect(["2026-04-01", "2026-05-01"].map { minimum($0, program) } == [540, 500])
    try program.press(". 1")
    #expect(minimum("2026-05-01", program) == 540)
    try program.press(".")
    #expect(program.state.status.text.hasPrefix("Nothing is planned for it."))
    #expect(program.state.prompt == nil)
  }

  @Test func `are taken back by undo as a whole, in the order of all changes`() throws {
    var program = try opening()
    try plan("500", from: "2026-05-01", in: &program)
    try plan("520", from: "2026-04-01", in: &program)
    let rooms = program.state.data.rooms.count
    try program.press("g r <Tab> <Tab> a <Type:R9> <C-s> u")
    #expect(program.state.data.rooms.count == rooms)
    #expect(minimum("2026-04-01", program) == 520)
    try program.press("U")
    #expect(program.state.data.rooms.count == rooms + 1)
    try program.press("u u")
    #expect(["2026-04-01", "2026-05-01"].map { minimum($0, program) } == [540, 500])
    try program.press("u")
    #expect(minimum("2026-05-01", program) == 540)
    #expect(program.state.status.text.hasSuffix("undone.  (U redo, in this window)"))
    try program.press("U U U")
    #expect(["2026-04-01", "2026-05-01"].map { minimum($0, program) } == [520, 500])
    #expect(program.state.data.rooms.count == rooms + 1)
  }

  @Test(arguments: ["g d", "g w", "g c", "g q", "c", "g m", "g r"])
  func `are taken back from any screen`(keys: String) throws {
    var program = try opening()
    try plan("500", from: "2026-05-01", in: &program)
    try program.press("\(keys) u")
    #expect(minimum("2026-05-01", program) == 540)
  }

  @Test func `are put back where taking one back is undone`() throws {
    var program = try opening()
    try plan("500", from: "2026-05-01", in: &program)
    try program.press(". 1 u")
    #expect(minimum("2026-05-01", program) == 500)
    try program.press("U")
    #expect(minimum("2026-05-01", program) == 540)
  }

  @Test func `are not taken back where somebody set it since`() throws {
    var program = try opening()
    try plan("500", from: "2026-05-01", in: &program)
    program.state.data.ruleSets = program.state.data.ruleSets(
      changedFrom: .on("2026-05-01"),
      as: RuleSetID("rs_other"),
      of: \.minWeeklyMinutesAdult
    ) { $0.minWeeklyMinutesAdult = 480 }
    try program.press("u")
    #expect(program.state.status.text == "Not undone: \(Self.name) was changed since.")
    #expect(minimum("2026-05-01", program) == 480)
  }

  @Test func `are for supervisors to take back`() throws {
    var program = try opening()
    try plan("500", from: "2026-05-01", in: &program)
    program.state.staffID = program.state.data.staff.values.first { $0.code == "TB" }?.id
    try program.press(". 1")
    #expect(minimum("2026-05-01", program) == 500)
    try program.press("u")
    #expect(minimum("2026-05-01", program) == 500)
  }
}
