import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `A full disk while a note is written` {
  /// An own part with a word on disk, and the disk full since.
  private func full() throws -> TestProgram {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    try program.select(try #require(program.attended.first))
    try program.press("E <Type:one> <C-s>")
    program.notes.diskWorks = false
    program.type(" two")
    program.send(.draftDue)
    return program
  }

  @Test func `it says NOT SAVED and typing goes on`() throws {
    var program = try full()
    #expect(program.state.status.text.hasPrefix("NOT SAVED. The disk is full."))
    #expect(program.state.status.tone == .error)
    program.type(" three")
    #expect(program.text(SampleTemplates.response) == "one two three")
    #expect(program.kept(SampleTemplates.response) == "one")
    #expect(program.state.status.text.hasPrefix("NOT SAVED."))
  }

  @Test func `F5 saves all of it in order`() throws {
    var program = try full()
    program.type(" three")
    program.send(.draftDue)
    try program.press("<BS> <BS> <Tab> 3 <S-Tab>")
    program.type("x")
    program.notes.diskWorks = true
    try program.press("<F5>")
    let document = try #require(program.state.note?.document)
    #expect(program.notes.drafts[document]?.content == program.state.note?.current.content)
    #expect(program.state.status.text == "Saved now. Nothing was lost.")
    #expect(program.state.note?.problem == nil)
  }

  @Test func `leaving asks, and staying goes on`() throws {
    var program = try full()
    try program.press("<C-q>")
    #expect(program.question?.title == "What you typed isn't saved")
    try program.press("<Enter>")
    #expect(!program.effects.contains(.quit))
    program.type("!")
    #expect(program.text(SampleTemplates.response) == "one two!")
    program.notes.diskWorks = true
    try program.press("<F5> <C-q>")
    #expect(program.effects.last == .quit)
    #expect(program.kept(SampleTemplates.response) == "one two!")
  }

  @Test func `after Esc it waits for the disk, and leaving asks too`() throws {
    var program = try full()
    let document = try #require(program.state.note?.document)
    try program.press("<Esc>")
    #expect(program.state.status.text.hasPrefix("NOT SAVED."))
    try program.press("<C-q>")
    #expect(program.question != nil)
    try program.press("<Enter>")
    program.notes.diskWorks = true
    try program.press("<F5>")
    #expect(program.notes.drafts[document]?.content.text(SampleTemplates.response) == "one two")
  }

  @Test func `opened again it has what the disk doesn't`() throws {
    var program = try full()
    try program.press("<Esc> E")
    #expect(program.text(SampleTemplates.response) == "one two")
    try program.press("<C-End>")
    program.type(" three")
    program.notes.diskWorks = true
    try program.press("<F5>")
    #expect(program.kept(SampleTemplates.response) == "one two three")
  }

  @Test func `saved after it was left, it is said no longer`() throws {
    var program = try full()
    try program.press("<Esc> g w")
    #expect(program.state.status.text.hasPrefix("NOT SAVED."))
    program.notes.diskWorks = true
    let document = try #require(program.state.strayDrafts.keys.first)
    program.notes.left = []
    program.send(.ticked)
    #expect(program.state.status.text == "Saved now. Nothing was lost.")
    #expect(program.state.isEverythingSaved)
    // Nobody has it open any more.
    #expect(program.notes.left == [document])
  }

  @Test func `what a signal loses is told by codes`() throws {
    var program = try full()
    #expect(program.state.losses == ["the note of C01, of 2026-03-11"])
    try program.press("<Esc>")
    program.diskWorks = false
    try program.press("n")
    program.send(.terminate)
    #expect(
      program.state.losses == [
        "the note of C01, of 2026-03-11", "the attendance of G03, of 2026-03-11",
      ]
    )
    #expect(program.state.whyNotSaved == "The disk is full.")
    program.diskWorks = true
    program.notes.diskWorks = true
    program.send(.ticked)
    #expect(program.state.losses.isEmpty)
  }
}
