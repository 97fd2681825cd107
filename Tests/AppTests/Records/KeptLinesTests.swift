import App
import Domain
import Support
import TerminalCore
import Testing

@Suite struct `What is typed in a line` {
  /// The same program as it starts after a crash.
  private func restarted(_ program: TestProgram) throws -> TestProgram {
    var again = try TestProgram.demo()
    again.forms = program.forms
    again.send(.formsFound(again.forms))
    return again
  }

  private func line(_ program: TestProgram) -> String? {
    guard case .line(let line)? = program.state.prompt else { return nil }
    return line.line.text
  }

  @Test func `is a quick line that a crash doesn't lose`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> 2 , <C-u> <Type:3 6 2 shaky but stayed>")
    #expect(program.state.hasUnwrittenForms)
    program.send(.draftDue)
    #expect(program.forms.map(\.words) == ["a quick line"])
    #expect(!program.state.hasUnwrittenForms)
    var again = try restarted(program)
    #expect(
      again.state.status.text
        == "Not done yet: a quick line. Open it again: it has what you typed."
    )
    try again.press("<Enter> 3 ,")
    #expect(line(again) == "", "another's row")
    try again.press("<Esc> 2 ,")
    #expect(line(again) == "3 6 2 shaky but stayed")
    try again.press("<Enter>")
    again.send(.draftDue)
    #expect(again.forms.isEmpty)
    let lines = again.state.data.sessions.values.flatMap(\.rows).compactMap(\.quickLine)
    #expect(lines.contains { $0.contains("shaky but stayed") })
  }

  @Test func `is no remark where Esc leaves what can't be read, and comes back`() throws {
    var program = try TestProgram.demo()
    let before = program.state.data
    try program.press("<Enter> 2 , <C-u> <Type:11 4> <Enter>")
    #expect(program.state.prompt != nil)
    try program.press("<Esc>")
    #expect(program.state.data == before)
    #expect(program.state.status.text.hasPrefix("Not kept as a remark."))
    program.send(.draftDue)
    #expect(program.forms.map(\.words) == ["a quick line"])
    try program.press(",")
    #expect(line(program) == "11 4")
  }

  @Test func `is a reason that Esc keeps until the same is asked again`() throws {
    var program = try TestProgram.demo()
    try program.press("<Tab> j x 2 <Type:training day> <Esc>")
    #expect(
      program.state.status.text == "Not done. What you typed is kept until it is asked again."
    )
    program.send(.draftDue)
    #expect(program.forms.map(\.words) == ["a reason"])
    var again = try restarted(program)
    try again.press("<Tab> k x 2")
    #expect(line(again) == "", "another appointment")
    try again.press("<Esc> j j x 2")
    #expect(line(again) == "training day")
    try again.press("<Enter>")
    again.send(.draftDue)
    #expect(again.forms.isEmpty)
    #expect(again.state.undo.undoable.last?.reason == "training day")
  }

  @Test func `goes where it is emptied`() throws {
    var program = try TestProgram.demo()
    try program.press("<Tab> j x 2 <Type:training day> <Esc> x 2 <C-u> <Esc>")
    program.send(.draftDue)
    #expect(program.forms.isEmpty)
    try program.press("x 2")
    #expect(line(program) == "")
  }
}

@Suite struct `A reason asked for later` {
  @Test func `is back in its form after a crash`() throws {
    var program = try `An empty program`.withGroup()
    try program.press("a <Type:Skills> <Enter> <Enter> <Type:wed> <Enter> <Type:10> <Enter>")
    try program.press("<Type:11> <C-s> <Type:an intern covers>")
    #expect(program.form?.field.id == .reason)
    program.send(.draftDue)
    var again = try `An empty program`.withGroup()
    again.forms = program.forms
    again.send(.formsFound(again.forms))
    try again.press("a")
    #expect(again.form?.field.id == .reason)
    #expect(again.form?.field.line.text == "an intern covers")
    try again.press("<C-s>")
    #expect(again.form == nil)
    #expect(again.state.undo.undoable.last?.reason == "an intern covers")
  }
}
