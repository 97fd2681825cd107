import Domain
import Support
import Testing

@testable import App

@Suite struct `The list of clients` {
  private let new = "<Type:Ann> <Enter> <Type:Bee> <Enter> <Type:3/14/1988> <C-s>"

  @Test func `shows and selects who was just added, whatever it was narrowed to`() throws {
    for narrowing in ["/ <Type:finch> <Enter>", "f l"] {
      var program = try TestProgram.demo()
      try program.press("g c \(narrowing) a \(new)")
      let rows = program.state.clientRows
      #expect(program.form == nil)
      #expect(rows[program.state.selectedClientRow].code == "C25", "\(narrowing)")
      #expect(program.state.clients.filter == nil)
      #expect(program.state.clients.stage == nil)
    }
  }

  @Test func `keeps its place when the selected one leaves it`() throws {
    var program = try TestProgram.demo()
    try program.press("g c")
    let before = program.state.clientRows.map(\.code)
    let place = try #require(before.firstIndex(of: "C09"))
    program.state.clients.cursor = program.client("C09")
    try program.press(". x <C-u> <Type:3/10> <Tab> t <C-s> d")
    #expect(program.state.prompt == nil, "\(program.form?.fields.compactMap(\.problem) ?? [])")
    #expect(!program.state.clientRows.contains { $0.code == "C09" })
    let selected = program.state.clientRows[program.state.selectedClientRow].code
    #expect(selected == before[place + 1])
  }

  @Test func `has everyone who was discharged under that, alumni too`() throws {
    var program = try TestProgram.demo()
    try program.press("g c * / <Type:C09> <Enter> . x <C-u> <Type:3/10> <Tab> t <C-s> d <Esc>")
    try program.press("f d")
    let discharged = program.state.clientRows
    #expect(discharged.map(\.code) == ["C09", "C24"])
    #expect(discharged.first?.state == "alumni")
    try program.press("f m")
    #expect(program.state.clientRows.map(\.code) == ["C09"])
  }

  @Test func `takes no word for a level of care, and no words for a phone`() throws {
    var program = try TestProgram.demo()
    try program.press("g c * / <Type:C09> <Enter> . x <Tab> t <Tab> <Type:banana> <C-s>")
    let field = try #require(program.form?.field)
    #expect(field.id == .levelTo)
    #expect(field.problem?.hasPrefix("\"banana\" is no level of care") == true)
    try program.press("<C-u> <Type:1.0> <C-s> d")
    #expect(program.state.prompt == nil)
    program = try TestProgram.demo()
    try program.press("g c a <Type:Ann> <Enter> <Type:Bee> <Enter> <Type:3/14/1988>")
    try program.press("<Enter> <Enter> <Enter> <Type:call me> <C-s>")
    #expect(program.form?.field.id == .phone)
    #expect(program.form?.field.problem == "\"call me\" has no number in it, such as 555-0103.")
  }

  @Test func `takes no change to the level or the counselor that is there already`() throws {
    var program = try TestProgram.demo()
    let count = program.state.undo.undoable.count
    try program.press("g c * / <Type:C01> <Enter> . v <Tab> <Tab> <Tab> <Type:as before> <C-s>")
    #expect(program.form?.field.id == .level)
    #expect(program.form?.field.problem?.hasPrefix("It is 2.1 already, since ") == true)
    #expect(program.state.undo.undoable.count == count)
    let client = try #require(program.client("C01"))
    let own = program.state.openStay(of: client)?.counselor(on: program.state.today)
    let code = try #require(own.flatMap { program.state.data.staff[$0]?.code })
    try program.press("<Esc> . t <Type:\(code)> <Enter> <C-s>")
    #expect(program.form?.field.id == .counselor)
    #expect(program.form?.field.problem?.hasPrefix("That is the counselor already") == true)
  }
}
