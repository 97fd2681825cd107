import TerminalCore
import Testing

@testable import Terminal

private let colored = Theme(name: "Test", borders: .line) { role, depth in
  let number: UInt8 = depth == .colors256 ? 16 + role.rawValue : 1 + role.rawValue % 7
  return Style(
    foreground: ThemeColor(index: number),
    background: ThemeColor(index: 0),
    attributes: role == .selected ? .bold : []
  )
}

@MainActor @Suite(.serialized) struct `The screen` {
  private let escape = "\u{1B}"

  private func withScreen(
    term: String = "xterm-256color",
    depth: ColorDepth = .colors256,
    isUTF8: Bool = true,
    _ body: (Screen, PseudoTerminal) throws -> Void
  ) throws {
    let pseudo = try PseudoTerminal()
    var options = pseudo.options(term: term)
    options.depth = depth
    options.isUTF8Allowed = isUTF8
    let session = try TerminalSession(options)
    defer { session.leave() }
    let screen = Screen(session)
    _ = pseudo.output()
    try body(screen, pseudo)
  }

  @Test func `shows letters with accents, wide ones and marks`() throws {
    try withScreen { screen, pseudo in
      screen.show(frame(["Élodie │ 世界 │ ne\u{301}e"]), theme: .plain)
      #expect(pseudo.output().contains("Élodie │ 世界 │ ne\u{301}e"))
    }
  }

  @Test func `writes nothing for an equal frame`() throws {
    try withScreen { screen, pseudo in
      screen.show(frame(["one", "two"]), theme: .plain)
      _ = pseudo.output()
      screen.show(frame(["one", "two"]), theme: .plain)
      #expect(pseudo.output() == "")
    }
  }

  @Test func `writes little for a little change`() throws {
    try withScreen { screen, pseudo in
      screen.show(frame(["present", "late"]), theme: .plain)
      _ = pseudo.output()
      screen.show(frame(["present", "lane"]), theme: .plain)
      let change = pseudo.output()
      #expect(change.contains("n") && change.utf8.count < 24)
    }
  }

  @Test func `moves a selection bar in less than 200 bytes`() throws {
    try withScreen { screen, pseudo in
      for selected in 0..<20 {
        var shown = frame(
          (0..<22).map { "\(9 + $0 / 2):00  Client number \($0)   here" },
          cursor: Position(row: Row(selected), column: 0)
        )
        shown.buffer.setRole(
          Rect(row: Row(selected), column: 0, columns: 80, rows: 1),
          .selected
        )
        screen.show(shown, theme: colored)
        let bytes = pseudo.output().utf8.count
        if selected > 0 { #expect(bytes < 200) }
      }
    }
  }

  @Test func `leaves the cursor where the frame says, within the screen`() throws {
    try withScreen { screen, pseudo in
      screen.show(frame(["x"]), theme: .plain)
      _ = pseudo.output()
      screen.show(frame(["x"], cursor: Position(row: 11, column: 29)), theme: .plain)
      #expect(pseudo.output().hasSuffix("\(escape)[12;30H"))
      screen.show(frame(["x"], cursor: Position(row: 99, column: 55)), theme: .plain)
      #expect(pseudo.output() == "\(escape)[24;56H")
    }
  }

  @Test func `fills the lower right corner without scrolling`() throws {
    try withScreen { screen, pseudo in
      let lines = (0..<24).map { _ in String(repeating: "─", count: 79) + "┘" }
      screen.show(frame(lines), theme: .plain)
      let output = pseudo.output()
      #expect(output.filter { $0 == "┘" }.count == 24)
      #expect(!output.contains("\n\n"))
    }
  }

  @Test func `paints everything again on request`() throws {
    try withScreen { screen, pseudo in
      screen.show(frame(["present"]), theme: .plain)
      _ = pseudo.output()
      screen.repaint()
      screen.show(frame(["present"]), theme: .plain)
      let output = pseudo.output()
      #expect(output.contains("\(escape)[2J") && output.contains("present"))
    }
  }

  @Test(arguments: ["vt100", "linux", "xterm-256color"])
  func `blanks its lines before they are cleared, which may keep them in a scrollback`(
    term: String
  ) throws {
    try withScreen(term: term) { screen, pseudo in
      screen.show(frame(["present"]), theme: .plain)
      _ = pseudo.output()
      screen.repaint()
      screen.show(frame(["present"]), theme: .plain)
      let output = pseudo.output()
      let blanking = "\(escape)[H\n\(escape)[J\(escape)[H\(escape)[K"
      let blanked = try #require(output.firstRange(of: blanking))
      let rest = output[blanked.upperBound...]
      #expect(rest.contains("\(escape)[H\(escape)[") && rest.contains("present"))
      screen.repaint()
      screen.repaint()
      #expect(pseudo.output().ranges(of: "\(escape)[H\n").count == 1)
    }
  }

  @Test func `forgets the scrollback of a window made smaller, without another screen`() throws {
    for (term, isForgotten) in [("linux", true), ("xterm-256color", false)] {
      try withScreen(term: term) { screen, pseudo in
        screen.show(frame(["present"]), theme: .plain)
        _ = pseudo.output()
        screen.resize(to: Size(columns: 80, rows: 30))
        #expect(!pseudo.output().contains("\(escape)[3J"))
        screen.show(frame(["present"], rows: 30), theme: .plain)
        _ = pseudo.output()
        screen.resize(to: Size(columns: 80, rows: 20))
        #expect(pseudo.output().contains("\(escape)[3J") == isForgotten)
      }
    }
  }

  @Test func `takes colours from the theme, new ones at once`() throws {
    try withScreen { screen, pseudo in
      screen.show(frame(["one"], role: .error), theme: colored)
      #expect(pseudo.output().contains("\(escape)[38;5;28"))
      screen.show(frame(["one"], role: .error), theme: .plain)
      let output = pseudo.output()
      #expect(output.contains("one") && !output.contains("38;5"))
    }
  }

  @Test func `uses the few colours of a small terminal`() throws {
    try withScreen(term: "linux") { screen, pseudo in
      screen.show(frame(["one"], role: .error), theme: colored)
      let output = pseudo.output()
      #expect(output.contains("one") && output.contains("[3") && !output.contains("38;5"))
    }
  }

  @Test func `keeps attributes without colours`() throws {
    try withScreen(depth: .mono) { screen, pseudo in
      screen.show(frame(["one"], role: .selected), theme: .plain)
      let output = pseudo.output()
      #expect(output.contains("7mone"))
      screen.show(frame(["one"], role: .selected), theme: colored)
      #expect(!pseudo.output().contains("38;5"))
    }
  }

  @Test func `shows plain letters where the locale isn't UTF-8`() throws {
    try withScreen(isUTF8: false) { screen, pseudo in
      screen.show(frame(["┌─ Élodie ─┐ 世 … ñ"]), theme: .plain)
      #expect(pseudo.output().contains("+- Elodie -+ ?  ~ n"))
    }
  }

  @Test func `cuts a frame larger than the screen`() throws {
    try withScreen { screen, pseudo in
      screen.show(
        frame([String(repeating: "x", count: 200)], columns: 200, rows: 50),
        theme: .plain
      )
      #expect(pseudo.output().filter { $0 == "x" }.count <= 80)
    }
  }

  @Test(arguments: ["vt100", "linux", "ansi", "screen", "tmux-256color", "xterm"])
  func `works on every common terminal`(term: String) throws {
    try withScreen(term: term) { screen, pseudo in
      screen.show(frame(["present"], role: .title), theme: colored)
      #expect(pseudo.output().contains("present"))
    }
  }
}
