import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `What a group shares` {
  private let summary = "The group spoke about sleep and strain."

  /// The last group of the day with only the first two clients left to sign, the first one open.
  private func nearlySigned() throws -> TestProgram {
    var program = try TestProgram.finishedGroup()
    program.notes.pin = "2468"
    try program.writeShared()
    for client in program.attended.dropFirst(2) { try sign(client, in: &program) }
    try program.select(try #require(program.attended.first))
    try program.press("E")
    return program
  }

  /// A signed note of the group, as another day's work left it.
  private func sign(_ mrn: String, in program: inout TestProgram) throws {
    let session = try #require(program.state.openSession)
    let client = try #require(program.client(mrn))
    let service = NoteService.session(session.id, session.serviceDate)
    let person = try #require(program.state.staff)
    var note = ProgressNote(
      id: try #require(service.noteID(of: client)),
      kind: .group,
      clientID: client,
      service: service,
      format: NoteTemplates.groupID,
      formatTitle: "Group",
      sections: [NoteSection(key: "response", title: "Response", text: "Listened.")],
      startedAt: program.now,
      signature: Signature(person, at: program.now.adding(minutes: -1))
    )
    note.shared = [NoteSection(key: "summary", title: "Summary", text: summary)]
    let record = NoteRecord(note: note)
    program.notes.records[note.id] = record
    program.state.data.notes[note.id] = NoteEntry(record)
  }

  private func signOpen(_ program: inout TestProgram, _ words: String) throws {
    try program.writeOwn(words)
    try program.press("<F4>")
    try program.sign(pin: "2468")
    try #require(program.state.note?.access == .locked)
  }

  private func allSigned() throws -> TestProgram {
    var program = try nearlySigned()
    try signOpen(&program, "Spoke about mornings.")
    #expect(program.notes.drafts[try shared(program)] != nil)
    try program.press("<Tab>")
    try signOpen(&program, "Spoke about the dog.")
    return program
  }

  private func shared(_ program: TestProgram) throws -> NoteDocument {
    .shared(try #require(program.state.openSession).id)
  }

  @Test func `is no draft any more once everyone's note is signed, and still read`() throws {
    var program = try allSigned()
    let document = try shared(program)
    #expect(program.notes.drafts[document] == nil)
    #expect(program.state.data.drafts[document] == nil)
    try program.press("<Esc> e")
    #expect(program.state.note?.access == .locked)
    #expect(program.text(SampleTemplates.summary) == summary)
    #expect(program.state.status.text.hasPrefix("Everyone's note is signed"))
    program.type("xyz")
    #expect(program.text(SampleTemplates.summary) == summary)
    try program.press("<Tab>")
    #expect(program.noteClient == program.attended.first)
  }

  @Test func `comes back from the signed notes for a client who is marked present later`() throws {
    var program = try allSigned()
    try program.press("<Esc>")
    let mrn = "C06"
    try program.select(mrn)
    try program.press("p")
    if program.asked != nil { try program.press("<Type:was in the hall> <Enter>") }
    try #require(program.row(mrn)?.status.isAttended == true)
    program.send(.ticked)
    try program.select(mrn)
    try program.press("E")
    #expect(program.noteClient == mrn)
    #expect(program.state.note?.shared?.content.text(SampleTemplates.summary) == summary)
    try signOpen(&program, "Came in from the hall.")
    let signed = try #require(program.state.note?.record?.note)
    #expect(signed.shared.map(\.text).contains(summary))
  }

  @Test func `a name in it leads there, and F4 goes on with the client's signing`() throws {
    var program = try nearlySigned()
    try program.press("<S-Tab> <Tab> <Tab> <C-End> <Type: Mockingham laughed.> <Tab> <Tab>")
    let mrn = program.noteClient
    try program.writeOwn("Spoke about mornings.")
    try program.press("<F4>")
    #expect(program.noteClient == "")
    #expect(program.part == SampleTemplates.summary)
    #expect(program.state.status.text.contains("\"Mockingham\" is another client's name"))
    program.type("Somebody")
    #expect(program.text(SampleTemplates.summary).hasSuffix("Somebody laughed."))
    try program.press("<F4>")
    #expect(program.noteClient == mrn)
    #expect(program.isSigning)
    guard case .signing(let shown) = program.state.prompt else { return }
    let lines = program.state.signingLines(shown.matter).paragraphs.map(\.text)
    #expect(lines.contains(summary + " Somebody laughed."))
  }

  @Test(arguments: ["<Esc>", "<Tab> <Tab>"])
  func `Esc, and Tab behind the last part, go back to where the signing was`(keys: String) throws {
    var program = try nearlySigned()
    try program.press("<S-Tab> <Tab> <Tab> <C-End> <Type: Mockingham laughed.> <Tab> <Tab>")
    let mrn = program.noteClient
    try program.writeOwn("Spoke about mornings.")
    try program.press("<F4> \(keys)")
    #expect(program.noteClient == mrn)
    #expect(program.text(SampleTemplates.response) == "Spoke about mornings.")
    try program.press("<Esc>")
    #expect(program.state.screen == .day)
  }

  @Test func `words that may be names are shown where they stand, and led to`() throws {
    var program = try nearlySigned()
    try program.writeOwn("Client saw a finch at the window and laughed.")
    try program.press("<F4>")
    #expect(
      program.question?.lines.contains(
        "  Response: Client saw a [finch] at the window and ..."
      ) == true
    )
    try program.press("g")
    #expect(program.part == SampleTemplates.response)
    program.type("bird")
    #expect(
      program.text(SampleTemplates.response) == "Client saw a bird at the window and laughed."
    )
  }

  @Test func `text taken over from a signed note of the same group is found`() throws {
    let words = """
      Client spoke about sleep and about strain and said that the nights are longer than the days and that a \
      walk after supper helps more than anything else does.
      """
    var program = try nearlySigned()
    try signOpen(&program, words)
    try program.press("<Tab>")
    try program.writeOwn(words)
    try program.press("<F4>")
    #expect(program.state.status.text.contains("The text is the same as in"))
    #expect(program.state.prompt == nil)
    #expect(program.part == SampleTemplates.response)
  }
}

@Suite struct `Reading a signed note` {
  private func signed() throws -> TestProgram {
    var program = try TestProgram.withNotes(as: "MQ")
    try program.press("g q")
    let row = try #require(
      program.state.toDoRows.first {
        $0.first.status == .awaitingCosign && $0.first.kind == .individual
      }
    )
    program.state.toDo.cursor = row.id
    try program.press("<Enter>")
    try #require(program.state.note?.access == .locked)
    return program
  }

  @Test func `y copies its text for another text in the program`() throws {
    var program = try signed()
    let record = try #require(program.state.note?.record)
    let first = try #require(record.current.sections.first)
    try program.press("y")
    #expect(program.state.clip.hasPrefix("\(first.title)\n\(first.text)"))
    #expect(program.state.status.text.hasPrefix("Copied inside the program"))
  }

  @Test func `slash finds words, F3 the next place, and what isn't there is said`() throws {
    var program = try signed()
    program.state.size = Size(columns: 60, rows: 16)
    try program.press("/ <Type:CLIENT> <Enter>")
    let first = try #require(program.state.note?.found)
    #expect(program.state.status.text.hasPrefix("1 of "))
    try program.press("<F3>")
    let second = try #require(program.state.note?.found)
    #expect(second > first)
    try program.press("/ <C-u> <Type:zebra> <Enter>")
    #expect(program.state.status.text == "\"zebra\" isn't in this note.")
    #expect(program.state.note?.access == .locked)
  }
}
