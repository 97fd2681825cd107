import App
import Domain
import SampleData
import Support
import TerminalCore
import Testing
import UI

@Suite struct `What was set otherwise` {
  @Test func `a moved appointment says where it went`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("<Tab> x 3 <Type:fri 15:30> <Enter>")
    let text = render(state, borders: .line).buffer.text
    #expect(text.contains("to 13 Mar 15:30"))
    try expectScreen(render(state, borders: .line), "day-moved-80x24")
  }

  @Test(arguments: [Size(columns: 60, rows: 16), Size(columns: 100, rows: 30)])
  func `minutes set by hand are marked and said in words`(size: Size) throws {
    var state = DemoState.day(columns: size.columns, rows: size.rows)
    try state.press("<Enter> 1 # <Type:7> <Enter> <Type:the nurse> <Enter>")
    let text = render(state, borders: .line).buffer.text
    #expect(text.contains(" *7 "))
    if size.columns >= 100 { #expect(text.contains("7 min by hand")) }
    try expectScreen(
      render(state, borders: .line),
      "attendance-minutes-\(size.columns)x\(size.rows)"
    )
  }
}

@Suite struct `The client pane on the screen` {
  @Test(arguments: [
    Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 160, rows: 50),
  ])
  func `is reached at every size`(size: Size) throws {
    var state = DemoState.day(columns: size.columns, rows: size.rows)
    try state.press("<S-Tab>")
    let frame = render(state, borders: .line)
    for fact in ["Hours this week", "Last seen", "Last individual"] {
      #expect(frame.buffer.text.contains(fact), "\(fact)")
    }
    #expect(!frame.cursor.isAtOrigin)
    try expectScreen(frame, "client-\(size.columns)x\(size.rows)")
  }
}

extension `The client pane on the screen` {
  @Test func `says since when, where earlier weeks aren't read`() throws {
    var state = DemoState.day(columns: 200, rows: 50)
    let snapshot = Demo.snapshot(zone: DemoState.zone)
    state.data = ProgramData(standing: snapshot)
    state.data.load(week: state.data.weekStart(of: state.today), from: snapshot)
    let text = render(state, borders: .line).buffer.text
    #expect(text.contains("Last seen       not since Mon 9 Mar"))
    #expect(text.contains("came to 0 of 3 since Mon 9 Mar"))
    #expect(!text.contains("never"))
  }
}

extension Position {
  fileprivate var isAtOrigin: Bool { self == .zero }
}
