import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `The list of what is to be done` {
  /// "group C03 C07 C20 2026-03-11 14:00 draft", row by row.
  private func lines(_ program: TestProgram) -> [String] {
    program.state.toDoRows.map { row in
      let due = program.state.data.program.zone.local(row.dueAt)
      let codes = row.notes.map { program.code($0.clientID) }.sorted().joined(separator: " ")
      let kind = row.first.kind.rawValue
      return "\(kind) \(codes) \(due.date) \(due.time) \(row.first.status.rawValue)"
    }
  }

  @Test func `at 10 52 the counselor of the evening has two no-shows`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g q")
    #expect(program.state.screen == .toDo)
    #expect(
      lines(program) == [
        "no_show C18 2026-03-12 19:00 ready", "no_show C22 2026-03-13 17:00 ready",
      ]
    )
  }

  @Test func `the trainee has four rows, the overdue one first`() throws {
    var program = try TestProgram.withNotes(as: "NP")
    try program.press("g q")
    #expect(
      lines(program) == [
        "individual C13 2026-03-10 15:50 draft", "individual C16 2026-03-11 16:50 returned",
        "group C13 C14 C17 C18 C19 2026-03-11 20:40 draft",
        "discharge_summary C24 2026-03-13 17:00 draft",
      ]
    )
    #expect(program.state.toDoRows.first?.first.missing == ["Plan"])
  }

  @Test func `the supervisor has own notes and those to co-sign`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    try program.press("g q")
    #expect(
      Set(lines(program)) == [
        "group C03 C07 C20 2026-03-11 14:00 draft",
        "group C01 C02 C03 C04 C05 C07 C08 C10 C11 2026-03-12 10:30 draft",
        "no_show C06 2026-03-12 10:30 ready", "no_show C10 2026-03-13 14:00 ready",
        "no_show C06 2026-03-14 10:30 ready",
        "group C13 C14 C15 C16 C17 C19 2026-03-16 20:40 awaiting_cosign",
        "individual C14 2026-03-16 16:50 awaiting_cosign",
      ]
    )
    let due = program.state.toDoRows.map(\.dueAt)
    #expect(due == due.sorted())
    #expect(program.state.toDoRows.count == 7)
  }

  @Test func `a run is signed with one PIN, each note shown`() throws {
    var program = try TestProgram.withNotes()
    program.notes.pin = "2468"
    let before = program.notes.records.count
    try program.press("g q m m s")
    #expect(program.isSigning)
    #expect(program.noteClient == "C18")
    let names = ["C18", "C22"].compactMap { program.client($0) }.map(program.state.name(of:))
    guard case .signing(let shown) = program.state.prompt else {
      Issue.record("nothing is shown")
      return
    }
    #expect(program.state.title(of: shown) == "Sign: \(names[0]), then \(names[1])")
    try program.sign(pin: "2468")
    #expect(program.notes.records.count == before + 1)
    #expect(program.isSigning)
    #expect(program.noteClient == "C22")
    try program.press("<End> s")
    #expect(program.notes.records.count == before + 2)
    let done = "2 notes signed: \(names[0]), \(names[1]). No note is left here."
    #expect(program.state.status.text == done)
    #expect(program.state.screen == .toDo)
    #expect(program.state.toDoRows.isEmpty)
  }

  @Test func `a held key signs nothing of a run that wasn't looked at`() throws {
    var program = try TestProgram.withNotes()
    program.notes.pin = "2468"
    let before = program.notes.records.count
    try program.press("g q m m s")
    try program.sign(pin: "2468")
    try program.press("s s s s s s s s <F4>")
    #expect(program.notes.records.count == before + 1)
    #expect(program.isSigning)
    #expect(program.state.status.text == "Read it first: Space, then s signs it.")
    try program.press("<Space> s")
    #expect(program.notes.records.count == before + 2)
  }

  @Test func `behind a run is said what is still due`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    program.notes.pin = "2468"
    try program.press("g q")
    let ready = program.state.toDoRows.filter { $0.first.kind == .noShow }
    let all = program.state.dueNotes.count
    program.state.toDo.selected = Set(ready.prefix(2).map(\.id))
    try program.press("s")
    try program.sign(pin: "2468")
    try program.press("<End> s")
    let words = program.state.status.text
    #expect(words.hasPrefix("2 notes signed: "))
    let left = words.split(separator: " ").compactMap { Int($0) }.dropFirst().reduce(0, +)
    #expect(left == all - 2, "\(words)")
  }

  @Test func `after a run the next signature asks for the PIN again`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    program.notes.pin = "2468"
    let before = program.notes.records.count
    try program.press("g q")
    let ready = program.state.toDoRows.filter { $0.first.kind == .noShow }
    try #require(ready.count == 3)
    program.state.toDo.selected = Set(ready.prefix(2).map(\.id))
    try program.press("s")
    try program.sign(pin: "2468")
    try program.press("<End> s")
    try #require(program.notes.records.count == before + 2)
    #expect(program.state.status.text.hasSuffix("Left: 12 to write, 1 to sign, 7 to co-sign."))
    program.state.toDo.cursor = ready[2].id
    try program.press("<Enter> <F4> <End> s")
    #expect(program.asked == .pin)
    #expect(program.notes.records.count == before + 2)
    try program.press("<Esc> <Esc> s <End> s")
    #expect(program.asked == .pin)
    #expect(program.notes.records.count == before + 2)
  }

  @Test func `each late entry is asked for its own reason`() throws {
    var program = try TestProgram.withNotes()
    program.now = program.now.adding(minutes: 30 * 24 * 60)
    try program.press("g q <Enter> <F4>")
    #expect(program.noteClient == "C18")
    try #require(program.asked == .lateReason)
    try program.press("<Type:was ill> <Enter>")
    #expect(program.isSigning)
    try program.press("<Esc> <Esc> j <Enter> <F4>")
    #expect(program.noteClient == "C22")
    #expect(program.asked == .lateReason)
  }

  @Test func `not yet ends a run, nothing of it is signed`() throws {
    var program = try TestProgram.withNotes()
    let before = program.notes.records
    try program.press("g q m m s <Enter>")
    #expect(program.state.prompt == nil)
    #expect(program.state.signingRun == nil)
    #expect(program.notes.records == before)
  }

  @Test func `a row that isn't written says what is missing`() throws {
    var program = try TestProgram.withNotes(as: "NP")
    try program.press("g q s")
    #expect(program.state.status.text == "Not ready to sign: Plan. Enter opens it.")
    try program.press("<Enter>")
    #expect(program.noteClient == "C13")
    #expect(program.state.note?.draft.kind == .individual)
    try program.press("<Esc>")
    #expect(program.state.screen == .toDo)
  }

  @Test func `closing the day leads to what isn't marked, then to what isn't signed`() throws {
    var program = try TestProgram.withNotes(at: "12:20")
    try program.press("<F9>")
    #expect(program.state.status.text.hasPrefix("Close the day: 1 still to mark in "))
    #expect(program.code(program.state.selectedRow?.clientID) == "C06")
    try program.press("n f d <F9>")
    #expect(program.state.openSession?.state.status == .completed)
    #expect(program.state.screen != .day || program.state.day.focus == .individual)
  }

  @Test func `what was never marked on an earlier day comes first, and is named`() throws {
    var program = try TestProgram.demo(at: "2026-03-12T17:00", as: "TB")
    let unmarked = program.state.unmarkedMeetings
    let first = try #require(unmarked.first)
    #expect(first.date == .on("2026-03-11"))
    try program.press("<F9>")
    #expect(program.state.day.date == .on("2026-03-11"))
    #expect(
      program.state.status.text.contains("in Wed 11 Mar Recovery Education — Day.")
        || program.state.status.text.contains("was "),
      "\(program.state.status.text)"
    )
    #expect(program.state.words(of: first).hasPrefix("Wed 11 Mar "))
  }

  @Test func `closing a day with nothing but signatures left shows the first`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<F9>")
    #expect(program.state.toDo.focus == .tasks, "who is overdue comes first")
    while program.state.toDo.focus == .tasks { try program.press("<F9>") }
    #expect(program.isSigning)
    #expect(program.noteClient == "C18")
  }
}

@Suite struct `Co-signing` {
  /// The trainee's overdue note is signed; the supervisor sits down.
  private func signedByTrainee() throws -> (TestProgram, NoteID) {
    var program = try TestProgram.withNotes(as: "NP")
    program.notes.pin = "2468"
    try program.press("g q <Enter> <F4>")
    #expect(program.state.status.text == "Not signed. Plan is empty.")
    #expect(program.part == SampleTemplates.plan)
    try program.press("<Type:Call the spouse before six.> <F4>")
    try program.sign(pin: "2468")
    let record = try #require(program.state.note?.record)
    #expect(record.status == .awaitingCosign)
    #expect(program.state.status.text.lowercased().contains("co-sign"))
    try program.press("<F4>")
    #expect(program.state.status.text == "Nobody co-signs an own note.")
    try program.press("<Esc>")
    try program.sitDown("MQ")
    try program.press("g q")
    let row = try #require(
      program.state.toDoRows.first { $0.notes.contains { $0.id == record.note.id } }
    )
    program.state.toDo.cursor = row.id
    try program.press("<Enter>")
    try #require(program.state.note?.record?.note.id == record.note.id)
    return (program, record.note.id)
  }

  @Test func `a trainee's note waits for the supervisor, who signs it too`() throws {
    var (program, id) = try signedByTrainee()
    try program.press("<F4>")
    guard case .signing(let shown) = program.state.prompt else {
      Issue.record("the note wasn't shown")
      return
    }
    let lines = program.state.signingLines(shown.matter).paragraphs.map(\.text)
    #expect(lines.contains("Call the spouse before six."))
    try program.press("<Enter>")
    #expect(program.notes.records[id]?.status == .awaitingCosign)
    program.notes.pin = "1357"
    try program.press("<F4>")
    try program.sign(pin: "2468")
    #expect(program.notes.records[id]?.status == .awaitingCosign)
    try program.press("<Type:1357> <Enter>")
    #expect(program.notes.records[id]?.status == .cosigned)
    #expect(!program.state.dueNotes.contains { $0.id == id })
  }

  @Test func `or returns it with a comment that its author sees`() throws {
    var (program, id) = try signedByTrainee()
    try program.press("<F4> r <F4>")
    #expect(program.state.status.text == "Not signed. \"What is to be changed\" is empty.")
    try program.press("<Type:Say what the plan is for evenings.> <F4>")
    try program.sign(pin: "2468")
    #expect(program.notes.records[id]?.status == .returned)
    try program.press("<Esc>")
    try program.sitDown("NP")
    try program.press("g q")
    let row = try #require(program.state.toDoRows.first { $0.id == .note(id) })
    #expect(row.first.comment == "Say what the plan is for evenings.")
    program.state.toDo.cursor = .note(id)
    try program.press("<Enter>")
    let note = try #require(program.state.note)
    #expect(
      program.state.noteBanner(note) == [
        "Returned by Marisol Quill: Say what the plan is for evenings."
      ]
    )
    #expect(program.state.note?.access == .writing)
    #expect(program.text(SampleTemplates.plan) == "Call the spouse before six.")
    try program.press("<F4>")
    try program.sign(pin: "2468")
    #expect(program.notes.records[id]?.status == .awaitingCosign)
  }

  @Test func `not yet ends a run of co-signatures`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    try program.press("g q")
    let row = try #require(
      program.state.toDoRows.first { $0.first.status == .awaitingCosign && $0.notes.count == 6 }
    )
    program.state.toDo.cursor = row.id
    program.notes.pin = "2468"
    try program.press("s")
    try program.sign(pin: "2468")
    #expect(program.notes.records[row.notes[0].id]?.status == .cosigned)
    #expect(program.state.note?.record?.note.id == row.notes[1].id)
    try program.press("n")
    #expect(program.state.signingRun == nil)
    #expect(program.notes.records[row.notes[1].id]?.status == .awaitingCosign)
  }
}
