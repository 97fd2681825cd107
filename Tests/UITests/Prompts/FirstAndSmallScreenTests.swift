@testable import App
import Domain
import Support
import TerminalCore
import Testing
import UI

@Suite struct `The first page` {
  @Test(arguments: PromptStates.sizes)
  func `says what can be done and where things are kept`(size: Size) throws {
    try expectScreen(
      render(Self.state(size), borders: .line),
      "first-run-\(size.columns)x\(size.rows)"
    )
  }

  @Test func `says why opening failed`() throws {
    var state = Self.state(Size(columns: 60, rows: 16))
    _ = reduce(
      &state,
      .openFailed(why: "The folder can't be made: the disk is read-only. Choose another place."),
      at: state.now
    )
    try expectScreen(render(state, borders: .line), "first-run-failed-60x16")
  }

  static func state(_ size: Size) -> AppState {
    var state = AppState(data: DemoState.data, now: DemoState.now, size: size, seed: 1)
    state.screen = .firstRun
    state.folder = .missing(path: "/home/someone-with-a-long-name/.local/share/caseload")
    return state
  }
}

@Suite struct `A window too small` {
  @Test func `says only how large it must be`() {
    let state = DemoState.day(columns: 52, rows: 14)
    let text = render(state, borders: .line).buffer.text
    #expect(
      text.split(separator: "\n").map(String.init) == [
        "Window is 52x14. Please make it at least 60x16. Your",
        "work is saved.",
      ]
    )
  }

  @Test func `doesn't say that work is saved when it isn't`() throws {
    var state = DemoState.day(columns: 40, rows: 14)
    let session = try #require(state.day.session)
    state.recordFailure(.session(session), why: "The disk is full.")
    let text = render(state, borders: .line).buffer.text
    #expect(text.contains("1 change is NOT SAVED."))
    #expect(!text.contains("Your work is saved"))
  }

  @Test func `shows no name`() {
    let state = DemoState.day(columns: 59, rows: 40)
    let text = render(state, borders: .line).buffer.text
    for client in state.data.clients.values { #expect(!text.contains(client.firstName)) }
  }
}
