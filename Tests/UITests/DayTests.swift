import App
import Support
import TerminalCore
import Testing
import UI

@Suite struct `The day's screen` {
  static let sizes = [
    Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 160, rows: 50),
  ]

  @Test(arguments: sizes)
  func `shows the demo at a usual size`(size: Size) throws {
    let state = DemoState.day(columns: size.columns, rows: size.rows)
    try expectScreen(render(state, borders: .line), "day-\(size.columns)x\(size.rows)")
  }
}
