import Domain
import Support
import TerminalCore
import Testing

@testable import App

/// The demo's TB in other roles.
@Suite struct `A quick line and the plan` {
  /// Somebody's quick line is there already.
  private func program(_ role: StaffRole) throws -> TestProgram {
    var program = try TestProgram.demo()
    try program.press("<Enter> 1 , <Type:4 7 tired> <Enter>")
    let id = try #require(program.state.staffID)
    program.state.data.staff[id]?.role = .known(role)
    return program
  }

  @Test func `can't be looked at by who reads no notes`() throws {
    var program = try program(.frontDesk)
    let session = try #require(program.state.openSession)
    let row = try #require(session.rows.first { $0.hasQuickLine })
    #expect(!program.state.mayReadQuickLine(of: row, in: session))
    try program.press("1 ,")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text == "The front desk reads no notes.")
    var other = row
    other.craving = nil
    #expect(ChangeWords.rowWords(other, row, of: session.id, in: program.state) == "changed")
  }

  @Test func `are there for the group's lead`() throws {
    var program = try program(.counselor)
    let session = try #require(program.state.openSession)
    let row = try #require(session.rows.first { $0.hasQuickLine })
    #expect(program.state.mayReadQuickLine(of: row, in: session))
    try program.press("1 ,")
    #expect(program.state.prompt != nil)
    var other = row
    other.craving = nil
    let words = ChangeWords.rowWords(other, row, of: session.id, in: program.state)
    #expect(words == "quick line kept")
  }

  @Test(arguments: [StaffRole.frontDesk, .counselor])
  func `stand on the card of who treats alone`(role: StaffRole) throws {
    var program = try TestProgram.withNotes()
    let id = try #require(program.state.staffID)
    program.state.data.staff[id]?.role = .known(role)
    let client = try #require(program.client("C01"))
    program.state.card.client = client
    let card = try #require(ClientCard(program.state))
    let isTreating = role == .counselor
    #expect(card.lines.contains { $0.label == "Goals" } == isTreating)
    #expect(card.lines.contains { $0.label == "Plan review" } == isTreating)
    #expect(card.history.contains { !$0.note.isEmpty } == isTreating)
  }
}
