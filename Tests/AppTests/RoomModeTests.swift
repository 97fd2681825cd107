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

  @Test func `says of what is clinical only whom it was about`() throws {
    var program = try TestProgram.demo()
    let gregor = try #require(program.client("C22"))
    try program.press("g q")
    program.state.toDo.focus = .tasks
    program.state.toDo.task =
      program.state.dueTasks.first {
        $0.clientID == gregor && $0.kind.isOutreach
      }?.id
    try program.press("<Enter> n")
    #expect(program.state.status.text.contains("called: no answer"))
    try program.press("<C-r> u")
    let name = program.state.name(of: gregor)
    #expect(program.state.status.text.hasSuffix("Undone: something about \(name)  (U redo)"))
    try program.press("<C-r> U")
    #expect(
      program.state.status.text.hasSuffix("Done again: something about a client  (u undo)")
    )
    #expect(program.state.messages.last?.text.contains("called") == false)
  }

  @Test func `says nothing of a quick line, nor why somebody is excused`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> 1 , <Type:4 7 worried> <Enter>")
    #expect(program.state.status.text.contains("quick line kept"))
    try program.press("<C-r> u")
    #expect(program.state.status.text.hasSuffix("Undone: something about Aster F.  (U redo)"))
    try program.press("U 6 x")
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("no menu of reasons")
      return
    }
    #expect(!menu.items.isEmpty)
    try program.press("<Down> <Enter>")
    let row = try #require(program.row("C06"))
    if let reason = row.absenceReason?.value?.word {
      #expect(!program.state.status.text.contains(reason))
    }
  }

  @Test func `keeps what others did for the list of messages, which isn't for the room`() throws {
    var program = try TestProgram.demo()
    let client = try #require(program.client("C22"))
    let other = try #require(program.state.data.staff.values.first { $0.code == "MQ" })
    try program.press("<C-r>")
    var data = program.state.data
    let stamp = Stamp(staff: other.id, now: program.now, changeID: ChangeID("ch_other000001"))
    var stay = try #require(data.episodes.values.first { $0.clientID == client })
    stay.track = .unknown("late track")
    let record = try #require(data.clients[client])
    try data.apply(data.change(.client(record.bare, stay.bare), stamp: stamp))
    program.send(.loaded(data))
    #expect(!program.state.status.text.contains("track"))
    #expect(program.state.messages.last?.text.contains("late track") == true)
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
