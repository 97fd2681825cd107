import App
import Support
import TerminalCore
import Testing
import UI

@Suite struct `The screens of notes` {
  @Test(arguments: NoteStates.names, `The day's screen`.sizes)
  func `show the demo at a usual size`(name: String, size: Size) throws {
    let state = try NoteStates.state(name, size)
    let prefix = name.hasPrefix("to-do") ? "" : "note-"
    try expectScreen(
      render(state, borders: .line),
      "\(prefix)\(name)-\(size.columns)x\(size.rows)"
    )
  }
}
