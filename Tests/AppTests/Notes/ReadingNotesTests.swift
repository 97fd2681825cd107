import Domain
import Support
import TerminalCore
import Testing

@testable import App

/// The demo's staff in other roles.
@Suite struct `Opening a note` {
  private func program(_ role: StaffRole) throws -> TestProgram {
    var program = try TestProgram.demo()
    let id = try #require(program.state.staffID)
    program.state.data.staff[id]?.role = .known(role)
    return program
  }

  @Test func `is refused with the reason to who reads none, and nothing is read`() throws {
    var program = try program(.frontDesk)
    try program.press("<Enter> 1 E")
    #expect(program.state.status.text == "The front desk reads no notes.")
    try program.press("e")
    #expect(program.state.screen == .day)
    #expect(
      program.effects.allSatisfy { effect in
        if case .openNote = effect { false } else { true }
      }
    )
  }

  @Test func `of nobody one treats is refused`() throws {
    var program = try TestProgram.demo()
    let stranger = Staff(id: ID("st_0000000000zz"), code: "ZZ", name: "Zoe Zander")
    program.state.data.staff[stranger.id] = stranger
    try program.press("<Enter> 1")
    program.state.staffID = stranger.id
    try program.press("E")
    #expect(program.state.status.text.hasPrefix("Notes are for those who treat the client"))
    #expect(program.state.screen == .day)
    guard case .tellRefused(.note, let client)? = program.effects.last else {
      Issue.record("nobody is told")
      return
    }
    #expect(client == program.state.selectedClient)
  }

  @Test func `in an emergency lasts by the machine's time, not the one that is worked on`() throws {
    var program = try TestProgram.demo()
    let stranger = Staff(id: ID("st_0000000000zz"), code: "ZZ", name: "Zoe Zander")
    program.state.data.staff[stranger.id] = stranger
    try program.press("<Enter> 1")
    program.state.staffID = stranger.id
    let machine = program.now.adding(minutes: 24 * 60)
    program.state.machineNow = machine
    try program.press("<F2> <Type:emergency access: read> <Enter> <Type:in crisis> <Enter>")
    guard case .grant(let grant)? = program.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(grant.from == machine && grant.until == machine.adding(minutes: 30))
    program.send(.granted(grant))
    program.state.machineNow = machine.adding(minutes: 30)
    try program.press("E")
    #expect(program.state.screen == .day)
    program.state.machineNow = machine.adding(minutes: 29)
    try program.press("E")
    #expect(program.state.screen == .note)
  }

  @Test func `that is new is refused to who writes none`() throws {
    var program = try program(.auditor)
    try program.press("<Enter> 1 +")
    #expect(program.state.status.text == "An auditor writes no notes.")
    #expect(program.state.prompt == nil)
  }

  @Test func `is possible in an emergency, with a reason, and a supervisor reviews it`() throws {
    var program = try TestProgram.demo()
    let stranger = Staff(id: ID("st_0000000000zz"), code: "ZZ", name: "Zoe Zander")
    program.state.data.staff[stranger.id] = stranger
    try program.press("<Enter> 1")
    program.state.staffID = stranger.id
    try program.press("<F2> <Type:emergency access: read> <Enter>")
    #expect(program.state.prompt != nil)
    try program.press("<Type:in crisis at the door> <Enter>")
    guard case .grant(let grant)? = program.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(grant.reason == "in crisis at the door")
    program.send(.granted(grant))
    try program.press("E")
    #expect(program.state.screen == .note)
    let supervisor = try #require(program.state.data.staff.values.first { $0.code == "MQ" })
    try program.press("<Esc>")
    _ = program.state.begin(as: supervisor.id)
    #expect(program.state.status.text.contains("1 emergency access waits"))
    #expect(program.state.reviewsWaiting == 1)
    try program.press("<F2> <Type:review emergency> <Enter> r")
    guard case .grant(let reviewed)? = program.effects.last else {
      Issue.record("nothing was reviewed")
      return
    }
    #expect(reviewed.review?.by == supervisor.id)
  }
}
