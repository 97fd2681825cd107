import App
import Domain
import Support
import TerminalCore
import Testing

@Suite struct `What is typed in a form` {
  /// A new client's form, half typed, and on the disk.
  private func typed() throws -> TestProgram {
    var program = try TestProgram.demo()
    try program.press("g c a <Type:Ann> <Enter> <Type:Bee>")
    #expect(program.state.hasUnwrittenForms)
    program.send(.draftDue)
    return program
  }

  /// The same program as it starts after a crash.
  private func restarted(_ program: TestProgram, as code: String = "TB") throws -> TestProgram {
    var again = try TestProgram.demo(as: code)
    again.forms = program.forms
    again.send(.formsFound(again.forms))
    return again
  }

  private func text(_ id: FieldID, _ program: TestProgram) -> String? {
    program.form?.fields.first { $0.id == id }?.line.text
  }

  @Test func `lies on the disk while it is typed, and is written once`() throws {
    var program = try typed()
    #expect(program.forms.map(\.words) == ["a new client"])
    #expect(program.forms.first?.answers.map(\.content) == [["Ann"], ["Bee"]])
    #expect(!program.state.hasUnwrittenForms)
    program.type("r")
    #expect(program.state.hasUnwrittenForms)
    program.send(.draftDue)
    #expect(program.forms.map { $0.answers.map(\.content) } == [[["Ann"], ["Beer"]]])
  }

  @Test func `is back after a crash, and said to be there`() throws {
    var again = try restarted(try typed())
    #expect(
      again.state.status.text
        == "Not done yet: a new client. Open it again: it has what you typed."
    )
    try again.press("g c a")
    #expect(text(.firstName, again) == "Ann")
    #expect(text(.lastName, again) == "Bee")
    #expect(again.form?.field.id == .lastName)
    try again.press("<Tab> <Type:3/14/1988> <C-s>")
    #expect(again.form == nil, "\(String(describing: again.form?.field))")
    again.send(.draftDue)
    #expect(again.forms.isEmpty)
    #expect(again.state.data.clients.values.contains { $0.legalLast == "Bee" })
  }

  @Test func `goes where the form is emptied`() throws {
    var again = try restarted(try typed())
    try again.press("g c a <C-n> <Esc>")
    again.send(.draftDue)
    #expect(again.forms.isEmpty)
  }

  @Test func `stays where the form is left, and where it is locked or logged off`() throws {
    var program = try TestProgram.demo()
    program.state.isSealed = true
    try program.press("g c a <Type:Ann> <C-l>")
    #expect(program.forms.first?.answers.map(\.content) == [["Ann"]])
    var other = try TestProgram.demo()
    try other.press("g c a <Type:Ann> <Esc>")
    other.send(.terminate)
    #expect(other.forms.first?.answers.map(\.content) == [["Ann"]])
  }

  @Test func `is asked about where others changed the same since the crash`() throws {
    var program = try TestProgram.demo()
    try program.press("g c =")
    for _ in 0..<20 where program.form?.field.id != .pronouns { try program.press("<Tab>") }
    program.type("they/them")
    program.send(.draftDue)
    guard case .client(let id?)? = program.form?.purpose else {
      Issue.record("no form")
      return
    }
    var again = try restarted(program)
    again.state.data.clients[id]?.pronouns = "she/they"
    try again.press("g c =")
    #expect(text(.pronouns, again) == "they/them")
    #expect(
      again.form?.fields.first { $0.id == .pronouns }?.problem?.contains("\"she/they\"") == true
    )
  }

  @Test func `is said not to be saved where the disk is full, and tried again`() throws {
    var program = try TestProgram.demo()
    program.diskWorks = false
    try program.press("g c a <Type:Ann>")
    program.send(.draftDue)
    #expect(program.state.status.text.hasPrefix("NOT SAVED: what is typed in a form."))
    program.diskWorks = true
    program.send(.ticked)
    #expect(program.forms.first?.answers.map(\.content) == [["Ann"]])
    #expect(program.state.status.text == "Saved now. Nothing was lost.")
  }

  @Test func `is the own one of each who sits here`() throws {
    var program = try typed()
    try program.press("<Esc>")
    let other = try #require(program.state.data.staff.values.first { $0.code == "MQ" })
    program.forms = []
    _ = program.state.begin(as: other.id)
    try program.press("g c a")
    #expect(text(.firstName, program) == "")
  }
}
