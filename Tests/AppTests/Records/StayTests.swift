import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

/// From a first call to another admission, by the menu of the client.
@Suite struct `The menu of a client` {
  private func program(_ keys: String) throws -> TestProgram {
    var program = try TestProgram.demo()
    try program.press("g c *")
    try program.press(keys)
    return program
  }

  private func stay(_ program: TestProgram, _ mrn: String) throws -> Episode {
    let client = try #require(program.client(mrn))
    return try #require(program.state.data.stays(of: client).last)
  }

  @Test func `leads from a first call through the waitlist to the admission`() throws {
    var program = try program("a <Type:Ann> <Enter> <Type:Bee> <Enter> <Type:3/14/1988>")
    try program.press("<Enter> <Enter> <Enter> <Enter> <Enter> <Enter> <Type: > <C-u> <C-s>")
    let client = try #require(program.client("C25"))
    #expect(program.state.data.stage(of: client, on: Demo.date) == .inquiry)
    try program.press(". w <Enter> G 0 3 <Enter> <C-s>")
    #expect(program.state.data.stage(of: client, on: Demo.date) == .waitlisted)
    try program.press("f w")
    #expect(program.state.clientRows.map(\.code) == ["C25"])
    try program.press("<Esc> . a <C-s>")
    #expect(program.form == nil, "\(program.form?.problem ?? "")")
    #expect(program.state.data.stage(of: client, on: Demo.date) == .active)
    let group = try #require(program.state.data.groups.values.first { $0.code == "G03" })
    #expect(group.enrollments.contains { $0.clientID == client })
    try program.press("u u")
    #expect(program.state.data.stage(of: client, on: Demo.date) == .inquiry)
  }

  @Test(arguments: [("v <Right> <Enter>", "<Enter> <Enter> <Type:by plan>"), ("t M <Enter>", "")])
  func `begins nothing before what there is began`(keys: String, rest: String) throws {
    var program = try program("/ <Type:C06> <Enter>")
    let count = program.state.undo.undoable.count
    try program.press(". \(keys) <C-u> <Type:1/1> \(rest) <C-s>")
    let problems = program.form?.fields.compactMap(\.problem) ?? []
    #expect(problems.contains { $0.hasSuffix("give that day or a later one.") }, "\(problems)")
    #expect(program.state.undo.undoable.count == count)
  }

  @Test func `discharges with all that ends, shown before`() throws {
    var program = try program("/ <Type:C06> <Enter> . x <C-s> t <C-s>")
    guard case .question(let question) = program.state.prompt else {
      Issue.record("nothing was asked: \(program.form?.problem ?? program.state.status.text)")
      return
    }
    #expect(question.lines[0] == "Places end: G01, G02, G03, G04.")
    #expect(question.cursor == 0)
    try program.press("<Esc>")
    #expect(program.form != nil)
    #expect(try stay(program, "C06").dischargedOn == nil)
    try program.press("<C-s> d")
    #expect(program.state.prompt == nil)
    #expect(try stay(program, "C06").dischargedOn == Demo.date)
    #expect(program.state.status.text.contains("discharged Wed 11 Mar 2026, treatment completed"))
    try program.press("u")
    #expect(try stay(program, "C06").dischargedOn == nil)
    let places = program.state.data.groups.values.flatMap(\.enrollments)
    let client = try #require(program.client("C06"))
    #expect(places.filter { $0.clientID == client && $0.to == nil }.count == 4)
  }

  @Test func `says the year of an admission in another year`() throws {
    let keys = "a <Type:Ann> <Enter> <Type:Bee> <Enter> <Type:3/14/1988>"
    var program = try program("\(keys) <C-s>")
    #expect(program.state.status.text.contains("Admitted Wed 11 Mar "))
    program = try self.program("\(keys) <Enter> <Enter> <Enter> <Enter> <Enter> <Enter>")
    try program.press("<C-u> <Type:2025-03-12> <C-s>")
    #expect(program.state.status.text.contains("Admitted Wed 12 Mar 2025 "))
  }

  @Test func `admits again without anything typed`() throws {
    var program = try program("/ <Type:C24> <Enter> . a <C-s>")
    #expect(program.form == nil, "\(program.form?.problem ?? "")")
    let again = try stay(program, "C24")
    #expect(again.admittedOn == Demo.date)
    #expect(again.levels.map(\.level) == ["2.1"])
    #expect(again.levels.map(\.reason) == [.known(.readmission)])
    #expect(again.diagnoses.first?.icd10 == "F11.20")
    #expect(again.track == .known(.evening))
    let client = try #require(program.client("C24"))
    #expect(program.state.data.stays(of: client).count == 2)
    try program.press("<Enter>")
    let card = try #require(ClientCard(program.state))
    #expect(card.history.contains { $0.what.hasPrefix("discharged, transferred") })
  }

  @Test func `takes a leave and ends it, steps down and transfers`() throws {
    var program = try program("/ <Type:C01> <Enter> . l <Down> <Down> <Type:travel> <C-s>")
    let client = try #require(program.client("C01"))
    #expect(program.state.data.stage(of: client, on: Demo.date) == .onLeave)
    #expect(program.state.status.text.contains("leave from Wed 11 Mar 2026, travel"))
    try program.press(". r <C-s>")
    #expect(program.state.data.stage(of: client, on: Demo.date) == .active)
    #expect(try stay(program, "C01").leaves.isEmpty)
    try program.press(". v 1 <Down> <Down> <Down> <Type:steady for weeks> <C-s>")
    let level = try #require(try stay(program, "C01").levels.last)
    #expect(level.level == "1.0")
    #expect(level.reason == .known(.stepDown))
    #expect(level.note == "steady for weeks")
    try program.press(". t T <Enter> <C-s>")
    let counselor = try stay(program, "C01").counselor(on: Demo.date)
    #expect(program.state.data.staff[try #require(counselor)]?.code == "TB")
    #expect(try stay(program, "C01").counselors.count == 2)
  }
}
