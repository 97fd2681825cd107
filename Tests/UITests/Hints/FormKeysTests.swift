import Support
import TerminalCore
import Testing

@testable import App
@testable import UI

/// Forms, each field with something in it, and every key on a keyboard.
@Suite struct `The help over a form` {
  /// Keys from the start to each kind of form.
  static let forms = [
    "g c a", "g c b", "g c . v", "g r a", "g r <Tab> a", "g r <Tab> <Tab> a",
    "g c <Enter> =", "g c . x",
  ]
  private static let keyboard: [Key] = {
    let codes: [KeyCode] = [
      .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown,
    ]
    let letters = "abcdefghijklmnopqrstuvwxyz".unicodeScalars
    return codes.map { Key($0) } + [.shiftTab, .space] + "aeots".unicodeScalars.map { Key($0) }
      + [Key(.left, .control), Key(.right, .control), Key(.left, .shift), Key(.right, .shift)]
      + letters.map { Key.control($0) } + (1...12).map { Key.function($0) }
  }()
  /// Said in the words of another key's line.
  private static let besides: [Key: String] = [
    .control("a"): "Home", .control("e"): "Home",
  ]

  @Test(arguments: forms)
  func `tells every key that acts in it`(keys: String) throws {
    for start in try Self.fields(of: keys) {
      let told = Self.told(in: start)
      for key in Self.keyboard where Self.acts(key, in: start) {
        let names = Self.names(of: key)
        #expect(!told.isDisjoint(with: names), "\(keys), \(Self.words(start)): \(names)")
      }
    }
  }

  @Test func `tells no key that nowhere acts`() throws {
    var acting: [String: Set<String>] = [:]
    var telling: [String: Set<String>] = [:]
    for start in try Self.forms.flatMap(Self.fields) {
      let kind = try #require(start.form?.field.kind.name)
      telling[kind, default: []].formUnion(Self.told(in: start))
      for key in Self.keyboard where Self.acts(key, in: start) {
        acting[kind, default: []].formUnion(Self.names(of: key))
      }
    }
    for (kind, told) in telling {
      // What is copied doesn't show, and the only long text is the last field.
      let unseen: Set = kind == "long text" ? ["Ctrl-C", "Down", "Tab", "PgDn"] : ["Ctrl-C"]
      let idle = told.subtracting(acting[kind] ?? []).subtracting(unseen)
      #expect(idle.isEmpty, "\(kind): \(idle.sorted())")
    }
  }

  @Test func `names no key twice`() throws {
    for start in try Self.forms.flatMap(Self.fields) {
      var program = start
      try program.press("<F1>")
      let keys = HelpList.lines(of: program.state, query: "").map(\.keys)
      #expect(Set(keys).count == keys.count, "\(Self.words(start)): \(keys)")
    }
  }

  /// The form with the cursor in each of its fields, a few words typed and the cursor among them.
  private static func fields(of keys: String) throws -> [TestProgram] {
    var program = try TestProgram.demo(as: "MQ")
    try program.press(keys)
    guard let form = program.form else {
      Issue.record("\(keys) opens no form")
      return []
    }
    return try form.fields.indices.flatMap { place in
      var at = program
      try at.press(Array(repeating: "<Down>", count: place).joined(separator: " "))
      var all = [at]
      guard let kind = at.form?.field.kind else { return all }
      // Something among words, something taken back, something selected and copied.
      let ways =
        kind.isTyped
        ? ["<Type:ab cd ef> <C-Left>", "<Type:ab> <C-z>", "<Type:ab> <S-Left> <C-c>"]
        : ["<Right>", "<Right> <Right>"]
      for way in ways {
        all.append(at)
        try all[all.count - 1].press(way)
      }
      return all
    }
  }

  /// What help may call it: itself, a letter, or another that is told with it.
  private static func names(of key: Key) -> Set<String> {
    var names: Set = [key.spoken]
    if let other = besides[key] { names.insert(other) }
    if key.typedScalar != nil { names.insert("Letters") }
    return names
  }

  /// Whether anything but the status line comes of it.
  private static func acts(_ key: Key, in start: TestProgram) -> Bool {
    var program = start
    program.send(.input(.key(key)))
    return program.state.prompt != start.state.prompt
      || program.effects.count != start.effects.count
      || program.state.isBlanked || program.state.showsFullNames
  }

  /// "Ctrl-C/X/V" as three keys, from the help that F1 opens.
  private static func told(in start: TestProgram) -> Set<String> {
    var program = start
    program.send(.input(.key(.function(1))))
    var keys: Set<String> = ["F1"]
    for line in HelpList.lines(of: program.state, query: "") {
      var prefix = ""
      for part in line.keys.replacing(" or ", with: "/").split(separator: "/") {
        if let dash = part.lastIndex(of: "-") { prefix = String(part[...dash]) }
        keys.insert(part.contains("-") ? String(part) : prefix + part)
      }
    }
    return keys
  }

  private static func words(_ program: TestProgram) -> String {
    "\(program.form?.title ?? ""), \(program.form?.field.label ?? "")"
  }
}

extension FieldKind {
  /// "choices" for all that are chosen from many.
  fileprivate var name: String {
    switch self {
    case .choice: "choice"
    case .choices: "choices"
    case .pick: "pick"
    case .longText, .lines: "long text"
    case .secret: "secret"
    case .text, .language, .date, .time, .number, .weekdays, .zone, .hours: "text"
    }
  }
}
