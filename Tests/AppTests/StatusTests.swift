import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `What the status line says` {
  @Test func `about a key that did nothing goes with the next key that does something`() throws {
    var program = try TestProgram.demo()
    try program.press("n")
    #expect(program.state.status.text.contains("Tab goes there"))
    try program.press("g w")
    #expect(program.state.status.text.isEmpty)
    #expect(program.state.messages.last?.text.contains("Tab goes there") == true)
  }

  @Test func `about what was done stays on its screen and goes with another`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> n j j")
    #expect(program.state.status.text.contains("No-show  (u undo)"))
    try program.press("g")
    #expect(program.state.status.text.contains("No-show  (u undo)"))
    try program.press("w")
    #expect(program.state.status.text.isEmpty)
  }

  @Test(arguments: ["<Esc>", "g d", "g w", "g m", "j", "<F1>"])
  func `about the first screen goes with the next key`(keys: String) throws {
    var program = try TestProgram.demo()
    try program.press("<Esc>")
    #expect(program.state.status.text == "This is the first screen. Ctrl-Q quits.")
    try program.press("j")
    try program.press(keys)
    #expect(program.state.status.text.contains("first screen") == (keys == "<Esc>"))
  }

  @Test func `about a letter that a menu doesn't have goes with the menu`() throws {
    var program = try TestProgram.demo()
    try program.press("g Z")
    #expect(program.state.status.text.hasPrefix("Choose one of"))
    try program.press("Z")
    #expect(program.state.status.text.hasPrefix("Choose one of"))
    try program.press("<Esc>")
    #expect(program.state.status.text.isEmpty)
  }

  @Test func `about an error stays on other screens`() throws {
    var program = try TestProgram.demo()
    program.send(.auditUnwritten(why: "The disk is full."))
    try program.press("g w j g c")
    #expect(program.state.status.text.contains("The disk is full."))
  }

  @Test func `about a change that leads to another screen stays there`() throws {
    var program = try TestProgram.demo()
    try program.press("g w <Esc> <Enter> n g w u")
    #expect(program.state.status.text.contains("Undone: "))
  }
}
