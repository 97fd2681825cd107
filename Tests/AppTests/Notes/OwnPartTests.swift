import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Writing a client's own part` {
  @Test func `one key opens it, typing is text at once, Esc is back on the row`() throws {
    var program = try TestProgram.withNotes()
    let mrn = try #require(program.attended.dropFirst().first)
    try program.press("<Enter>")
    try program.select(mrn)
    try program.press("E")
    #expect(program.noteClient == mrn)
    let marks = program.statuses
    program.type("n p x q ?")
    #expect(program.text(SampleTemplates.response) == "n p x q ?")
    #expect(program.statuses == marks)
    try program.press("<Esc>")
    #expect(program.state.screen == .day)
    #expect(program.code(program.state.selectedRow?.clientID) == mrn)
    #expect(program.state.status.text.hasPrefix("Draft kept"))
    #expect(
      program.notes.drafts[try program.ownDocument(mrn)]?.content.text(SampleTemplates.response)
        == "n p x q ?"
    )
    #expect(program.notes.left == [try program.ownDocument(mrn)])
  }

  @Test func `the next key after Esc marks again`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    try program.select(try #require(program.attended.first))
    try program.press("E <Type:quiet> <Esc>")
    try program.select("C06")
    try program.press("n")
    #expect(program.row("C06")?.status == .noShow)
  }

  @Test(arguments: ["<Esc>", "<Tab>", "<F4>", "<C-Down>", "<C-s>"])
  func `what was typed is on disk at each way out`(key: String) throws {
    var program = try TestProgram.withNotes()
    let mrn = try #require(program.attended.first)
    let document = try program.ownDocument(mrn)
    try program.press("<Enter>")
    try program.select(mrn)
    try program.press("E <Type:arrived calm>")
    #expect(program.notes.drafts[document]?.content.isBlank == true)
    try program.press(key)
    #expect(
      program.notes.drafts[document]?.content.text(SampleTemplates.response) == "arrived calm"
    )
  }

  @Test func `the clock brings it to disk too, and so does the end`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    try program.select(try #require(program.attended.first))
    try program.press("E <Type:one>")
    program.send(.draftDue)
    #expect(program.kept(SampleTemplates.response) == "one")
    #expect(program.state.note?.savedAt == program.now)
    program.type(" two")
    program.send(.terminate)
    #expect(program.kept(SampleTemplates.response) == "one two")
    #expect(program.effects.last == .quit)
  }

  @Test func `digits and Space choose and stay, so that another can be chosen`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    try program.select(try #require(program.attended.first))
    try program.press("E <Type:3 of 4> <Tab> 2 3")
    #expect(program.text(SampleTemplates.response) == "3 of 4")
    #expect(program.part == SampleTemplates.participation)
    let choices = { (program: TestProgram) in program.state.note?.current.content.choices ?? [:] }
    #expect(choices(program)[SampleTemplates.participation] == ["attentive"])
    #expect(choices(program)[SampleTemplates.risk] == nil)
    try program.press("<Enter> <Space>")
    #expect(choices(program)[SampleTemplates.risk] == ["none"])
    #expect(program.part == SampleTemplates.risk)
    try program.press("<Tab> <Tab> 1 2")
    #expect(program.part == SampleTemplates.affect)
    #expect(choices(program)[SampleTemplates.affect]?.count == 2)
    try program.press("<S-Tab> <S-Tab> <S-Tab> 9")
    #expect(choices(program)[SampleTemplates.participation] == ["attentive"])
    #expect(program.state.status.text == "Choose 1 to 5; Tab goes on.")
  }

  @Test func `an objective is linked, and left and right say how far it has come`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    try program.select(try #require(program.attended.first))
    try program.press("E <Tab> 3 <Tab> 1 <Tab>")
    #expect(program.part == SampleTemplates.objectives)
    try #require(program.state.note?.current.content.objectives.map(\.isCopied) == [true])
    // A key on what was carried forward takes it as meant, the next takes it back.
    try program.press("1")
    #expect(program.state.note?.current.content.objectives.map(\.isCopied) == [false])
    try program.press("1 <Right>")
    #expect(program.state.status.text.hasPrefix("Choose the objective first"))
    try program.press("1")
    let before = try #require(program.state.note?.current.content.objectives.first)
    try program.press("<Right>")
    let after = try #require(program.state.note?.current.content.objectives.first)
    #expect(after.objectiveID == before.objectiveID)
    let all = ObjectiveProgress.allCases
    #expect(
      all.firstIndex(of: after.progress) == all.firstIndex(of: before.progress).map { $0 + 1 }
    )
    try program.press("<Left>")
    #expect(program.state.note?.current.content.objectives.first?.progress == before.progress)
    let document = try #require(program.state.note?.document)
    try program.press("<Esc>")
    #expect(program.notes.drafts[document]?.content.objectives == [before])
  }

  @Test func `a quick line is its first line`() throws {
    var program = try TestProgram.withNotes()
    let mrn = try #require(program.attended.first)
    try program.press("<Enter>")
    try program.select(mrn)
    try program.press(", <C-a> <Type:4 6 3 spoke about work> <Esc>")
    try #require(program.row(mrn)?.quickLine == "spoke about work")
    try program.select(mrn)
    try program.press("E")
    #expect(program.text(SampleTemplates.response) == "spoke about work\n")
  }

  @Test func `absent clients are refused in words`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    try program.select("C06")
    try program.press("E")
    #expect(program.state.screen == .day)
    #expect(program.state.status.text.contains("is not marked yet: only who attended gets a note"))
    #expect(program.state.note == nil)
  }

  @Test func `a no-show has its note written once the group is over`() throws {
    var program = try TestProgram.demo(at: "2026-03-18T09:05", as: "MQ")
    try program.press("<Enter> n A 1 E")
    #expect(program.state.note == nil)
    #expect(program.state.status.text == "No note is asked for here.")
    program.now = program.state.data.program.zone.instant(.on("2026-03-18"), .at("10:31"))
    try program.press("f 1 E")
    #expect(program.noteClient == "C01")
    #expect(program.state.note?.access == .writing)
    #expect(program.state.note?.draft.kind == .noShow)
    #expect(program.text(SampleTemplates.what).hasPrefix("Client did not attend "))
  }

  @Test func `a day's no-show note belongs to whoever led the first group missed`() throws {
    var program = try TestProgram.finishedGroup()
    try program.select("C06")
    try program.press("E")
    #expect(program.noteClient == "C06")
    #expect(program.state.status.text == "Somebody else writes it.")
    program.type("xyz")
    #expect(!program.text(SampleTemplates.what).contains("xyz"))
  }
}

@Suite struct `From text to text` {
  @Test func `Tab leads from the shared text's last part to the first client, and back`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<Enter> e")
    #expect(program.noteClient == "")
    #expect(program.part == SampleTemplates.topic)
    try program.press("<Tab> <Tab> <Type:sleep> <Tab>")
    #expect(program.part == SampleTemplates.plan)
    let session = try #require(program.state.openSession?.id)
    try program.press("<Tab>")
    #expect(program.noteClient == program.attended.first)
    #expect(program.part == SampleTemplates.response)
    #expect(program.state.note?.shared?.content.text(SampleTemplates.summary) == "sleep")
    try program.press("<S-Tab>")
    #expect(program.state.note?.document == .shared(session))
    #expect(program.text(SampleTemplates.summary) == "sleep")
  }

  @Test func `Control with down and up goes from client to client, only those who came`() throws {
    var program = try TestProgram.withNotes()
    let all = program.attended
    try #require(!all.contains("C06") && all.count > 3)
    try program.press("<Enter>")
    try program.select(all[0])
    try program.press("E")
    var seen = [program.noteClient]
    for _ in 1..<all.count {
      program.type("here")
      try program.press("<C-Down>")
      seen.append(program.noteClient)
    }
    #expect(seen == all)
    #expect(program.state.noteProgress.written == all.count - 1)
    try program.press("<C-Down>")
    #expect(program.noteClient == all.last)
    #expect(program.state.status.text.hasPrefix("That was the last client"))
    try program.press("<C-Up>")
    #expect(program.noteClient == all[all.count - 2])
    #expect(program.text(SampleTemplates.response) == "here")
    try program.press("<Esc>")
    #expect(program.code(program.state.selectedRow?.clientID) == all[all.count - 2])
  }
}
