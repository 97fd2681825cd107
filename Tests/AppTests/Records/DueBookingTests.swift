import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `What is booked from what is due` {
  private func program() throws -> TestProgram {
    var builder = ProgramBuilder()
    builder.rules { ($0.asamReassessDays, $0.familyContactEveryDays) = (5, 5) }
    builder.client("C01", admitted: "2026-03-09")
    let now = builder.snapshot.program.zone.instant(.on("2026-03-11"), .at("08:00"))
    var program = TestProgram(builder.snapshot, now: now, counselor: "TB")
    try program.press("g q")
    return program
  }

  @Test(arguments: [
    ("family", AppointmentKind.familyWithClient), ("reassessment", .asamReassessment),
  ])
  func `is of the kind that is due, and settles it`(word: String, kind: AppointmentKind) throws {
    var program = try program()
    let due = try #require(program.state.taskRows.first { $0.id.word == word })
    program.state.toDo.task = due.id
    try program.press("<Enter>")
    let field = program.form?.fields.first { $0.id == .kind }
    #expect(field?.chosen.map(\.id) == [kind.rawValue])
    try program.press("<Down> <Type:15> <C-s>")
    #expect(program.form == nil, "\(program.form?.problem ?? "")")
    #expect(program.state.data.appointments.values.map(\.kind) == [.known(kind)])
    #expect(!program.state.taskRows.contains { $0.id == due.id })
    #expect(program.state.taskRows.count == 1)
  }

  @Test func `isn't due any more, though its week wasn't read before`() throws {
    var builder = ProgramBuilder()
    builder.rules { ($0.asamReassessDays, $0.familyContactEveryDays) = (5, nil) }
    builder.client("C01", admitted: "2026-03-09")
    builder.book("C01", on: "2026-03-30", (start: "15:00", end: "15:50")) {
      $0.kind = .known(.asamReassessment)
    }
    let now = builder.snapshot.program.zone.instant(.on("2026-03-12"), .at("08:00"))
    var program = TestProgram(builder.snapshot, now: now, counselor: "TB")
    try #require(!program.state.data.isLoaded(.on("2026-03-30")))
    try program.press("g q")
    #expect(program.state.taskRows.isEmpty)
  }

  @Test func `has a form for each kind, also where one was left`() throws {
    var program = try program()
    program.state.toDo.task = program.state.taskRows.first { $0.id.word == "family" }?.id
    try program.press("<Enter> <Down> <Type:15> <Esc>")
    program.state.toDo.task = program.state.taskRows.first { $0.id.word == "reassessment" }?.id
    try program.press("<Enter>")
    let field = program.form?.fields.first { $0.id == .kind }
    #expect(field?.chosen.map(\.id) == [AppointmentKind.asamReassessment.rawValue])
    #expect(program.form?.isDraft == false)
  }
}
