import App
import Support
import TerminalCore
import Testing

@Suite struct `A key` {
  @Test(arguments: ["<Enter>", "<Enter> <Esc> <Tab> <Tab>"])
  func `Enter on a row of a roster opens the client's card, and Esc comes back`(
    way: String
  ) throws {
    var program = try TestProgram.demo()
    try program.press(way)
    let day = program.state.day
    let client = program.state.attendance.cursor
    try program.press("<Enter>")
    #expect(program.state.screen == .card)
    #expect(program.state.prompt == nil)
    #expect(program.state.selectedClient == client)
    try program.press("<Esc>")
    #expect(program.state.screen == .day)
    #expect(program.state.day == day)
  }

  @Test func `is told in the hint line once for each key`() throws {
    var program = try TestProgram.demo()
    program.state.size = Size(columns: 200, rows: 50)
    try program.press("<Enter>")
    let hints = HintList.flowing(of: program.state)
    #expect(hints.filter { $0.key == "Enter" } == [HintList.Hint("Enter", "card")])
  }

  @Test func `in a window that shows no screen does nothing, but hides or leaves`() throws {
    var program = try TestProgram.demo()
    program.state.size = Size(columns: 50, rows: 14)
    let before = program.state.data
    try program.press("<Enter> 1 n 2 d f A u <Tab> e <Type:words>")
    #expect(program.state.data == before)
    #expect(program.state.screen == .day)
    #expect(program.state.prompt == nil)
    try program.press("<F12>")
    #expect(program.state.isBlanked)
    program.state.size = Size(columns: 80, rows: 24)
    try program.press("<Enter> <Enter> 1 n")
    #expect(program.state.data != before)
  }

  @Test func `that answers no question says which do`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> f")
    guard case .question(let question) = program.state.prompt else {
      Issue.record("nothing is asked")
      return
    }
    try program.press("z")
    #expect(program.state.prompt == .question(question))
    let words = "Answer by its letter: g Go back, n No-show for these, o One by one; or Esc."
    #expect(program.state.status.text == words)
  }

  @Test func `that does nothing over the explained hours says which do`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> ! x")
    #expect(
      program.state.status.text == "x does nothing here. Up and Down scroll, Esc closes."
    )
  }
}
