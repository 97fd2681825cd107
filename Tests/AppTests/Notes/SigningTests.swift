import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Signing a note` {
  private let first = "Client spoke about the night shift and a plan for mornings."

  /// The first client's part written, all that is missing is the signature.
  private func written(_ words: String? = nil) throws -> TestProgram {
    var program = try TestProgram.finishedGroup()
    try program.writeShared()
    try program.select(try #require(program.attended.first))
    try program.press("E")
    try program.writeOwn(words ?? first)
    return program
  }

  @Test func `a missing part is named and gets the focus`() throws {
    var program = try TestProgram.finishedGroup()
    try program.writeShared()
    try program.select(try #require(program.attended.first))
    try program.press("E <Type:spoke> <Tab> <F4>")
    #expect(program.state.status.text == "Not signed. Participation is empty.")
    #expect(program.part == SampleTemplates.participation)
    try program.press("2 <F4>")
    #expect(program.part == SampleTemplates.risk)
    #expect(program.notes.records.values.allSatisfy { $0.note.signature.at < program.now })
  }

  @Test func `a missing shared text is said and led to, F4 goes on`() throws {
    var program = try TestProgram.finishedGroup()
    try program.select(try #require(program.attended.first))
    try program.press("E")
    try program.writeOwn(first)
    let client = program.noteClient
    try program.press("<F4>")
    #expect(program.state.status.text.contains("The shared text's Summary is empty. F4 goes on"))
    #expect(program.part == SampleTemplates.summary)
    try program.press("<Type:The group spoke about sleep.> <F4>")
    #expect(program.noteClient == client)
    #expect(program.isSigning)
  }

  @Test func `a group that isn't finished refuses`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    try program.select(try #require(program.attended.first))
    try program.press("E <Type:spoke> <F4>")
    #expect(program.state.status.text.contains("The group isn't finished"))
    #expect(program.state.prompt == nil)
  }

  @Test func `a group that isn't finished is finished as it says`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    try program.select(try #require(program.attended.first))
    try program.press("E <Type:spoke> <F4>")
    #expect(program.state.status.text.hasSuffix("Esc, then f on the group finishes it."))
    try program.press("<Esc> f")
    guard case .question(let question) = program.state.prompt else {
      Issue.record("f asked nothing: \(program.state.status.text)")
      return
    }
    #expect(question.answers.contains { $0.label == "No-show for these" })
  }

  @Test func `another client's name is refused and selected`() throws {
    var program = try written("Client sat beside Mockingham and listened.")
    try program.press("<F4>")
    #expect(program.state.status.text.contains("\"Mockingham\" is another client's name"))
    #expect(program.part == SampleTemplates.response)
    program.type("somebody")
    #expect(program.text(SampleTemplates.response) == "Client sat beside somebody and listened.")
    try program.press("<F4>")
    #expect(program.isSigning)
  }

  @Test func `a name that is a word is asked about`() throws {
    var program = try written("Client saw a finch at the window and laughed.")
    try program.press("<F4>")
    #expect(program.question?.lines.first?.contains("\"finch\" is also a client's name") == true)
    try program.press("<Enter>")
    #expect(program.state.status.text.hasPrefix("Not signed"))
    try program.press("<F4> i")
    #expect(program.isSigning)
  }

  @Test func `the same words for two clients are refused`() throws {
    let words = """
      Client spoke about sleep and about strain and said that the nights are longer than the days and that a \
      walk after supper helps more than anything else does.
      """
    var program = try written(words)
    try program.press("<C-Down>")
    try program.writeOwn(words)
    try program.press("<F4>")
    #expect(program.state.status.text.contains("The text is the same as in"))
    #expect(program.state.prompt == nil)
  }

  @Test func `nearly the same words are shown and asked about`() throws {
    let words = """
      Client spoke about sleep and about strain and said that the nights are longer than the days and that a \
      walk after supper helps more than anything else does.
      """
    var program = try written(words)
    try program.press("<C-Down>")
    try program.writeOwn(words + " Client had a dream.")
    try program.press("<F4>")
    let lines = program.question?.lines ?? []
    #expect(lines.first?.contains(" % of the text stands in ") == true)
    #expect(lines.contains { $0.contains("Client spoke about sleep and about strain") })
    try program.press("i")
    #expect(program.isSigning)
  }

  @Test func `the note is shown, starts on not yet, and a new PIN is typed twice`() throws {
    var program = try written()
    let before = program.notes.records.count
    try program.press("<F4>")
    guard case .signing(let shown) = program.state.prompt else {
      Issue.record("the note wasn't shown")
      return
    }
    #expect(shown.focus == .notYet)
    let lines = program.state.signingLines(shown.matter).paragraphs.map(\.text)
    #expect(lines.contains(first))
    #expect(lines.contains("The group spoke about sleep and strain."))
    try program.press("<Enter>")
    #expect(program.state.prompt == nil)
    #expect(program.notes.records.count == before)
    try program.press("<F4> <End> s")
    #expect(program.asked == .newPIN)
    try program.press("<Type:2468> <Enter> <Type:2469> <Enter>")
    #expect(program.notes.pin == nil)
    #expect(program.notes.records.count == before)
    try program.press("<Type:2468> <Enter> <Type:2468> <Enter>")
    #expect(program.notes.pin == "2468")
    #expect(program.notes.records.count == before + 1)
    #expect(program.state.status.text.hasPrefix("Signed: the note of "))
    #expect(!program.state.status.text.contains(".."))
    #expect(program.state.noteProgress.signed == 1)
  }

  @Test(arguments: ["", "<Type:123>", "<Type:1234567890123>"])
  func `a PIN that is too short or long is refused where it is typed first`(keys: String) throws {
    var program = try written()
    try program.press("<F4> <End> s \(keys) <Enter>")
    #expect(program.asked == .newPIN)
    guard case .line(let line) = program.state.prompt else {
      Issue.record("nothing is asked")
      return
    }
    #expect(line.problem == "A PIN has 4 to 12 characters.")
  }

  @Test func `a PIN that is quickly guessed is refused before it is typed again`() throws {
    var program = try written()
    try program.press("<F4> <End> s <Type:1234> <Enter>")
    #expect(program.asked == .newPIN)
    guard case .line(let line) = program.state.prompt else {
      Issue.record("nothing is asked")
      return
    }
    #expect(line.problem == PINWeakness.sequence.sentence)
    #expect(line.line.text == "", "the refused one must not be in front of the next")
    #expect(PINWeakness.length.sentence.contains(PINWeakness.lengthInWords))
  }

  @Test func `a wrong PIN signs nothing, the right one does, and the note is locked`() throws {
    var program = try written()
    program.notes.pin = "2468"
    let before = program.notes.records.count
    let document = try #require(program.state.note?.document)
    try program.press("<F4>")
    try program.sign(pin: "1111")
    #expect(program.notes.records.count == before)
    guard case .line(let line) = program.state.prompt else {
      Issue.record("it didn't ask again")
      return
    }
    #expect(line.problem == "That isn't your PIN.")
    #expect(line.line.text.isEmpty)
    try program.press("<Type:2468> <Enter>")
    let record = try #require(
      program.notes.records.values.first { $0.note.id.rawValue == document.rawValue }
    )
    #expect(record.status == .signed)
    #expect(program.state.note?.access == .locked)
    let records = program.notes.records
    let drafts = program.notes.drafts
    try program.press("x y 5 <BS> <Del>")
    program.paste("more")
    program.send(.draftDue)
    #expect(program.notes.records == records)
    #expect(program.notes.drafts == drafts)
    #expect(program.state.note?.current.content.text(SampleTemplates.response) == first)
  }

  @Test func `Esc at the PIN signs nothing`() throws {
    var program = try written()
    program.notes.pin = "2468"
    let before = program.notes.records.count
    try program.press("<F4> <End> s <Esc>")
    #expect(program.state.prompt == nil)
    #expect(program.notes.records.count == before)
    #expect(program.state.note?.access == .writing)
  }

  @Test func `a full disk signs nothing, and says so`() throws {
    var program = try written()
    program.notes.pin = "2468"
    try program.press("<F4> <End> s")
    program.notes.diskWorks = false
    try program.press("<Type:2468> <Enter>")
    #expect(program.state.status.text == "The disk is full.")
    #expect(program.state.note?.access == .writing)
    #expect(program.text(SampleTemplates.response) == first)
  }

  @Test func `an addendum and a correction are added, the text stays`() throws {
    var program = try written()
    program.notes.pin = "2468"
    try program.press("<F4>")
    try program.sign(pin: "2468")
    let id = try #require(program.state.note?.record?.note.id)
    let note = program.notes.records[id]?.note
    try program.press("a <Type:Called back> <Enter> <Type:at noon.>")
    #expect(program.kept("text") == "")
    try program.press("<F4>")
    #expect(program.kept("text") == "Called back\nat noon.")
    try program.sign(pin: "1111")
    #expect(program.notes.records[id]?.events.isEmpty == true)
    try program.press("<Type:2468> <Enter>")
    #expect(program.state.note?.access == .locked)
    #expect(!program.notes.drafts.keys.contains(.supplement(id, .addendum)))
    let signer = try #require(program.state.staffID)
    let events = { (program: TestProgram) in program.notes.records[id]?.events ?? [] }
    #expect(events(program).map(\.kind) == [.addendum(text: "Called back\nat noon.", reason: "")])
    #expect(events(program).map(\.signature.by) == [signer])
    try program.press(". c <Type:It was Tuesday.> <F4>")
    #expect(program.state.status.text == "Not signed. \"Why it is corrected\" is empty.")
    try program.press("<Type:wrong day> <F4>")
    try program.sign(pin: "2468")
    #expect(
      events(program).last?.kind == .correction(text: "It was Tuesday.", reason: "wrong day")
    )
    #expect(program.notes.records[id]?.note == note)
  }

  @Test func `an addendum is a draft until it is signed, found again by a`() throws {
    var program = try written()
    program.notes.pin = "2468"
    try program.press("<F4>")
    try program.sign(pin: "2468")
    let id = try #require(program.state.note?.record?.note.id)
    try program.press("a <Type:Called back.> <Esc>")
    #expect(program.state.note?.access == .locked)
    #expect(
      program.notes.drafts[.supplement(id, .addendum)]?.content.text("text") == "Called back."
    )
    #expect(program.state.status.text.contains("You have begun: addendum."))
    try program.press("a <C-End> <Type: At noon.> <Esc> <Esc>")
    #expect(program.state.screen == .day)
    #expect(
      program.notes.drafts[.supplement(id, .addendum)]?.content.text("text")
        == "Called back. At noon."
    )
    #expect(program.notes.records[id]?.events.isEmpty == true)
  }

  @Test func `an addendum that was begun is on the to-do list until it is signed`() throws {
    var program = try written()
    program.notes.pin = "2468"
    try program.press("<F4>")
    try program.sign(pin: "2468")
    let id = try #require(program.state.note?.record?.note.id)
    let others = program.state.dueNotes.count
    let begun = NoteDocument.supplement(id, .addendum)
    try program.press("a <Esc> <Esc> g q")
    #expect(!program.state.toDoRows.contains { $0.id == begun })
    try program.press("<Esc> E a <Type:Called back.> <Esc> <Esc> g q")
    let row = try #require(program.state.toDoRows.first { $0.id == begun })
    #expect(row.first.title.hasPrefix("Addendum to "))
    #expect(row.first.missing.isEmpty)
    #expect(program.state.dueNotes.count == others + 1)
    program.state.toDo.cursor = begun
    try program.press("<Enter>")
    #expect(program.state.note?.document == begun)
    try program.press("<Esc> <Esc> g q")
    program.state.toDo.cursor = begun
    try program.press("s")
    try program.sign(pin: "2468")
    #expect(
      program.notes.records[id]?.events.map(\.kind) == [
        .addendum(text: "Called back.", reason: "")
      ]
    )
    #expect(!program.state.toDoRows.contains { $0.id == begun })
    #expect(program.state.dueNotes.count == others)
  }

  @Test func `a note entered in error says why, and stays readable`() throws {
    var program = try written()
    program.notes.pin = "2468"
    try program.press("<F4>")
    try program.sign(pin: "2468")
    let id = try #require(program.state.note?.record?.note.id)
    try program.press(". e <Type:another client's text> <F4>")
    try program.sign(pin: "2468")
    #expect(program.notes.records[id]?.status == .enteredInError)
    let note = try #require(program.state.note)
    let lines = program.state.readLines(note).paragraphs.map(\.text)
    #expect(lines.contains(first))
    #expect(lines.contains("another client's text"))
    try program.press("a")
    #expect(program.state.status.text.contains("entered in error"))
    #expect(program.state.note?.access == .locked)
  }

  @Test func `a full disk keeps the words of an addendum`() throws {
    var program = try written()
    program.notes.pin = "2468"
    try program.press("<F4>")
    try program.sign(pin: "2468")
    let id = try #require(program.state.note?.record?.note.id)
    try program.press("a <Type:Called back.> <F4> <End> s")
    program.notes.diskWorks = false
    try program.press("<Type:2468> <Enter>")
    #expect(program.state.status.text == "The disk is full.")
    #expect(program.text("text") == "Called back.")
    #expect(program.notes.records[id]?.events.isEmpty == true)
    program.notes.diskWorks = true
    try program.press("<F4>")
    try program.sign(pin: "2468")
    #expect(program.notes.records[id]?.events.count == 1)
  }

  @Test func `what was added in another window appears by itself`() throws {
    var program = try written()
    program.notes.pin = "2468"
    try program.press("<F4>")
    try program.sign(pin: "2468")
    let open = try #require(program.state.note)
    let opening = try #require(program.state.followed)
    var record = try #require(open.record)
    let event = try program.state.data.event(
      .addendum(text: "Said at the door.", reason: ""),
      on: record,
      by: record.note.signature.by,
      at: program.now
    )
    record.events.append(event)
    let found = OpenedNote(
      opening: opening,
      access: .locked,
      draft: open.draft,
      record: record,
      templates: SampleTemplates.all
    )
    program.send(.noteFollowed(found))
    let note = try #require(program.state.note)
    #expect(
      program.state.readLines(note).paragraphs.map(\.text).contains("Said at the door.")
    )
    #expect(program.state.status.text.hasPrefix("This note was changed elsewhere"))
    // The same once more says nothing.
    program.state.status = StatusLine()
    program.send(.noteFollowed(found))
    #expect(program.state.status.text.isEmpty)
  }

  @Test func `a note that is longer than the window is read to its end before s signs`() throws {
    var program = try written()
    program.state.size = Size(columns: 60, rows: 16)
    try program.press("<F4> s")
    #expect(program.state.status.text == "There is more of it: PgDn shows the rest, then s signs.")
    try program.press("<End>")
    #expect(program.state.status.text.isEmpty)
    #expect(program.isSigning)
  }

  @Test func `of a sealed program is dated by the machine's clock`() throws {
    var program = try written()
    let machine = program.now.adding(minutes: 60)
    program.state.isSealed = true
    program.state.machineNow = machine
    try program.press("<F4> <End> s <Type:2468> <Enter> <Type:2468> <Enter>")
    let dates = program.notes.records.values.map(\.note.signature.at)
    #expect(dates.max() == machine)
  }
}
