import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `A path to import from` {
  private func asking(_ typed: String) throws -> TestProgram {
    var program = try TestProgram.demo(as: "MQ")
    program.state.size = Size(columns: 60, rows: 16)
    try program.press(": <Type:import> <Enter>")
    program.type(typed)
    try program.press("<Tab>")
    #expect(program.effects == [.completePath(typed)])
    return program
  }

  private func line(_ program: TestProgram) -> String? {
    guard case .line(let line) = program.state.prompt else { return nil }
    return line.line.text
  }

  @Test func `is completed by Tab`() throws {
    var program = try asking("~/ca")
    program.send(
      .pathCompleted(
        PathCompletion(typed: "~/ca", folder: "~/", beginning: "ca", names: ["cases/"])
      )
    )
    #expect(line(program) == "~/cases/")
    #expect(program.state.status.text.isEmpty)
  }

  @Test func `that may be several gets their common part, and they are told`() throws {
    var program = try asking("/in/c")
    let names = ["clients.csv", "clients-of-last-year/", "clients-of-the-evening-track/"]
    program.send(
      .pathCompleted(PathCompletion(typed: "/in/c", folder: "/in/", beginning: "c", names: names))
    )
    #expect(line(program) == "/in/clients")
    #expect(program.state.status.text == "clients.csv  clients-of-last-year/  and 1 more")
  }

  @Test func `stays where nothing begins so, or the folder can't be read`() throws {
    var program = try asking("/in/x")
    program.send(
      .pathCompleted(PathCompletion(typed: "/in/x", folder: "/in/", beginning: "x", names: []))
    )
    #expect(line(program) == "/in/x")
    #expect(program.state.status.text.hasPrefix("Nothing there begins so"))
    program.send(.pathCompleted(PathCompletion(typed: "/in/x", why: "It can't be read.")))
    #expect(line(program) == "/in/x")
    #expect(program.state.status.text == "It can't be read.")
    // What was asked for before the next key is too late.
    program.type("y")
    program.send(
      .pathCompleted(PathCompletion(typed: "/in/x", folder: "/in/", beginning: "x", names: ["xa"]))
    )
    #expect(line(program) == "/in/xy")
  }

  @Test func `has help that names the files and their columns`() throws {
    var program = try asking("")
    try program.press("<F1>")
    let lines = HelpList.lines(of: program.state, query: "")
    let clients = lines.first { $0.keys == "clients.csv" }?.text
    #expect(clients?.hasPrefix("mrn* legalFirst* legalLast* birthDate* preferredName") == true)
    #expect(lines.contains { $0.keys == "any .ics" })
    #expect(lines.contains { $0.keys == "Tab" })
  }
}
