import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Spelling in a note` {
  private let part = SampleTemplates.response

  /// An own part with a text, the cursor at its start, and a dictionary that lacks some words.
  private func writing(_ text: String, lacks: [String: [String]]? = nil) throws -> TestProgram {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    try program.select(try #require(program.attended.first))
    program.notes.misspellings = lacks ?? ["teh": ["the", "tech"], "wnet": ["went", "when"]]
    try program.press("E")
    program.paste(text)
    try program.press("<C-Home>")
    return program
  }

  private func box(_ program: TestProgram) -> SpellingPrompt? {
    if case .spelling(let prompt) = program.state.prompt { prompt } else { nil }
  }

  private func selected(_ program: TestProgram) -> String? {
    let note = program.state.note
    let buffer = note?.focusedPart.flatMap { note?.fields[$0.key] }?.buffer
    return buffer?.selection.map { buffer?.text(in: $0) ?? "" }
  }

  @Test func `F7 goes to the next unknown word and offers what may be meant`() throws {
    var program = try writing("Client wnet to teh group.")
    try program.press("<F7>")
    #expect(box(program)?.word == "wnet")
    #expect(selected(program) == "wnet")
    #expect(box(program)?.choices == [.replace("went"), .replace("when"), .ignore, .learn])
    #expect(program.state.note?.spelling?.unknown == ["wnet", "teh"])
    #expect(program.state.note?.spelling?.figures == .init(marks: 2, words: 5))
  }

  @Test func `a digit mends it, undo takes it back, and the journal has both`() throws {
    var program = try writing("Client wnet out.")
    try program.press("<F7> 1")
    #expect(program.text(part) == "Client went out.")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text.hasSuffix("Spelling: no marks."))
    try program.press("<C-z>")
    #expect(program.text(part) == "Client wnet out.")
    try program.press("<C-y> <C-s>")
    #expect(program.kept(part) == "Client went out.")
  }

  @Test func `F7 again goes on, around the end, and says when there are no marks`() throws {
    var program = try writing("teh one\nwnet two\nteh three")
    try program.press("<F7> <F7>")
    #expect(box(program)?.word == "wnet")
    try program.press("<F7>")
    #expect(box(program)?.word == "teh")
    #expect(program.state.note?.fields[part]?.buffer.cursor == TextPlace(2, 3))
    try program.press("1 <F7> 1")
    #expect(program.text(part) == "the one\nwnet two\nthe three")
    #expect(program.state.status.text == "Replaced; Ctrl-Z takes it back. 1 left; F7 goes on.")
    try program.press("<F7> <Enter> <F7>")
    #expect(program.text(part) == "the one\nwent two\nthe three")
    #expect(program.state.status.text == "Spelling: no marks.")
    #expect(program.state.prompt == nil)
  }

  @Test func `a word in another part of the note is gone to`() throws {
    var program = try writing("all is well")
    let last = try #require(
      program.state.note?.template.parts.last { if case .text = $0.form { true } else { false } }
    )
    try #require(last.key != part)
    while program.state.note?.focusedPart?.key != last.key { try program.press("<Tab>") }
    program.type("teh end")
    while program.state.note?.focusedPart?.key != part { try program.press("<S-Tab>") }
    try program.press("<F7>")
    #expect(program.part == last.key)
    #expect(selected(program) == "teh")
  }

  @Test func `Esc leaves the text as it was, and typing replaces nothing`() throws {
    var program = try writing("Client wnet out.")
    try program.press("<F7> <Esc> !")
    #expect(program.text(part) == "Client wnet! out.")
    #expect(program.state.screen == .note)
  }

  @Test func `what is ignored stays ignored in this note`() throws {
    var program = try writing("wnet and teh and wnet")
    try program.press("<F7> 0")
    #expect(program.state.note?.spelling?.unknown == ["teh"])
    #expect(program.state.status.text == "Ignored in this note. 1 left; F7 goes on.")
    try program.press("<F7>")
    #expect(box(program)?.word == "teh")
    #expect(program.notes.lookedUp.last?.contains("wnet") == false)
  }

  @Test func `a word is added to one's own, and only when it is on disk`() throws {
    var program = try writing("wnet and teh")
    program.notes.diskWorks = false
    try program.press("<F7> +")
    #expect(program.state.status.text == "The disk is full.")
    #expect(program.state.note?.spelling?.unknown.contains("wnet") == true)
    program.notes.diskWorks = true
    try program.press("<C-Home> <F7> +")
    #expect(program.notes.ownWords == ["wnet"])
    #expect(program.state.note?.spelling?.unknown == ["teh"])
    #expect(program.text(part) == "wnet and teh")
  }

  @Test func `names, numbers and abbreviations aren't looked up`() throws {
    var program = try TestProgram.withNotes()
    let client = try #require(program.state.data.clients.values.first { $0.mrn == "C01" })
    let staff = try #require(program.state.data.staff.values.first)
    let text = "\(client.fullName)'s PHQ-9 was 12 at 9am, said \(staff.name). Wellx."
    program = try writing(text, lacks: [:])
    try program.press("<F7>")
    let asked = try #require(program.notes.lookedUp.last)
    #expect(asked.sorted() == ["Wellx", "at", "said", "was"])
  }

  @Test func `a word stands in the question once, what comes next first`() throws {
    var program = try writing("one two one")
    try program.press("<C-Right> <F7>")
    #expect(program.notes.lookedUp.last == ["two", "one"])
  }

  @Test func `without a spell checker a sentence says so and nothing changes`() throws {
    var program = try writing("Client wnet out.")
    program.notes.misspellings = nil
    try program.press("<F7>")
    #expect(program.state.status.text == "No spell checker is here.")
    #expect(program.state.prompt == nil)
    program.type("x")
    #expect(program.text(part) == "xClient wnet out.")
  }

  @Test func `letters in the box change nothing, and what was typed is on disk before it opens`()
    throws
  {
    var program = try writing("Client wnet out.")
    try program.press("<F7> a i n q")
    #expect(program.text(part) == "Client wnet out.")
    #expect(program.kept(part) == "Client wnet out.")
    #expect(box(program)?.word == "wnet")
    #expect(program.notes.ownWords.isEmpty)
  }

  @Test func `a note that is only read isn't checked`() throws {
    var program = try writing("teh")
    program.state.note?.access = .reading("Somebody else writes it.")
    try program.press("<F7>")
    #expect(program.notes.lookedUp.isEmpty)
    #expect(program.state.prompt == nil)
  }

  @Test func `figures go with the next change of the text`() throws {
    var program = try writing("Client wnet out.")
    try program.press("<F7> <Esc>")
    #expect(program.state.note?.spelling?.figures?.marks == 1)
    program.type("a")
    #expect(program.state.note?.spelling?.figures == nil)
    #expect(program.state.note?.spelling?.unknown == ["wnet"])
  }

  @Test func `a text of 100,000 words is gone through in both directions`() throws {
    let line = Array(repeating: "the client said it was quiet", count: 1_667).joined(separator: " ")
    var program = try writing(Array(repeating: line, count: 10).joined(separator: "\n") + " teh")
    try program.press("<F7>")
    #expect(program.notes.lookedUp.last == ["the", "client", "said", "it", "was", "quiet", "teh"])
    #expect(program.state.note?.spelling?.figures == .init(marks: 1, words: 100_021))
    #expect(selected(program) == "teh")
    try program.press("1")
    #expect(program.text(part).hasSuffix(" the"))
  }
}
