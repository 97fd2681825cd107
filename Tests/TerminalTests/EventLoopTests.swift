import Glibc
import TerminalCore
import Testing

@testable import Terminal

@MainActor @Suite(.serialized) struct `The loop` {
  private func withLoop(
    watchesSignals: Bool = false,
    term: String = "xterm-256color",
    _ body: (EventLoop, PseudoTerminal, TerminalSession) throws -> Void
  ) throws {
    let pseudo = try PseudoTerminal()
    var options = pseudo.options(term: term)
    options.watchesSignals = watchesSignals
    let session = try TerminalSession(options)
    defer { session.leave() }
    let loop = try EventLoop(session)
    defer { loop.close() }
    try body(loop, pseudo, session)
  }

  /// Waits until so many events came; a deadline in the far future ends a wait in vain.
  private func events(_ loop: EventLoop, _ count: Int) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    let limit = EventLoop.now + 10_000
    while events.count < count, !events.contains(.deadline) { events += loop.wait(until: limit) }
    return events
  }

  @Test func `gives all waiting keys in order`() throws {
    try withLoop { loop, pseudo, _ in
      pseudo.type("né\u{1B}[B\u{1B}OH\r")
      let keys: [Key] = [Key("n"), Key("é"), .down, .home, .enter]
      #expect(events(loop, 5) == keys.map { .input(.key($0)) })
    }
  }

  @Test func `gives a lone Esc by itself`() throws {
    try withLoop { loop, pseudo, _ in
      pseudo.type("\u{1B}")
      #expect(loop.wait() == [.input(.key(.escape))])
    }
  }

  @Test func `gives a paste as one event`() throws {
    try withLoop { loop, pseudo, _ in
      pseudo.type("\u{1B}[200~one\r\ntwo\u{1B}[201~")
      #expect(loop.wait() == [.input(.paste("one\ntwo"))])
    }
  }

  @Test func `knows the keys of the terminal's own description`() throws {
    try withLoop(term: "linux") { loop, pseudo, _ in
      pseudo.type("\u{1B}[[A\u{1B}[1~\u{1B}[25~\u{7F}\u{8}")
      let keys: [Key] = [.function(1), .home, .backspace, .backspace]
      let got = events(loop, 5).filter { $0 != .input(.key(.function(13))) }
      #expect(got.contains(.input(.key(.function(1)))))
      #expect(got.suffix(3) == keys.suffix(3).map { .input(.key($0)) })
    }
  }

  @Test func `tells a deadline and a readable descriptor`() throws {
    try withLoop { loop, _, _ in
      #expect(loop.wait(until: EventLoop.now + 1) == [.deadline])
      var ends: [Int32] = [-1, -1]
      #expect(pipe(&ends) == 0)
      defer { ends.forEach { close($0) } }
      _ = write(ends[1], "x", 1)
      #expect(loop.wait(extraDescriptors: [ends[0]]) == [.readable(ends[0])])
    }
  }

  @Test func `tells that the terminal is gone once`() throws {
    let pseudo = try PseudoTerminal()
    let far = dup(pseudo.far)
    var options = pseudo.options()
    let other = try PseudoTerminal()
    options.input = dup(other.near)
    let session = try TerminalSession(options)
    let loop = try EventLoop(session)
    dup2(pseudo.far, other.far)
    #expect(loop.wait(until: EventLoop.now + 10_000).contains(.hangUp))
    #expect(loop.wait(until: EventLoop.now + 1) == [.deadline])
    session.leave()
    close(options.input)
    close(far)
  }

  @Test func `tells a storm of resizes as one`() throws {
    try withLoop(watchesSignals: true) { loop, pseudo, session in
      let screen = Screen(session)
      for columns in 81...120 {
        pseudo.resize(columns: columns, rows: 40)
        kill(getpid(), SIGWINCH)
      }
      #expect(events(loop, 1) == [.resize(Size(columns: 120, rows: 40))])
      screen.resize(to: Size(columns: 120, rows: 40))
      _ = pseudo.output()
      let shown = frame(
        [],
        columns: 120,
        rows: 40,
        cursor: Position(row: 39, column: 100)
      )
      screen.show(shown, theme: .plain)
      #expect(pseudo.output().hasSuffix("\u{1B}[40;101H"))
    }
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func `tells signals to end`(number: Int32) throws {
    try withLoop(watchesSignals: true) { loop, _, _ in
      kill(getpid(), number)
      #expect(events(loop, 1) == [.signal(number)])
    }
  }

  @Test func `tells to stop and to go on`() throws {
    try withLoop(watchesSignals: true) { loop, _, _ in
      kill(getpid(), SIGTSTP)
      #expect(events(loop, 1) == [.suspend])
      kill(getpid(), SIGCONT)
      #expect(events(loop, 1) == [.continued])
    }
  }

  @Test func `one process watches signals once`() throws {
    try withLoop(watchesSignals: true) { _, _, session in
      #expect(throws: TerminalError.unavailable(errno: EBUSY)) { try EventLoop(session) }
    }
  }
}
