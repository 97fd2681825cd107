import Domain
import Support
import Testing

@testable import App

@Suite struct `The card of a client` {
  private func history(_ program: TestProgram) throws -> [HistoryLine] {
    try #require(ClientCard(program.state)).history
  }

  @Test func `has attempts to reach them and what the team decided, for who may read of it`() throws
  {
    var program = try TestProgram.demo()
    try program.press("g m / <Type:finch> <Enter> i <Esc> <Esc> g c * / <Type:C06> <Enter> <Enter>")
    let lines = try history(program)
    #expect(
      lines.filter { $0.kind == "Outreach" }.map(\.what) == [
        "called: no answer", "called: no answer",
      ]
    )
    let decided = try #require(lines.first { $0.kind == "Team" })
    #expect(decided.what == "step up")
    #expect(decided.date == .on("2026-03-11"))
    #expect(decided.mark == "T. Brightwater")
    try program.press("/ <Type:no answer> <Enter>")
    #expect(try history(program).count == 2)
    // Another counselor's client, in none of their groups.
    let trainee = try #require(
      program.state.data.staff.values.first { $0.role == .known(.frontDesk) }
        ?? program.state.data.staff.values.first { $0.code == "NP" }
    )
    program.state.card.filter = nil
    program.state.staffID = trainee.id
    let client = try #require(program.client("C06"))
    if !program.state.mayReadChart(of: client) {
      #expect(try history(program).allSatisfy { $0.kind != "Outreach" && $0.kind != "Team" })
    } else {
      Issue.record("\(trainee.code) may read")
    }
  }

  @Test func `narrows its own history, not what the day says was`() throws {
    var program = try TestProgram.demo()
    let id = try #require(program.client("C06"))
    let client = try #require(program.state.data.clients[id])
    let before = ClientCard(of: client, program.state).recent(5)
    #expect(before.count == 5)
    program.state.card.client = client.id
    program.state.card.filter = "nothing has this"
    #expect(try history(program).isEmpty)
    #expect(ClientCard(of: client, program.state).recent(5) == before)
  }

  @Test func `leads to a day of the history and back, and today's is there behind it`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter>")
    let day = program.state.day
    try program.press("g c * / <Type:C06> <Enter> <Enter> <Tab> <Down> <Down> <Down> <Enter>")
    #expect(program.state.screen == .day && program.state.day.date != program.state.today)
    try program.press("<Esc>")
    #expect(program.state.screen == .card)
    for _ in 0..<4 where program.state.screen != .day { try program.press("<Esc>") }
    #expect(program.state.screen == .day)
    #expect(program.state.day == day)
  }

  @Test func `shows every step from the first call to the admission`() throws {
    var program = try TestProgram.demo()
    try program.press("g c * a <Type:Ann> <Enter> <Type:Bee> <Enter> <Type:3/14/1988>")
    try program.press("<Enter> <Enter> <Enter> <Enter> <Enter> <Enter> <Type: > <C-u> <C-s>")
    try program.press(". s <C-s> . d <C-u> <Type:3/16> <C-s> <Enter>")
    let stands = try #require(ClientCard(program.state)).lines.first { $0.label == "Stands" }
    #expect(stands?.words == "scheduled for Mon 16 Mar")
    try program.press(". a <C-s>")
    let course = try history(program).filter { $0.kind == "Stay" }.map(\.what)
    #expect(
      course == [
        "counselor T. Brightwater", "level 2.1", "admitted",
        "intake scheduled for Mon 16 Mar 2026", "screened", "inquiry",
      ]
    )
  }
}
