import Support
import Testing

@testable import App

@Suite struct `A text in a prompt` {
  private func line(of program: TestProgram) -> String? {
    guard case .line(let line) = program.state.prompt else { return nil }
    return line.line.text
  }

  @Test func `copies into another, and takes back what was typed`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> / <Type:finch> <S-Home> <C-c> <End> <C-v>")
    #expect(line(of: program) == "finchfinch")
    #expect(program.state.attendance.filter == "finchfinch")
    try program.press("<C-z>")
    #expect(line(of: program) == "finch")
    #expect(program.state.attendance.filter == "finch")
    try program.press("<Esc> : <C-v>")
    guard case .palette(let picker) = program.state.prompt else {
      Issue.record("the palette isn't open")
      return
    }
    #expect(picker.query.text == "finch")
  }

  @Test func `keeps a paste in one line`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> /")
    program.paste("fi\u{1B}nch\r\ni")
    #expect(line(of: program) == "finch i")
  }

  @Test func `says what a key would need, and how to leave where nothing is typed`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> / <C-c>")
    #expect(program.state.status.text.hasPrefix("Nothing is selected."))
    try program.press("<C-f>")
    #expect(program.state.status.text.hasPrefix("Ctrl-F does nothing here."))
    try program.press("<Esc> g <C-c>")
    #expect(program.state.status.text.contains("Ctrl-Q"))
  }
}
