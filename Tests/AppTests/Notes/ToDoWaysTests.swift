import Domain
import Support
import TerminalCore
import Testing

@testable import App

/// What leads from the list of what is due, and back to it.
@Suite struct `The way back to what is due` {
  private func chosen(_ program: TestProgram) -> String {
    let row = program.state.selectedToDo?.first
    return "\(row?.kind.rawValue ?? "") \(program.code(row?.clientID))"
  }

  @Test func `is not yet, where s had a note shown`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g q <Down>")
    let row = chosen(program)
    try program.press("s")
    #expect(program.isSigning)
    try program.press("<Esc>")
    #expect(program.state.screen == .toDo)
    #expect(program.state.note == nil)
    #expect(chosen(program) == row)
    #expect(program.state.status.text == "Not signed. The draft is kept.")
    #expect(program.effects.contains { if case .leaveDraft = $0 { true } else { false } })
    try program.press("<Tab>")
    #expect(program.state.toDo.focus == .tasks)
  }

  @Test func `is Esc where the PIN is asked`() throws {
    var program = try TestProgram.withNotes()
    program.notes.pin = "2468"
    try program.press("g q <Down>")
    let row = chosen(program)
    try program.press("s <End> s <Esc>")
    #expect(program.state.screen == .toDo)
    #expect(chosen(program) == row)
  }

  @Test func `is not yet at the second note of a run, with the cursor on that one`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    program.notes.pin = "2468"
    try program.press("g q")
    let ready = program.state.toDoRows.filter { $0.first.kind == .noShow }
    program.state.toDo.selected = Set(ready.prefix(2).map(\.id))
    try program.press("s")
    try program.sign(pin: "2468")
    #expect(program.isSigning)
    try program.press("<Esc>")
    #expect(program.state.screen == .toDo)
    #expect(program.state.selectedToDo?.id == ready[1].id)
    #expect(program.state.signingRun == nil)
  }

  @Test func `leads from what waits for a co-signature too`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    try program.press("g q")
    let waiting = program.state.toDoRows.filter { $0.first.status == .awaitingCosign }
    program.state.toDo.cursor = try #require(waiting.last).id
    try program.press("s <Esc>")
    #expect(program.state.screen == .toDo)
    #expect(program.state.selectedToDo?.id == waiting.last?.id)
    #expect(program.state.status.text == "Nothing was signed.")
  }

  @Test func `is the note where it was opened to be written`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g q <Enter> <F4>")
    #expect(program.isSigning)
    try program.press("<Esc>")
    #expect(program.state.screen == .note)
    try program.press("<Esc>")
    #expect(program.state.screen == .toDo)
  }

  @Test func `is Esc on the team's sheet that was opened from it`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g q <Tab>")
    let review = try #require(
      program.state.taskRows.first { if case .review = $0.kind { true } else { false } }
    )
    program.state.toDo.task = review.id
    try program.press("<Enter>")
    #expect(program.state.screen == .team)
    #expect(program.state.team.cursor == review.clientID)
    try program.press("<Enter>")
    #expect(program.state.screen == .card)
    try program.press("<Esc> <Esc>")
    #expect(program.state.screen == .toDo)
    #expect(program.state.selectedTask?.id == review.id)
    try program.press("<Enter> g m <Esc>")
    #expect(program.state.screen == .day)
  }

  @Test func `shows the list as it was narrowed`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g q <Tab> / <Type:review> <Enter> <Enter>")
    #expect(program.state.screen == .team)
    try program.press("<Esc>")
    #expect(program.state.toDo.filter == "review")
  }
}
