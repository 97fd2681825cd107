import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Help and commands while something is asked` {
  @Test(arguments: ["<F1>", "<F2>", "<C-p>"])
  func `open over it, and give it back with what was typed`(key: String) throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> , <Type:4 6> \(key)")
    #expect(isList(program.state.prompt))
    try program.press("<Esc>")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("the line is gone")
      return
    }
    #expect(line.line.text == "4 6")
    try program.press("<Esc>")
    #expect(program.state.prompt == nil)
    #expect(program.state.selectedRow?.craving == 4)
  }

  @Test(arguments: PromptOpener.all)
  func `open over every prompt`(opener: PromptOpener) throws {
    var program = try TestProgram.demo()
    try program.press(opener.keys)
    let before = program.state.prompt
    #expect(before != nil)
    for (open, close) in [("<F1>", "<F1>"), ("<F2>", "<F2>"), ("<C-p>", "<Esc>")] {
      try program.press(open)
      #expect(isList(program.state.prompt))
      try program.press(close)
      #expect(program.state.prompt == before, "\(open) \(close)")
    }
  }

  @Test func `replace each other and don't pile up`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> x <F1> <F2> <F1> <F2> <Esc>")
    guard case .menu = program.state.prompt else {
      Issue.record("the menu isn't back")
      return
    }
    try program.press("<Esc>")
    #expect(program.state.prompt == nil)
    #expect(program.state.covered.isEmpty)
  }

  @Test func `say first which keys the question has`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> , <F1>")
    let lines = HelpList.lines(of: program.state, query: "")
    #expect(lines.first?.text == "Now")
    #expect(lines.contains { $0.keys == "Enter" && $0.text == "keep" })
    #expect(lines.contains { $0.keys == "Ctrl-W" })
  }

  @Test func `leave the question for a command that goes elsewhere, a quick line kept`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> , <Type:4 6> <F2> <Type:week's> <Enter>")
    #expect(program.state.screen == .week)
    #expect(program.state.prompt == nil)
    #expect(program.state.covered.isEmpty)
    try program.press("<Esc>")
    #expect(program.state.selectedRow?.craving == 4)
  }

  @Test func `come back to the question after a look elsewhere`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> x <F2> <Type:last messages> <Enter>")
    guard case .text = program.state.prompt else {
      Issue.record("no messages")
      return
    }
    try program.press("<Esc>")
    guard case .menu = program.state.prompt else {
      Issue.record("the menu isn't back")
      return
    }
  }

  @Test func `leaving asks over what is typed and gives it back`() throws {
    var program = try TestProgram.demo()
    program.diskWorks = false
    try program.press("<Enter> n . e <Type:half a reason> <C-q>")
    guard case .question = program.state.prompt else {
      Issue.record("leaving didn't ask")
      return
    }
    try program.press("<Enter>")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("the reason is gone")
      return
    }
    #expect(line.line.text == "half a reason")
  }

  private func isList(_ prompt: Prompt?) -> Bool { prompt?.isList == true }
}

/// Keys from the start of the demo to a prompt of each kind.
struct PromptOpener: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let keys: String

  static let all = [
    PromptOpener(testDescription: "menu", keys: "<Enter> x"),
    PromptOpener(testDescription: "line", keys: "g . <Type:fr>"),
    PromptOpener(testDescription: "question", keys: "f"),
    PromptOpener(testDescription: "walk-in", keys: "<Enter> a <Type:ta>"),
    PromptOpener(testDescription: "text", keys: "!"),
    PromptOpener(testDescription: "counselor", keys: ": <Type:sits> <Enter>"),
    PromptOpener(testDescription: "themes", keys: ": <Type:theme> <Enter>"),
  ]
}

@Suite struct `The first page` {
  @Test func `shows help and commands, and blanks`() throws {
    var program = try firstPage()
    for key in ["<F1>", "?"] {
      try program.press(key)
      guard case .help = program.state.prompt else {
        Issue.record("\(key) didn't help")
        return
      }
      let lines = HelpList.lines(of: program.state, query: "")
      #expect(lines.first?.text == "First page")
      #expect(lines.contains { $0.command == .setUp })
      #expect(!lines.contains { $0.command == .noShow })
      try program.press("<Esc>")
      #expect(program.state.prompt == nil)
    }
    let commands = PaletteList.lines(of: program.state, query: "").map(\.command)
    #expect(commands.contains(.themes))
    #expect(!commands.contains(.goToWeek) && !commands.contains(.changeCounselor))
    try program.press("<C-l>")
    #expect(program.state.isBlanked)
    try program.press("<Enter>")
    #expect(!program.state.isBlanked)
    #expect(program.effects.isEmpty)
    program.send(.resized(Size(columns: 61, rows: 17)))
    #expect(program.state.size == Size(columns: 61, rows: 17))
  }

  @Test func `tries the demo, sets up, or leaves`() throws {
    var program = try firstPage()
    try program.press("x")
    #expect(program.state.status.tone == .question)
    try program.press("s")
    #expect(program.form?.purpose == .newProgram)
    try program.press("<Type:Harbor> <F1> <Esc>")
    #expect(program.form?.field.line.text == "Harbor")
    try program.press("<Esc> <Enter>")
    #expect(program.effects == [.readZones, .openDemo])
    try program.press("q")
    #expect(program.effects.last == .quit)
  }

  @Test func `asks again only for what is wrong with a new program`() throws {
    var program = try firstPage()
    program.state.systemZone = "America/Chicago"
    try program.press("s <Type:Harbor> <Enter> <C-u> <Type:Amerika/NY> <Enter>")
    try program.press("<Type:Ann-Bee> <Enter> <Type:herons> <Enter> <Type:heron> <Enter>")
    #expect(program.form?.field.id == .passphraseAgain)
    #expect(program.effects == [.readZones])
    try program.press("<Type:herons> <Enter>")
    let typed = NewProgram(
      name: "Harbor",
      zone: "Amerika/NY",
      counselor: "Ann-Bee",
      passphrase: "herons"
    )
    #expect(program.effects == [.readZones, .create(typed)])
    program.send(.foundingRefused(.zone, why: "No such zone."))
    let form = try #require(program.form)
    #expect(form.field.id == .timeZone)
    #expect(form.field.problem == "No such zone.")
    #expect(form.field.line.text == "Amerika/NY")
    try program.press("<C-u> <Type:America/New_York> <C-s>")
    var mended = typed
    mended.zone = "America/New_York"
    #expect(program.effects.last == .create(mended))
  }

  @Test func `finds a time zone by its city, and refuses what is none beside the field`() throws {
    var program = try firstPage()
    try program.press("s")
    #expect(program.effects == [.readZones])
    program.send(
      .zonesFound(
        ZoneNames(
          zones: ["America/Chicago", "America/New_York", "America/Toronto", "Europe/Berlin"],
          links: [("US/Eastern", "America/New_York"), ("Canada/Eastern", "America/Toronto")],
          unitedStates: ["America/Chicago", "America/New_York"]
        )
      )
    )
    try program.press("<Type:Harbor> <Enter> <C-u> <Type:mars> <Tab>")
    #expect(program.form?.fields[1].problem?.hasPrefix("No time zone has that") == true)
    try program.press("<Up> <C-u> <Type:eastern> <Enter>")
    #expect(program.form?.field.id == .timeZone)
    let which = "Which one: America/New_York, America/Toronto? Type more of its name."
    #expect(program.form?.field.problem == which)
    try program.press("<C-u> <Type:new> <Space> <Type:york> <Enter>")
    #expect(program.form?.field.id == .founder)
    #expect(program.form?.fields[1].understood(today: program.state.today) == "America/New_York")
    try program.press("<Type:Ann-Bee> <Enter> <Type:herons> <Enter> <Type:herons> <C-s>")
    guard case .create(let plan) = program.effects.last else {
      Issue.record("nothing is made: \(String(describing: program.form?.field.problem))")
      return
    }
    #expect(plan.zone == "America/New_York")
  }

  @Test func `keeps what was typed for a new program until it is opened again`() throws {
    var program = try firstPage()
    try program.press("s <Type:Harbor> <Enter> <Type:America/Chi> <Esc>")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text.contains("is kept"))
    try program.press("s")
    #expect(program.form?.fields.map(\.line.text) == ["Harbor", "America/Chi", "", "", ""])
    #expect(program.form?.field.id == .timeZone)
    try program.press("<C-n>")
    #expect(program.form?.fields.map(\.line.text) == ["", "", "", "", ""])
  }

  private func firstPage() throws -> TestProgram {
    var program = try TestProgram.demo()
    program.state.screen = .firstRun
    program.state.folder = .missing(path: "/somewhere")
    return program
  }
}

@Suite struct `A text to read` {
  @Test func `ends with as much of it as fits`() throws {
    var program = try TestProgram.demo()
    let lines = (1...40).map { "line \($0)" }
    program.state.prompt = .text(TextPrompt(title: "Long", lines: lines))
    try program.press("<End>")
    // 24 rows: a box of 21, 19 of them inside, the last says how much is above.
    #expect(scroll(program) == 22)
    try program.press("<Up>")
    #expect(scroll(program) == 21)
    try program.press("<PgDn> <PgDn>")
    #expect(scroll(program) == 22)
    try program.press("<Home>")
    #expect(scroll(program) == 0)
  }

  @Test func `that fits isn't scrolled`() throws {
    var program = try TestProgram.demo()
    program.state.prompt = .text(TextPrompt(title: "Short", lines: ["one", "two"]))
    try program.press("<End> <Down> <PgDn>")
    #expect(scroll(program) == 0)
  }

  private func scroll(_ program: TestProgram) -> Int? {
    guard case .text(let text) = program.state.prompt else { return nil }
    return text.scroll
  }
}
