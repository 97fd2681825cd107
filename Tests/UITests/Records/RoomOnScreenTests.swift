import App
import Domain
import Support
import TerminalCore
import Testing
import UI

@Suite struct `A screen` {
  private func rows(_ keys: String, _ columns: Int, at time: String = "2026-03-11T10:52") throws
    -> [String]
  {
    var program = try TestProgram.withNotes(as: "MQ")
    if time != "2026-03-11T10:52" { program = try TestProgram.demo(at: time) }
    program.state.size = Size(columns: columns, rows: columns == 60 ? 16 : 24)
    try program.press(keys)
    let buffer = render(program.state, borders: .line).buffer
    return (0..<program.state.size.rows).map { buffer.text(ofRow: Row($0)) }
  }

  @Test func `of what is due tells the groups' names as far as there is room`() throws {
    let rows = try rows("g q", 80)
    #expect(rows[2].contains("Medication & Recovery"), "\(rows[2])")
    #expect(rows.prefix(8).allSatisfy { !$0.contains("…") }, "\(rows)")
  }

  @Test func `of what is due has its whole title in a narrow window`() throws {
    let rows = try rows("g q", 60)
    #expect(!rows[0].contains("…"), "\(rows[0])")
    #expect(rows[0].contains("co-sign"))
    #expect(rows[2].contains("0 of 3 ready"), "\(rows[2])")
  }

  @Test func `of the calendar says that the room looks on`() throws {
    var program = try TestProgram.demo()
    try program.press("g a")
    program.state.roomMode = .names
    let line = render(program.state, borders: .line).buffer.text(ofRow: 0)
    #expect(line.contains("| ROOM |"), "\(line)")
  }

  @Test func `of a note to be signed shows tabs as the editor does`() throws {
    let text = "Dose\t8 mg"
    #expect(TextWrap.lines(text, width: 40) == ["Dose    8 mg"])
    #expect(TextWalk.shown("a\tb\t\tc", 0..<6) == "a   b       c")
    var program = try TestProgram.withNotes()
    let record = try #require(program.notes.records.values.first { !$0.note.sections.isEmpty })
    var note = record.note
    note.sections[0].text = text
    program.state.size = Size(columns: 80, rows: 24)
    let lines = NoteLines(note, in: program.state).wrapped(columns: 40).map(\.text)
    #expect(lines.contains("Dose    8 mg"), "\(lines)")
  }

  @Test func `of the settings has its whole title in a narrow window`() throws {
    #expect(try rows("g s", 60)[0].contains("[Settings]  Groups  Staff  Rooms"))
  }

  @Test func `of the week tells every letter and state by F1`() throws {
    var program = try TestProgram.demo()
    program.state.size = Size(columns: 60, rows: 16)
    try program.press("g w <F1>")
    let told = HelpList.lines(of: program.state, query: "").map(\.keys)
    let signs = [
      "X", "N", "V", "+", "b", "?", "on track", "tight", "SHORT", "exempt", "transition",
    ]
    for sign in signs { #expect(told.contains(sign), "\(sign)") }
  }

  @Test func `of an earlier day's group that nobody finished says since when`() throws {
    let keys = "g . <Type:2026-03-11> <Enter> *"
    for columns in [60, 80] {
      let day = try rows(keys, columns, at: "2026-03-18T09:05")
      #expect(!day.contains { $0.contains("LIVE") }, "\(day)")
      #expect(day.contains { $0.contains("open 10/11") }, "\(day)")
      let roster = try rows(keys + " <Enter>", columns, at: "2026-03-18T09:05")
      #expect(roster.contains { $0.contains("Open since Wed 11 Mar 10:40") }, "\(roster)")
    }
  }
}
