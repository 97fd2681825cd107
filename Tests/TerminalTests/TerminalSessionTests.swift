import Glibc
import TerminalCore
import Testing

@testable import Terminal

@MainActor @Suite(.serialized) struct `Taking the terminal over` {
  private let escape = "\u{1B}"

  @Test func `and giving it back leaves it as it was`() throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.modes
    let session = try TerminalSession(pseudo.options())
    let entering = pseudo.output()
    #expect(entering.contains("\(escape)[?1049h"))
    #expect(entering.contains("\(escape)[?2004h"))
    #expect(pseudo.modes != before)
    session.leave()
    let leaving = pseudo.output()
    let pasteOff = try #require(leaving.firstRange(of: "\(escape)[?2004l"))
    let erased = try #require(leaving.firstRange(of: "\(escape)[2J"))
    let back = try #require(leaving.firstRange(of: "\(escape)[?1049l"))
    #expect(pasteOff.lowerBound < back.lowerBound && erased.lowerBound < back.lowerBound)
    #expect(leaving.contains("\(escape)[?1l"))
    #expect(pseudo.modes == before)
    session.leave()
    #expect(pseudo.output() == "")
  }

  @Test func `takes keys raw and shows no echo`() throws {
    let pseudo = try PseudoTerminal()
    let session = try TerminalSession(pseudo.options())
    defer { session.leave() }
    var modes = termios()
    tcgetattr(pseudo.near, &modes)
    #expect(modes.c_lflag & UInt32(ECHO | ICANON | ISIG) == 0)
    #expect(modes.c_iflag & UInt32(IXON | ICRNL) == 0)
  }

  @Test func `never sets the title nor the palette`() throws {
    let pseudo = try PseudoTerminal()
    let session = try TerminalSession(pseudo.options())
    Screen(session).show(frame(["x"]), theme: .plain)
    session.leave()
    #expect(!pseudo.output().contains("\(escape)]"))
  }

  @Test(
    arguments: [
      ("xterm-kitty-unheard-of", "xterm-256color"), ("alacritty-unheard-of", "xterm-256color"),
      ("unheard-of", "xterm"),
    ])
  func `falls back where the name is unknown and says so`(name: String, used: String) throws {
    let pseudo = try PseudoTerminal()
    let session = try TerminalSession(pseudo.options(term: name))
    session.leave()
    #expect(
      session.notice == "This system doesn't know the terminal “\(name)”; “\(used)” is used. "
        + "The package ncurses-term would add it."
    )
  }

  @Test func `is refused where text can't be placed`() throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.modes
    let error = #expect(throws: TerminalError.self) {
      try TerminalSession(pseudo.options(term: "dumb"))
    }
    #expect(error == .tooSimple(name: "dumb"))
    #expect(
      error?.description == "The terminal “dumb” can't place text on the screen. Set TERM to the "
        + "terminal you use, for example TERM=xterm-256color."
    )
    #expect(pseudo.modes == before)
    #expect(pseudo.output() == "")
  }

  @Test func `is refused where there is no terminal`() throws {
    let pseudo = try PseudoTerminal()
    var options = pseudo.options()
    let file = open("/dev/null", O_RDWR)
    defer { close(file) }
    options.input = file
    #expect(throws: TerminalError.notATerminal) { try TerminalSession(options) }
  }

  @Test func `ignores a size frozen by the environment`() throws {
    setenv("LINES", "10", 1)
    setenv("COLUMNS", "20", 1)
    let pseudo = try PseudoTerminal(columns: 100, rows: 30)
    let session = try TerminalSession(pseudo.options())
    defer { session.leave() }
    #expect(session.size == Size(columns: 100, rows: 30))
    Screen(session).show(
      frame(
        Array(repeating: String(repeating: "x", count: 100), count: 30),
        columns: 100,
        rows: 30
      ),
      theme: .plain
    )
    #expect(pseudo.output().filter { $0 == "x" }.count >= 30)
  }

  @Test func `can be done again and again`() throws {
    let pseudo = try PseudoTerminal()
    for _ in 0..<50 {
      let session = try TerminalSession(pseudo.options())
      Screen(session).show(frame(["again"]), theme: .plain)
      session.leave()
      #expect(pseudo.output().contains("again"))
    }
  }

  @Test func `writes nothing to a terminal that is gone`() throws {
    let pseudo = try PseudoTerminal()
    let other = try PseudoTerminal()
    var options = pseudo.options()
    let copy = dup(pseudo.near)
    options.input = copy
    options.output = copy
    let session = try TerminalSession(options)
    _ = pseudo.output()
    dup2(other.far, copy)
    close(copy)
    session.leave()
    #expect(pseudo.output() == "")
  }

  @Test func `follows NO_COLOR and a slow line`() {
    let plain = TerminalOptions { ["TERM": "xterm"][$0] }
    #expect(plain.depth == .colors256 && plain.escapeDelay == 50 && plain.term == "xterm")
    let set = TerminalOptions { ["NO_COLOR": "1", "SSH_CONNECTION": "a b"][$0] }
    #expect(set.depth == .mono && set.escapeDelay == 150)
    #expect(TerminalOptions { ["NO_COLOR": ""][$0] }.depth == .colors256)
  }
}
