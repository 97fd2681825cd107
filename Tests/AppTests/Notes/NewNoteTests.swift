import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `A note that no appointment leads to` {
  private func begun(_ keys: String, as code: String = "TB") throws -> TestProgram {
    var program = try TestProgram.withNotes(as: code)
    try program.press("<Enter>")
    try program.select("C05")
    try program.press(keys)
    return program
  }

  @Test func `a call with the family is begun with one key, a kind and its times`() throws {
    var program = try begun("+")
    let client = try #require(program.client("C05"))
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("no kinds were offered")
      return
    }
    #expect(menu.title == "New note: \(program.state.name(of: client))")
    #expect(menu.items.first?.label == "Collateral contact")
    try program.press("1 <Type:10:20-10:40> <Enter>")
    let note = try #require(program.state.note)
    #expect(program.noteClient == "C05")
    #expect(note.draft.kind == .collateralContact)
    #expect(note.draft.format == NoteTemplates.narrativeID)
    let zone = program.state.data.program.zone
    #expect(note.draft.span?.start == zone.instant(Demo.date, .at("10:20")))
    #expect(note.draft.span?.minutes == 20)
    try program.press("<Type:The sister called.> <Esc>")
    #expect(program.state.screen == .day)
    #expect(program.code(program.state.selectedRow?.clientID) == "C05")
    try program.press("g q")
    #expect(program.state.toDoRows.contains { $0.first.kind == .collateralContact })
  }

  @Test func `left without a word there is none`() throws {
    var program = try begun("+ 6 <Enter> <Esc>")
    #expect(program.state.status.text == "Nothing was written.")
    #expect(!program.notes.drafts.values.contains { $0.kind == .administrative })
    try program.press("g q")
    #expect(!program.state.toDoRows.contains { $0.first.kind == .administrative })
  }

  @Test func `begun by mistake it is put aside, and comes back whole`() throws {
    var program = try begun("+ 6 <Enter> <Type:Meant for another client.>")
    let document = try #require(program.state.note?.document)
    try program.press("<F2> <Type:put aside> <Enter>")
    #expect(program.question?.title == "Put this text aside?")
    #expect(program.notes.drafts[document] != nil)
    try program.press("p")
    #expect(program.state.screen == .day)
    #expect(program.notes.drafts[document] == nil)
    #expect(program.notes.aside[document]?.content.texts.isEmpty == false)
    #expect(program.state.status.text.hasPrefix("Put aside: Administrative"))
    try program.press("g q")
    #expect(!program.state.toDoRows.contains { $0.first.kind == .administrative })
    try program.press("<Esc> + b")
    #expect(program.state.note?.document == document)
    #expect(
      program.state.note?.current.content.texts.values.contains("Meant for another client.")
        == true
    )
    #expect(program.notes.drafts[document] != nil)
  }

  @Test func `from the list of what is due it is put aside too, the owed ones aren't`() throws {
    var program = try begun("+ 6 <Enter> <Type:Meant for another client.> <Esc> g q")
    let place = try #require(
      program.state.toDoRows.firstIndex { $0.first.kind == .administrative }
    )
    for _ in 0..<place { try program.press("j") }
    try program.press("<F2> <Type:put aside> <Enter> p")
    #expect(!program.state.toDoRows.contains { $0.first.kind == .administrative })
    let rows = program.state.toDoRows
    try program.press("<F2> <Type:put aside> <Enter>")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text.contains("this one is owed"))
    #expect(program.state.toDoRows == rows)
  }

  @Test func `where the disk refuses, it stays`() throws {
    var program = try begun("+ 6 <Enter> <Type:Meant for another client.>")
    let document = try #require(program.state.note?.document)
    program.send(.draftDue)
    program.notes.diskWorks = false
    try program.press("<F2> <Type:put aside> <Enter> p")
    #expect(program.state.note?.document == document)
    #expect(program.notes.drafts[document] != nil)
    #expect(program.state.status.text == "The disk is full.")
  }

  @Test func `is signed like any other, with both dates where it is late`() throws {
    var program = try begun("+ 6 <Type:3/6> <Enter> <Type:Sent the letter to the court.>")
    program.notes.pin = "2468"
    let written = try #require(program.state.note)
    #expect(
      program.state.noteBanner(written) == [
        "Late entry for service of Fri 6 Mar, written Wed 11 Mar."
      ]
    )
    try program.press("<F4>")
    #expect(program.asked == .lateReason)
    try program.press("<Type:waited for the clerk> <Enter>")
    try program.sign(pin: "2468")
    let record = try #require(program.state.note?.record)
    #expect(record.note.kind == .administrative)
    #expect(record.note.lateReason == "waited for the clerk")
    let note = try #require(program.state.note)
    let lines = program.state.readLines(note).paragraphs.map(\.text)
    #expect(
      lines.contains(
        "Late entry for service of 2026-03-06, written 2026-03-11: waited for the clerk"
      )
    )
  }

  @Test(
    arguments: [
      ("1", "soon", "Read as times"), ("1", "today", "It needs its times."),
      ("1", "11:00-11:10", "still to come"), ("6", "tomorrow", "still to come"),
      ("6", "2026-01-20", "That was 50 days ago; a late entry is taken for 45 days."),
      ("1", "10:40-10:20", "Read as times"),
    ]
  )
  func `what can't be is said, and asked again`(kind: String, typed: String, why: String) throws {
    var program = try begun("+ \(kind) <C-u>")
    program.type(typed)
    try program.press("<Enter>")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("it didn't ask again")
      return
    }
    #expect(line.problem?.contains(why) == true)
    #expect(line.line.text == typed)
    #expect(program.state.note == nil)
  }

  @Test func `its date and time can be changed until it is signed`() throws {
    var program = try begun("+ 3 <Type:9-9:20> <Enter> <Type:x>")
    try program.press("<F2> <Type:date and time> <Enter> <C-u> <Type:mon 16:00-16:25> <Enter>")
    let draft = try #require(program.state.note?.current)
    let zone = program.state.data.program.zone
    #expect(draft.service == .none(.on("2026-03-09")))
    #expect(draft.span?.start == zone.instant(.on("2026-03-09"), .at("16:00")))
    #expect(program.notes.drafts[draft.document] == draft)
    #expect(draft.content.texts.values.contains("x"))
  }

  @Test func `a group's note keeps the group's times`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    try program.select(try #require(program.attended.first))
    try program.press("E <F2> <Type:date and time> <Enter>")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text.contains("are those of its group or session"))
  }

  @Test func `a late entry opens the day's one note that isn't signed`() throws {
    var program = try TestProgram.withNotes(as: "NP")
    try program.press("g q")
    let row = try #require(program.state.toDoRows.first { $0.first.kind == .individual })
    let client = program.code(row.first.clientID)
    #expect(client == "C13")
    try program.press("+ l <Type:mon> <Enter>")
    #expect(program.noteClient == "C13")
    #expect(program.state.note?.draft.service.date == .on("2026-03-09"))
  }

  @Test func `a day without anything unsigned says so`() throws {
    let program = try begun("+ l <Type:mon> <Enter>")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("it didn't stay")
      return
    }
    #expect(line.problem == "Mon 9 Mar: nothing of that day is without a signed note.")
  }

  @Test func `an earlier group whose note was never begun is reached by its day`() throws {
    var program = try TestProgram.demo(at: "2026-03-16T08:30")
    program.state.templates = SampleTemplates.all
    try program.press("[ [ [ [ [")
    try #require(program.state.day.date == .on("2026-03-11"))
    let row = try #require(
      program.state.shownSessions.compactMap { session in
        session.rows.first { $0.status.isAttended }.map { (session.id, $0.clientID) }
      }.first
    )
    program.state.select(session: row.0)
    program.state.attendance.cursor = row.1
    try program.press("<Tab> <Tab> E")
    let note = try #require(program.state.note)
    #expect(note.clientID == row.1)
    #expect(
      program.state.noteBanner(note).first?.hasPrefix("Late entry for service of Wed 11 Mar")
        == true
    )
    #expect(program.state.status.text.hasPrefix("Late entry: F4 asks why it is late."))
  }
}

@Suite struct `Times as people type them` {
  private static let now = "2026-03-11T10:52"

  @Test(
    arguments: [
      ("9-9:20", "2026-03-11 09:00-09:20"), ("10:20 - 10:40", "2026-03-11 10:20-10:40"),
      ("mon 2-2:30", "2026-03-09 14:00-14:30"), ("thu 9:15-10", "2026-03-05 09:15-10:00"),
      ("3/6", "2026-03-06"), ("yesterday 16:00-16:10", "2026-03-10 16:00-16:10"),
      ("", "2026-03-11"), ("2026-03-02 8:00-8:05", "2026-03-02 08:00-08:05"),
    ]
  )
  func `are of today or of the last such day`(typed: String, read: String) throws {
    let zone = try TestZone.newYork()
    let now = zone.instant(.on("2026-03-11"), .at("10:52"))
    let found = try #require(TypedOccurrence.parse(typed, now: now, in: zone))
    var words = found.date.description
    if let span = found.span {
      words += " \(zone.local(span.start).time)-\(zone.local(span.end).time)"
    }
    #expect(words == read)
  }
}
