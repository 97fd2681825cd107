import Domain
import Support
import TerminalCore
import Testing

@testable import App

/// A note is on the screen while the leave to read it ends.
@Suite struct `A note that may not be read any more` {
  /// TB writes the part of C01, in a role that others may change meanwhile.
  private func writing() throws -> TestProgram {
    var program = try TestProgram.demo()
    try program.press("<Enter> 1 E <Type:spoke of mornings>")
    try #require(program.state.screen == .note)
    return program
  }

  private func loses(_ role: StaffRole, _ program: inout TestProgram) throws {
    let id = try #require(program.state.staffID)
    var data = program.state.data
    data.staff[id]?.role = .known(role)
    program.send(.loaded(data))
  }

  @Test func `leaves the screen when another window gave them another role`() throws {
    var program = try writing()
    try loses(.frontDesk, &program)
    #expect(program.state.screen == .day)
    #expect(program.state.note == nil)
    #expect(
      program.state.status.text
        == "The note was closed: you may not read it any more. Your draft is kept. The front desk "
        + "reads no notes."
    )
    #expect(
      program.state.data.drafts.values.contains { draft in
        draft.content.texts.values.contains { $0.contains("spoke of mornings") }
      }
    )
  }

  @Test func `takes along what is asked above it`() throws {
    for keys in ["<F4>", "<F2>", "<F1>"] {
      var program = try writing()
      try program.press(keys)
      try loses(.billing, &program)
      #expect(program.state.prompt == nil, "\(keys)")
      #expect(program.state.screen == .day, "\(keys)")
      try program.press("<Esc>")
      #expect(program.state.prompt == nil, "\(keys)")
    }
  }

  @Test func `leaves it when an emergency is over`() throws {
    var program = try TestProgram.demo()
    let stranger = Staff(id: ID("st_0000000000zz"), code: "ZZ", name: "Zoe Zander")
    program.state.data.staff[stranger.id] = stranger
    try program.press("<Enter> 1")
    program.state.staffID = stranger.id
    try program.press("<F2> <Type:emergency access: read> <Enter> <Type:in crisis> <Enter>")
    guard case .grant(let grant)? = program.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    program.send(.granted(grant))
    try program.press("E")
    try #require(program.state.screen == .note)
    program.now = grant.until.adding(seconds: -1)
    program.send(.ticked)
    #expect(program.state.screen == .note)
    program.now = grant.until
    program.send(.ticked)
    #expect(program.state.screen == .day)
    #expect(program.state.note == nil)
    #expect(
      program.state.status.text.hasPrefix("The note was closed: you may not read it any more.")
    )
  }

  @Test func `stays for who may still read it`() throws {
    var program = try writing()
    try loses(.trainee, &program)
    #expect(program.state.screen == .note)
    program.send(.ticked)
    #expect(program.state.screen == .note)
  }
}
