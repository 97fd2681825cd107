import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `What narrows a list` {
  @Test func `stays while a client of it is read, and ends when the list is left`() throws {
    var program = try TestProgram.demo()
    try program.press("g c * / <Type:fin> <Enter>")
    #expect(program.state.clients.filter == "fin")
    try program.press("<Enter>")
    try #require(program.state.screen == .card)
    try program.press("<Esc>")
    #expect(program.state.screen == .clients)
    #expect(program.state.clients.filter == "fin")
    try program.press("g w g c")
    #expect(program.state.clients.filter == nil)
    try program.press("/ <Type:fin> <Enter> <Enter> g w g c")
    #expect(program.state.clients.filter == nil)
  }

  @Test func `of one stage ends as well`() throws {
    var program = try TestProgram.demo()
    try program.press("g c f d")
    #expect(program.state.clients.stage == .discharged)
    try program.press("g d g c")
    #expect(program.state.clients.stage == nil)
  }

  @Test(arguments: ["g w <Esc>", "c <Esc>", "g w g d", "g c <Esc>"])
  func `of a roster ends with another screen`(keys: String) throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> / <Type:fin> <Enter>")
    #expect(program.state.shownRows.count == 1)
    try program.press(keys)
    #expect(program.state.screen == .day)
    #expect(program.state.attendance.filter == nil)
    #expect(program.state.shownRows.count > 1)
  }

  @Test func `of the other lists ends too`() throws {
    var program = try TestProgram.demo()
    for (keys, filter) in [
      ("g w", \AppState.week.filter), ("g q", \.toDo.filter), ("g m", \.team.filter),
      ("g r", \.setUp.filter),
    ] {
      try program.press("\(keys) / <Type:a> <Enter>")
      #expect(program.state[keyPath: filter] == "a", "\(keys)")
      try program.press("g d \(keys)")
      #expect(program.state[keyPath: filter] == nil, "\(keys)")
    }
  }
}
