@testable import App
import Domain
import Support
import TerminalCore
import Testing
@testable import UI

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

  /// The longest that the program says, and what it is made of at its longest.
  private static let longMessages = [
    "Esc: what you typed is kept until you open it again; Ctrl-S keeps all. F1 tells every key.",
    "Finch I. is now Wed 18 Mar 08:00 with Tobias Brightwater by video  (u undo)  started 09:00, = "
      + "changes it",
    RuleViolation.presentElsewhere(ClientID("X"), place: "Recovery Education", at: .latest).message,
    RuleViolation.endsEarly(minutes: 45, planned: "12:10").message,
    RuleViolation.changedSince(.rooms).message,
    "The audit log can't be written: There is no room left on the disk that /srv/clinic/iop/caseload "
      + "lies on. Free some. Its lines wait in this window and are tried again.",
    String(repeating: "王小明 went. ", count: 20),
    String(repeating: "/a-folder-whose-name-is-long", count: 12),
  ]

  @Test(arguments: longMessages, [Size(columns: 60, rows: 16), Size(columns: 80, rows: 24)])
  func `is read whole on every screen and over every prompt`(text: String, size: Size) throws {
    for keys in Self.places {
      var state = DemoState.day(columns: size.columns, rows: size.rows)
      try state.press(keys)
      for tone in [Tone.warning, .error] {
        state.say(text, tone)
        let frame = render(state, borders: .line)
        let place = "after \(keys) at \(size.columns)x\(size.rows)"
        #expect(words(in: frame, role: tone.role).contains(letters(text)), "\(place)")
        let cursor = frame.buffer[frame.cursor.row, frame.cursor.column]
        #expect(cursor.role != tone.role, "\(place): the cursor is hidden")
      }
    }
  }

  /// Each screen, its last row, and what is asked over it.
  private static let places = [
    "", "<Enter>", "<Enter> <End>", "<Enter> =", "<Enter> x", "g w", "g w <End>", "g q",
    "g c <End>",
    "g c <Enter>", "g s <End>", "g r", "c", "g m", "g c a", "g c a <PgDn>", ":", "?", "e",
    "e <Type:x> <C-u>",
  ]

  private func letters(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " }))
  }

  /// What stands in a role, top to bottom, without its spaces.
  private func words(in frame: Frame, role: Role) -> String {
    var text = ""
    for row in 0..<frame.buffer.size.rows {
      let cells = (0..<frame.buffer.size.columns).filter {
        frame.buffer[Row(row), Column($0)].role == role
      }
      guard cells.first == 1 else { continue }
      text += frame.buffer.text(ofRow: Row(row))
    }
    return letters(text)
  }

  @Test func `of what isn't saved is read whole`() throws {
    var state = DemoState.day(columns: 60, rows: 16)
    let why =
      "The file is open in another window that doesn't answer. Close it, then press F5 here."
    state.recordFailure(.session(try #require(state.day.session)), why: why)
    let said = words(in: render(state, borders: .line), role: .error)
    #expect(said.contains(letters("NOT SAVED: " + why)))
  }

  @Test func `covers no row of a list with two rows, and moves nothing`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("<Enter>")
    let before = render(state, borders: .line)
    state.say(String(repeating: "word ", count: 25), .warning)
    let after = render(state, borders: .line)
    #expect(after.cursor == before.cursor)
    for row in 0..<21 {
      #expect(after.buffer.text(ofRow: Row(row)) == before.buffer.text(ofRow: Row(row)))
    }
  }

  private func row(of state: AppState) -> String {
    render(state, borders: .line).buffer.text(ofRow: Row(state.size.rows - 2))
  }
}
