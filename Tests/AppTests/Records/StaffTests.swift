import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Entering staff` {
  private func person(_ code: String, in program: TestProgram) -> Staff? {
    program.state.data.staff.values.first { $0.code == code }
  }

  @Test func `takes hours of work as typed, and shows them again`() throws {
    var program = `An empty program`.empty()
    try program.press("g r <Tab> a <Type:Mo Quill> <Enter> <Type:MQ> <Enter> <Type:LADC> <Enter>")
    try program.press("<Enter> <Enter> <Type:mon-thu 10-19, fri 9> <C-s>")
    #expect(program.state.prompt != nil)
    #expect(person("MQ", in: program) == nil)
    try program.press("<End> <Type:-12> <C-s>")
    let hours = try #require(person("MQ", in: program)?.workHours)
    #expect(TypedHours.words(hours) == "Mon-Thu 10:00-19:00, Fri 09:00-12:00")
    try program.press("=")
    guard case .form(let form) = program.state.prompt else {
      Issue.record("no form")
      return
    }
    let field = try #require(form.fields.first { $0.id == .hours })
    #expect(field.line.text == "Mon-Thu 10:00-19:00, Fri 09:00-12:00")
  }

  @Test func `whoever leads a group leaves only with a word about it`() throws {
    var program = try `An empty program`.withGroup()
    try program.press("g r <Tab> =")
    for _ in 0..<6 { try program.press("<Enter>") }
    try program.press("n <C-s>")
    #expect(program.state.data.staff[.of("TB")]?.isActive == true)
    guard case .form(let form) = program.state.prompt else {
      Issue.record("no form: \(program.state.status.text)")
      return
    }
    #expect(form.fields.contains { $0.problem?.hasPrefix("Leads G01.") == true })
    try program.press("<Type:moved away> <C-s>")
    #expect(program.state.data.staff[.of("TB")]?.isActive == false)
  }
}
