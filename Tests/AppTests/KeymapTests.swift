import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `The key table` {
  private let keymap = Keymap.standard
  /// The places where letters are commands.
  static let lists = Context.allCases.filter { $0.chain.contains(.list) }

  @Test func `binds no key twice in one context`() {
    #expect(keymap.clashes(hiding: nil) == [])
    for context in Context.allCases {
      let keys = keymap.bindings.filter { $0.context == context }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(context)")
    }
  }

  @Test func `tells two meanings of a key in one context`() {
    let twice = keymap.bindings + [Binding(.week, [Key("b")], .redo)]
    let one = KeyClash.Meaning(.week, .book)
    let other = KeyClash.Meaning(.week, .redo)
    let clashes = Keymap(bindings: twice).clashes(hiding: nil)
    #expect(clashes == [KeyClash(key: Key("b"), one: one, other: other)])
  }

  @Test func `tells a key that hides another, but where that is meant`() {
    #expect(keymap.clashes(hiding: keymap) == [])
    #expect(!keymap.clashes(hiding: Keymap(bindings: [])).isEmpty)
  }

  @Test(arguments: Context.allCases)
  func `has help on F1 and a dark screen on F12 in every context`(context: Context) {
    #expect(keymap.command(for: .function(1), in: context) == .help)
    #expect(keymap.command(for: .function(12), in: context) == .hide)
  }

  @Test(arguments: Context.allCases.filter { $0 != .everywhere })
  func `goes back on Esc in every context`(context: Context) {
    #expect(keymap.command(for: .escape, in: context) == .back)
  }

  @Test(arguments: lists)
  func `goes back on q in every list`(context: Context) {
    #expect(keymap.command(for: Key("q"), in: context) == .back)
  }

  @Test(arguments: Context.allCases)
  func `blanks on Ctrl-L and quits on Ctrl-Q everywhere`(context: Context) {
    #expect(keymap.command(for: .control("l"), in: context) == .blank)
    #expect(keymap.command(for: .control("q"), in: context) == .quit)
  }

  @Test func `binds no key that types or edits while typing`() {
    let typing = keymap.bindings.filter { Context.text.chain.contains($0.context) }
    for key in typing.flatMap(\.keys) {
      #expect(key.typedScalar == nil, "\(key.spoken) types")
      #expect(!Keymap.isForTyping(key), "\(key.spoken) edits")
    }
    for key in [Key.enter, .tab, .backspace, .delete, .left, .home, .space, Key("x")] {
      #expect(Keymap.isForTyping(key), "\(key.spoken)")
    }
  }

  @Test func `reaches every command by a key or by the palette`() throws {
    var reached = Set(keymap.bindings.map(\.command))
    let state = DemoState.day(columns: 80, rows: 24)
    reached.formUnion(PaletteList.lines(of: state, query: "").map(\.command))
    let missing = Command.allCases.filter { !reached.contains($0) }
    #expect(missing.isEmpty, "\(missing.map(\.rawValue))")
  }

  @Test func `has hints of at most two words, and a hint wherever it promises one`() {
    for binding in keymap.bindings where binding.hintOrder != nil {
      #expect(binding.command.info.hint != nil, "\(binding.command.rawValue)")
    }
    for command in Command.allCases {
      let words = command.info.hint?.split(separator: " ") ?? []
      #expect(words.count <= 2, "\(command.rawValue)")
    }
  }

  @Test func `gives each hint of a context its own place`() {
    for context in Self.lists {
      let orders = keymap.bindings.filter { context.chain.contains($0.context) }
        .compactMap { binding in binding.hintOrder.map { (binding.command, $0) } }
      for (command, order) in orders {
        let same = orders.filter { $0.1 == order && $0.0 != command }
        #expect(same.isEmpty, "\(context.title): \(command.rawValue) and \(same)")
      }
    }
  }

  @Test func `has titles for every command and every context`() {
    #expect(Command.allCases.allSatisfy { !$0.info.title.isEmpty })
    #expect(Context.allCases.allSatisfy { !$0.title.isEmpty })
  }
}
