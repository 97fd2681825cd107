import App
import Domain
import Support
import TerminalCore
import Testing
import UI

@Suite struct `The Day's top line` {
  @Test func `says whom to reach`() throws {
    var program = try TestProgram.withNotes(at: "18:58")
    try #require(program.state.outreachDue?.isOverdue == true)
    for columns in [80, 100, 160] {
      program.state.size = Size(columns: columns, rows: 24)
      let line = render(program.state, borders: .line).buffer.text(ofRow: 0)
      #expect(line.contains("| 2 outreach |"), "\(line)")
      #expect(line.hasSuffix("18:58 "), "\(line)")
    }
  }

  @Test(arguments: [60, 61, 64, 70, 80])
  func `always says that it is the demo`(columns: Int) throws {
    for showsAll in [false, true] {
      for failures in 0...1 {
        var state = DemoState.day(columns: columns, rows: 16)
        state.dueNotes = Array(
          state.data.dueNotes(at: state.now, templates: state.templates).prefix(2)
        )
        try #require(state.dueNotes.count == 2)
        state.day.showsAll = showsAll
        if failures > 0, let session = state.day.session {
          state.unsaved[.session(session)] = "The disk is full."
        }
        let line = render(state, borders: .line).buffer.text(ofRow: 0)
        #expect(line.contains("Wed 11 Mar"), "\(line)")
        #expect(line.contains("DEMO"), "\(line)")
        #expect(line.contains("2 notes due") || line.contains("2 OVERDUE"), "\(line)")
        #expect(line.hasSuffix("10:52 "), "\(line)")
      }
    }
  }
}
