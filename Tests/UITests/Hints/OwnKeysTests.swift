import App
import Support
import TerminalCore
import Testing

@testable import UI

@Suite struct `A screen with keys of one's own` {
  @Test func `tells them in its hints and in the pane`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    let line = KeyLine(context: "attendance", command: "no-show", keys: "N", line: 1)
    state.keymap = OwnKeys([line]).keymap
    try state.press("<Enter>")
    let text = Self.text(of: state)
    #expect(text.contains("N no-show"))
    #expect(!text.contains("n no-show"))
    state.size = Size(columns: 120, rows: 60)
    #expect(Self.text(of: state).contains("N           no-show"))
  }

  private static func text(of state: AppState) -> String {
    let buffer = render(state, borders: .line).buffer
    return (0..<state.size.rows).map { buffer.text(ofRow: Row($0)) }.joined(separator: "\n")
  }
}
