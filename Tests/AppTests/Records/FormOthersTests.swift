import App
import Domain
import Support
import Testing

/// Another person's change of a client arrives while a form about the same client is open.
@Suite struct `A form whose record someone else changes` {
  private func open() throws -> TestProgram {
    var program = try TestProgram.demo()
    try program.press("g c =")
    #expect(program.form != nil)
    return program
  }

  /// What somebody else makes of the client that the form is about, as the files bring it.
  private func others(
    _ program: inout TestProgram,
    _ edit: (inout Client) -> Void
  ) throws -> ClientID {
    guard case .client(let id?)? = program.form?.purpose else { throw MissingForm() }
    var data = program.state.data
    var client = try #require(data.clients[id])
    edit(&client)
    let staff = try #require(data.staff.values.first { $0.code == "MQ" })
    let stamp = Stamp(
      staff: staff.id,
      now: program.now,
      changeID: ChangeID("ch_other\(data.nextOrder)")
    )
    try data.apply(data.change(.client(client, nil), stamp: stamp))
    program.send(.loaded(data))
    return id
  }

  private struct MissingForm: Error {}

  /// Goes to the field of a label.
  private func go(to id: FieldID, _ program: inout TestProgram) throws {
    for _ in 0..<20 where program.form?.field.id != id { try program.press("<Tab>") }
    #expect(program.form?.field.id == id)
  }

  @Test func `takes over what wasn't touched in it`() throws {
    var program = try open()
    try go(to: .pronouns, &program)
    program.type("they/them")
    let id = try others(&program) { $0.phones = [Phone(number: "555-0177")] }
    try program.press("<C-s>")
    let client = try #require(program.state.data.clients[id])
    #expect(client.phones.first?.number == "555-0177")
    #expect(client.pronouns == "they/them")
  }

  @Test func `asks once where both changed the same, and a second Ctrl-S decides`() throws {
    var program = try open()
    try go(to: .pronouns, &program)
    program.type("they/them")
    let id = try others(&program) { $0.pronouns = "she/they" }
    try program.press("<C-s>")
    #expect(
      program.form?.field.problem
        == "Someone else just made it \"she/they\". Ctrl-S keeps what is here."
    )
    #expect(program.state.data.clients[id]?.pronouns == "she/they")
    try program.press("<C-s>")
    #expect(program.state.data.clients[id]?.pronouns == "they/them")
  }

  @Test func `comes back from a draft with what others changed`() throws {
    var program = try open()
    try go(to: .pronouns, &program)
    program.type("they/them")
    let id = try others(&program) { $0.phones = [Phone(number: "555-0177")] }
    try program.press("<Esc> =")
    #expect(program.form?.isDraft == true)
    #expect(program.form?.fields.first { $0.id == .phone }?.line.text == "555-0177")
    try program.press("<C-s>")
    #expect(program.state.data.clients[id]?.pronouns == "they/them")
    #expect(program.state.data.clients[id]?.phones.first?.number == "555-0177")
  }

  @Test func `has what was typed again where the file had it otherwise`() throws {
    var program = try open()
    try go(to: .pronouns, &program)
    program.type("they/them")
    guard case .client(let id?)? = program.form?.purpose else { throw MissingForm() }
    let before = program.state.data
    program.diskWorks = false
    try program.press("<C-s>")
    program.diskWorks = true
    var data = before
    let staff = try #require(data.staff.values.first { $0.code == "MQ" })
    var client = try #require(data.clients[id])
    client.pronouns = "she/they"
    let stamp = Stamp(staff: staff.id, now: program.now, changeID: ChangeID("ch_other"))
    try data.apply(data.change(.client(client, nil), stamp: stamp))
    program.send(.merged(.client(id), data, why: "Theirs stands.", isWhole: false))
    try program.press("=")
    #expect(program.form?.isDraft == true)
    let field = program.form?.fields.first { $0.id == .pronouns }
    #expect(field?.line.text == "they/them")
    #expect(field?.problem?.hasPrefix("Someone else just made it \"she/they\"") == true)
  }
}
