@testable import App
import Domain
import Support
import TerminalCore
import Testing
import UI

@Suite struct `The status line` {
  @Test func `says what happened and its undo`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("<Enter> n")
    #expect(row(of: state).contains("Finch I. -> No-show  (u undo)"))
  }

  @Test(arguments: [
    (Tone.plain, Role.status), (.ok, .ok), (.question, .question), (.warning, .warning),
    (.error, .error),
  ])
  func `has the role of its tone`(tone: Tone, role: Role) {
    var state = DemoState.day(columns: 80, rows: 24)
    state.say("So it is.", tone)
    let frame = render(state, borders: .line)
    #expect(frame.buffer[22, 1].role == role)
    #expect(row(of: state) == " So it is." + String(repeating: " ", count: 70))
  }

  @Test func `keeps saying what isn't saved until it is`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    let session = try #require(state.day.session)
    state.recordFailure(.session(session), why: "The disk is full. Free some space, then F5.")
    try state.press("j k ~")
    #expect(row(of: state).hasPrefix(" NOT SAVED: The disk is full. Free some space, then F5."))
    #expect(render(state, borders: .line).buffer[22, 1].role == .error)
    state.recordSaved(.session(session))
    #expect(row(of: state).hasPrefix(" Saved now. Nothing was lost."))
  }

  @Test func `says nothing of a save that is under way`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    let keys = try Key.sequence("<Enter> n")
    for key in keys { _ = reduce(&state, .input(.key(key)), at: state.now) }
    #expect(row(of: state).hasPrefix(" Finch I. -> No-show  (u undo)"))
  }

  @Test func `shows the row's digits while they are typed`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("<Enter> 1")
    #expect(row(of: state).hasPrefix(" row 1_ "))
    try state.press("1")
    #expect(row(of: state).hasPrefix(" row 11_ "))
    try state.press("j")
    #expect(!row(of: state).contains("row"))
  }

  @Test(arguments: [60, 61, 80])
  func `is cut by cells with a mark`(columns: Int) {
    var state = DemoState.day(columns: columns, rows: 16)
    state.say(String(repeating: "王小明 went. ", count: 20))
    let line = row(of: state)
    #expect(CellWidth.of(line) == columns)
    #expect(line.contains("…"))
    #expect(line.hasSuffix(" "))
  }

  @Test(arguments: ["  (u undo)", "  (U redo)"])
  func `keeps the way back whole where words are long`(way: String) {
    var state = DemoState.day(columns: 80, rows: 24)
    let words = "Finch I. -> in G05 " + String(repeating: "from Thu 19 Mar ", count: 6)
    state.say(words + way + "  started 09:00, = changes it")
    let line = row(of: state)
    #expect(CellWidth.of(line) == 80)
    #expect(line.hasPrefix(" Finch I. -> in G05 from Thu 19 Mar"))
    #expect(line.hasSuffix("…" + way + " "))
  }

  private func row(of state: AppState) -> String {
    render(state, borders: .line).buffer.text(ofRow: Row(state.size.rows - 2))
  }
}
