import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `What stands beside what is due` {
  private func texts(_ lines: [NoteLines.Line]) -> [String] { lines.map(\.text) }

  @Test func `is the text of one's own draft`() throws {
    var program = try TestProgram.withNotes(as: "NP")
    try program.press("g q")
    let row = try #require(program.state.selectedToDo)
    let draft = try #require(program.state.data.drafts[row.first.document])
    let written = try #require(draft.content.texts.values.first { $0.hasWords })
    let shown = texts(program.state.preview(of: row))
    #expect(shown.contains(String(written.split(separator: "\n")[0])), "\(shown)")
  }

  @Test func `is never a text that is signed, nor somebody else's draft`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    try program.press("g q")
    let waiting = try #require(
      program.state.toDoRows.first { $0.first.status == .awaitingCosign && $0.notes.count == 1 }
    )
    #expect(texts(program.state.preview(of: waiting)) == ["Enter opens it to be read."])
    var other = try TestProgram.withNotes(as: "NP")
    try other.press("g q")
    let row = try #require(other.state.selectedToDo)
    other.state.staffID = program.state.staffID
    #expect(texts(other.state.preview(of: row)) == ["Enter opens it."])
  }

  @Test func `is of a group each client with what is empty`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    try program.press("g q")
    let row = try #require(program.state.toDoRows.first { $0.notes.count == 3 })
    let shown = texts(program.state.preview(of: row))
    for note in row.notes {
      let empty = note.missing.joined(separator: ", ")
      #expect(shown.contains("\(program.state.name(of: note.clientID)): \(empty) empty"))
    }
  }

  @Test func `is of a team review four weeks and the last decision, for who may read it`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g q <Tab>")
    let review = try #require(program.state.taskRows.first { $0.id.word == "review" })
    let shown = texts(program.state.preview(of: review))
    #expect(shown.contains { $0.hasPrefix("Four weeks: ") })
    #expect(shown.contains("Nothing was decided yet."))
    program.state.staffID = program.state.data.staff.values.first { $0.code == "NP" }?.id
    try #require(!program.state.mayReadPlan(of: review.clientID))
    let held = texts(program.state.preview(of: review))
    #expect(held.contains("What was decided is not yours to read."))
    #expect(!held.contains("Nothing was decided yet."))
  }

  @Test func `is nothing while the room looks on`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g q")
    let row = try #require(program.state.selectedToDo)
    let task = try #require(program.state.taskRows.first)
    program.state.roomMode = .names
    #expect(program.state.preview(of: row).isEmpty)
    #expect(program.state.preview(of: task).isEmpty)
  }

  @Test func `asks nothing of the disk`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    try program.press("g q")
    let before = program.effects.count
    try program.press("j j j j <Tab> j")
    #expect(program.effects.count == before)
    #expect(program.state.chartInSight == nil)
  }
}
