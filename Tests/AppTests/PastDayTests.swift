import App
import Domain
import Support
import Testing

@Suite struct `The day, or a chart, as of a past moment` {
  private func asked(_ text: String, _ program: inout TestProgram) throws {
    try program.press("<F2> <Type:as of> <Enter>")
    program.type(text)
    try program.press("<Enter>")
  }

  private func shown(_ program: TestProgram) throws -> TextPrompt {
    guard case .text(let text)? = program.state.prompt else {
      Issue.record("no text is shown: \(program.state.status.text)")
      throw RuleViolation.nothingToDo("")
    }
    return text
  }

  private func line(of name: String, in text: TextPrompt) -> String {
    text.lines.filter { $0.contains(name) }.joined(separator: "; ")
  }

  @Test func `shows what stood there, and what stands now isn't touched`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter>")
    let client = try #require(program.client("C06"))
    let name = program.state.name(of: client)
    program.now = program.now.adding(seconds: 300)
    try program.press("n")
    let data = program.state.data
    try asked("10:52", &program)
    let past = try shown(program)
    #expect(past.title.hasPrefix("PAST: Wed 11 Mar as of Wed 11 Mar 10:52"))
    #expect(line(of: name, in: past).contains("not marked"))
    try program.press("n x = . u A <C-z> <Down> <Esc>")
    #expect(program.state.prompt == nil)
    var present = program.state.data
    present.pastRules = nil
    #expect(present == data)
    #expect(program.row("C06")?.status == .noShow)
    try asked("10:57", &program)
    #expect(line(of: name, in: try shown(program)).contains("No-show"))
  }

  @Test func `is that of the chart that is open, with what was known and marked then`() throws {
    var program = try TestProgram.demo()
    let client = try #require(program.client("C06"))
    try program.press("<Enter>")
    program.now = program.now.adding(seconds: 300)
    try program.press("n g c * / <Type:C06> <Enter> <Enter>")
    #expect(program.state.screen == .card)
    let now = try #require(ClientCard(program.state)).history.first
    #expect(now?.mark.hasPrefix("No-show") == true)
    try asked("10:52", &program)
    let past = try shown(program)
    #expect(past.title.hasPrefix("PAST: C06  \(program.state.name(of: client)) as of Wed 11 Mar"))
    #expect(line(of: "Counselor", in: past).contains("T. Brightwater"))
    let today = past.lines.filter {
      $0.hasPrefix("Wed 11 Mar") && $0.contains("Recovery Education")
    }
    #expect(today.count == 1 && today.allSatisfy { !$0.contains("No-show") })
    try asked("yesterday 12:00", &program)
    #expect(try shown(program).lines.allSatisfy { !$0.hasPrefix("Wed 11 Mar") })
  }

  @Test func `asks again for what is no moment, or still to come`() throws {
    var program = try TestProgram.demo()
    try asked("yesteryear", &program)
    guard case .line(let line)? = program.state.prompt else {
      Issue.record("nothing is asked any more")
      return
    }
    #expect(line.problem?.hasPrefix("Read as") == true)
    try program.press("<C-u> <Type:23:00> <Enter>")
    guard case .line(let again)? = program.state.prompt else {
      Issue.record("nothing is asked any more")
      return
    }
    #expect(again.problem == "That is still to come: nothing is known of it.")
  }

  @Test func `isn't shown before clients`() throws {
    var program = try TestProgram.demo()
    try program.press("<C-r> <F2> <Type:as of> <Enter>")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text.hasPrefix("Room mode"))
  }
}
