@testable import App
import Support
import TerminalCore
import Testing

@testable import UI

@Suite struct `Every key that a screen tells` {
  /// Keys from the start to each screen of `g`.
  static let places = [
    "g d", "g d <Tab>", "g d <Tab> <Tab>", "g w", "g a", "g a <Tab>", "g q", "g q <Tab>", "g c",
    "g c <Enter>", "g c <Enter> <Tab>", "g m", "g r", "g r <Tab>", "g r <Tab> <Tab>", "g s",
  ]
  /// At an end of a list these do nothing; what leaves the program, or locks it, is tried elsewhere.
  private static let left: Set<Command> = [
    .up, .down, .first, .last, .pageUp, .pageDown, .back, .quit, .redraw,
  ]

  @Test(arguments: places)
  func `in the hint line does something, or says why not`(keys: String) throws {
    for code in ["TB", "MQ"] {
      let start = try Self.program(keys, as: code)
      for hint in HintList.flowing(of: start.state) {
        guard let key = try Key.sequence(Self.written(hint.key)).first else { continue }
        expectSomething(of: key, hint.words, in: start, keys)
      }
    }
  }

  @Test(arguments: places)
  func `in the help does something, or says why not`(keys: String) throws {
    let start = try Self.program(keys, as: "MQ")
    let here = start.state.contextBelowPrompt
    let told = HelpList.lines(of: start.state, query: "").filter(\.isHere).compactMap(\.command)
    for binding in Keymap.standard.bindings
    where here.chain.contains(binding.context) && told.contains(binding.command)
      && !Self.left.contains(binding.command)
    {
      for key in binding.keys
      where Keymap.standard.command(for: key, in: here) == binding.command {
        expectSomething(of: key, binding.command.rawValue, in: start, keys)
      }
    }
  }

  @Test func `of the settings acts there`() throws {
    let program = try Self.program("g s", as: "MQ")
    let hints = HintList.flowing(of: program.state).map(\.key)
    #expect(!hints.contains("a") && !hints.contains("+") && !hints.contains("."))
    #expect(hints.contains("="))
    let help = HelpList.lines(of: program.state, query: "").filter(\.isHere).map(\.keys)
    #expect(!help.contains("a") && !help.contains("+") && !help.contains("."))
    for key in ["a", "+", ".", "!", "o", "[", "]"] {
      var program = program
      try program.press(key)
      #expect(program.state.status.tone == .warning || key == "[" || key == "]", "\(key)")
    }
  }

  @Test func `of the settings has . where a value is planned`() throws {
    var program = try Self.program("g s", as: "MQ")
    program.state.setUp.setting = "tightSlackMinutes"
    try program.press("<Enter> <C-u> 6 0 <Tab> <C-u> <Type:2026-04-01> <C-s>")
    #expect(HintList.flowing(of: program.state).map(\.key).contains("."))
    try program.press("<Down>")
    #expect(!HintList.flowing(of: program.state).map(\.key).contains("."))
  }

  private func expectSomething(
    of key: Key,
    _ words: String,
    in start: TestProgram,
    _ place: String
  ) {
    var program = start
    program.state.status = StatusLine()
    let before = (program.effects.count, Self.picture(program.state))
    program.send(.input(.key(key)))
    let after = (program.effects.count, Self.picture(program.state))
    #expect(before != after, "\(place): \(key.spoken), \(words)")
  }

  private static func picture(_ state: AppState) -> [String] {
    let buffer = render(state, borders: .line).buffer
    return (0..<state.size.rows).map { buffer.text(ofRow: Row($0)) }
  }

  private static func program(_ keys: String, as code: String) throws -> TestProgram {
    var program = try TestProgram.demo(as: code)
    try program.press(keys)
    return program
  }

  /// "Enter" as the key notation writes it.
  private static func written(_ spoken: String) -> String {
    switch spoken {
    case "<": "<lt>"
    case ">": "<gt>"
    default: spoken.count == 1 ? spoken : "<\(spoken.replacing("Ctrl-", with: "C-"))>"
    }
  }
}
