import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Room mode` {
  @Test func `opens no note, and shows neither full names nor what was said`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> <F8> <C-r>")
    let client = try #require(program.client("C01"))
    #expect(program.state.name(of: client) == "Aster F.")
    for keys in ["1 E", "e", "g q", "!", "<F8>", ","] {
      try program.press(keys)
      #expect(program.state.status.text == program.state.roomSentence, "\(keys)")
      #expect(program.state.prompt == nil && program.state.screen == .day, "\(keys)")
    }
    try program.press("6 n")
    #expect(program.row("C06")?.status == .noShow)
  }

  @Test func `then calls everybody by the number on the roster, and ends`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> <C-r> <C-r>")
    let client = try #require(program.client("C06"))
    #expect(program.state.name(of: client) == "Client 6")
    try program.press("6 n")
    #expect(program.state.status.text.contains("Client 6"))
    #expect(!program.state.status.text.contains("Finch"))
    try program.press("<C-r>")
    #expect(program.state.roomMode == .off)
    #expect(program.state.name(of: client) == "Finch I.")
  }

  @Test func `stays in the calendar, without a name`() throws {
    var program = try TestProgram.demo()
    try program.press("c <C-r> <C-r>")
    #expect(program.state.screen == .calendar && program.state.roomMode == .seats)
    try program.press("<Esc> c")
    #expect(program.state.screen == .calendar)
  }

  @Test func `takes an open note off the screen, and its draft is kept`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> 1 E <Type:spoke of mornings> <C-r>")
    #expect(program.state.screen == .day)
    #expect(program.state.note == nil)
    #expect(
      program.state.data.drafts.values.contains { draft in
        draft.content.texts.values.contains { $0.contains("spoke of mornings") }
      }
    )
  }
}

@Suite struct `The panic key` {
  @Test func `blanks at once wherever one is, and nothing acts until Enter`() throws {
    var program = try TestProgram.demo()
    for keys in ["<Enter>", "6 x", "<F2>", "<Esc> <Esc> 1 E"] {
      try program.press(keys)
      let (screen, prompt) = (program.state.screen, program.state.prompt)
      try program.press("<F12>")
      #expect(program.state.isBlanked && !program.state.tellsWayBack, "\(keys)")
      try program.press("n <Esc> A")
      #expect(program.state.tellsWayBack)
      #expect(program.state.isBlanked)
      #expect(program.row("C06")?.status == .expected)
      try program.press("<Enter>")
      #expect(!program.state.isBlanked)
      #expect(program.state.screen == screen && program.state.prompt == prompt, "\(keys)")
    }
  }

  @Test func `asks for no passphrase, but the lock comes behind it all the same`() throws {
    var program = try TestProgram.demo()
    program.state.isSealed = true
    try program.press("<F12>")
    #expect(program.state.lock == nil)
    program.now = program.now.adding(seconds: 600)
    program.send(.ticked)
    try program.press("<Enter>")
    #expect(program.state.lock?.purpose == .unlock)
  }
}
