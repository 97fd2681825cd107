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

  @Test func `about what was done stays while one looks around`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> n <Esc> g w <Esc>")
    #expect(program.state.status.text.contains("No-show  (u undo)"))
  }
}
