import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Closing the day` {
  /// The demo's evening with everything marked, so that only notes and outreach are left.
  private func marked(at time: String = "10:52", as code: String = "TB") throws -> TestProgram {
    var program = try TestProgram.withNotes(at: time, as: code)
    program.state.closing = nil
    return program
  }

  private func opened(_ program: TestProgram) -> String {
    if case .menu(let menu) = program.state.prompt { return menu.title }
    if program.state.screen == .note, let note = program.state.note {
      return "note \(note.document.rawValue)"
    }
    return program.state.status.text
  }

  @Test func `leads on from a note that stays unwritten, through all and to an end`() throws {
    var program = try marked(as: "NP")
    var seen: [String] = []
    for _ in 0..<20 {
      try program.press("<F9>")
      let words = opened(program)
      seen.append(words)
      if program.state.closing == nil { break }
    }
    #expect(program.state.closing == nil, "\(seen)")
    #expect(Set(seen).count == seen.count, "\(seen)")
    #expect(seen.count { $0.hasPrefix("note ") } > 1, "\(seen)")
    #expect(seen.last?.hasPrefix("Not closed: ") == true, "\(seen)")
    #expect(seen.last?.contains("OVERDUE since Tue 10 Mar 15:50") == true, "\(seen)")
    let first = seen[0]
    try program.press("<F9>")
    #expect(opened(program) == first, "another round")
  }

  @Test func `shows what is overdue first and says how many are left`() throws {
    var program = try TestProgram.withNotes(at: "18:58", as: "TB")
    let late = program.state.dueTasks.filter { $0.kind.isOutreach && $0.dueAt < program.now }
    try #require(!late.isEmpty)
    for _ in 0..<20 {
      try program.press("<F9>")
      if program.state.screen == .toDo || program.state.screen == .note { break }
    }
    let title = opened(program)
    #expect(title.contains("called, attempt"), "\(title)")
    #expect(title.contains("| F9 goes on, "), "\(title)")
    try program.press("<F9>")
    #expect(opened(program) != title, "F9 in the menu goes on")
  }

  @Test func `says that the day is closed where only later things are open`() throws {
    var program = try TestProgram.withNotes(as: "TB")
    var last = ""
    for _ in 0..<20 {
      try program.press("<F9>")
      last = program.state.status.text
      if program.state.closing == nil { break }
    }
    #expect(
      last.hasPrefix("The day is closed. Open: ") || last.hasPrefix("Not closed: "),
      "\(last)"
    )
    #expect(last.contains("2 notes"), "\(last)")
  }
}
