import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `A line that is asked` {
  private func line(_ program: TestProgram) -> LinePrompt? {
    guard case .line(let line) = program.state.prompt else { return nil }
    return line
  }

  @Test func `lets typing replace what was refused, as a form does`() throws {
    var program = try TestProgram.demo()
    try program.press("g . <Type:someday> <Enter>")
    #expect(line(program)?.problem == TypedDate.help)
    try program.press("<Type:3/18>")
    #expect(line(program)?.line.text == "3/18")
    try program.press("<C-u> <Type:whenever> <Enter> <End> <Type:!>")
    #expect(line(program)?.line.text == "whenever!")
  }

  @Test func `keeps the words of a quick line that was refused`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> , <C-u> <Type:11 5 3 slept badly> <Enter>")
    #expect(line(program)?.problem != nil)
    try program.press("<Type:!>")
    #expect(line(program)?.line.text == "11 5 3 slept badly!")
  }
}
