import TerminalCore

/// What a line of a key file must be by itself.
extension KeyWish {
  /// So many keys are enough for one command, and a line that holds a book stays quick.
  private static let most = 12

  init(_ line: KeyLine, in standard: Keymap) throws(KeyFileProblem) {
    let refuse = { (words: String) in KeyFileProblem(line: line.line, sentence: words) }
    guard let context = Context(typed: line.context) else {
      let all = Context.allCases.filter { $0 != .text }.map(\.rawValue).joined(separator: ", ")
      throw refuse("\(line.context.quotedShort) is no place; there are \(all).")
    }
    guard let command = Command(typed: line.command) else {
      throw refuse(
        "\(line.command.quotedShort) is no command; caseload keys --example has all of them."
      )
    }
    self.init(line: line.line, meaning: KeyClash.Meaning(context, command), keys: [])
    try look(at: context, command, in: standard)
    for piece in line.keys.split(whereSeparator: \.isWhitespace) {
      guard keys.count < Self.most else {
        throw problem("\(Self.most) keys are the most", in: standard)
      }
      let key = try self.key(String(piece), in: standard)
      if !keys.contains(key) { keys.append(key) }
    }
    try look(at: keys, in: standard)
  }

  /// What is wrong, and what stays.
  func problem(_ words: String, in standard: Keymap) -> KeyFileProblem {
    let (context, command) = (meaning.context, meaning.command)
    let own = standard.bindings.first { $0.context == context && $0.command == command }?.keys
    let keys = (own ?? []).map(\.spoken)
    let shown =
      keys.count > 4 ? "\(keys[0]) to \(keys[keys.count - 1])" : keys.joined(separator: ", ")
    let name = command.rawValue
    let stays =
      keys.isEmpty
      ? "\(name) gets no key of its own \(context.inWords)" : "\(name) keeps \(shown)"
    return KeyFileProblem(line: line, sentence: "\(words); \(stays).")
  }

  private func look(
    at context: Context,
    _ command: Command,
    in standard: Keymap
  ) throws(KeyFileProblem) {
    if command == .digit { throw problem("digits are the numbers of rows", in: standard) }
    if context == .text {
      throw problem("what keys do while typing can't be changed", in: standard)
    }
    guard standard.takes(command, in: context) else {
      throw problem("\(command.rawValue) does nothing \(context.inWords)", in: standard)
    }
  }

  private func key(_ piece: String, in standard: Keymap) throws(KeyFileProblem) -> Key {
    guard let key = Key(spoken: piece) else {
      throw problem(
        "\(piece.quotedShort) names no key (a letter as n, others as Enter, Ctrl-P, Shift-Tab, F4)",
        in: standard
      )
    }
    if let why = key.whyNotSent { throw problem(why, in: standard) }
    for (fixed, command) in Keymap.fixed where key == fixed && meaning.command != command {
      throw problem("\(key.spoken) always means \(command.rawValue)", in: standard)
    }
    guard !standard.has(key, meaning) else { return key }
    switch meaning.context {
    case .everywhere where Keymap.ofPrompts.contains(key):
      throw problem("\(key.spoken) belongs to forms and questions", in: standard)
    case .everywhere, .note, .choice:
      if Keymap.isForTyping(key) {
        throw problem("\(key.spoken) types or edits text there", in: standard)
      }
    default: break
    }
    return key
  }

  /// That neither the ways out nor the way to a command get lost.
  private func look(at keys: [Key], in standard: Keymap) throws(KeyFileProblem) {
    for (key, command) in Keymap.fixed where command == meaning.command {
      let table = standard.with([self])
      for context in Context.allCases
      where standard.command(for: key, in: context) != table.command(for: key, in: context) {
        throw problem("\(command.rawValue) must have \(key.spoken) among its keys", in: standard)
      }
    }
    if keys.isEmpty, PaletteList.unlisted.contains(meaning.command) {
      throw problem("\(meaning.command.rawValue) must have a key", in: standard)
    }
  }
}

extension Key {
  /// Why no terminal, or not every one, sends it as this key; nil where they do.
  fileprivate var whyNotSent: String? {
    if modifiers.contains(.alt) { return "Alt keys don't arrive the same on every terminal" }
    switch code {
    case .character(let scalar) where modifiers == .control:
      switch scalar {
      case "h": return "Ctrl-H is Backspace to a terminal"
      case "i": return "Ctrl-I is Tab to a terminal"
      case "j", "m": return "\(spoken) is Enter to a terminal"
      case "[": return "Ctrl-[ is Esc to a terminal"
      case "a"..."z": return nil
      default: return "\(spoken) isn't sent by every terminal"
      }
    case .character(let scalar):
      guard modifiers.isEmpty else {
        return "\(spoken) isn't sent as that; write the letter itself"
      }
      return scalar == " " || scalar.isSeen ? nil : "that character can't be seen"
    case .function(let number):
      return modifiers.isEmpty && number <= 12 ? nil : "\(spoken) isn't sent by every terminal"
    case .tab:
      return modifiers.isEmpty || modifiers == .shift
        ? nil : "\(spoken) isn't sent by every terminal"
    case .enter, .escape, .backspace:
      return modifiers.isEmpty ? nil : "\(spoken) isn't sent by every terminal"
    case .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown: return nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a sign of its own on the screen.
  fileprivate var isSeen: Bool {
    guard CellWidth.of(String(Character(self))) > 0 else { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .connectorPunctuation,
      .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }
}

extension RawRepresentable<String> where Self: CaseIterable {
  /// What a person wrote: the word itself, else one that differs in case, hyphens and blanks.
  fileprivate init?(typed: String) {
    if let exact = Self(rawValue: typed) {
      self = exact
      return
    }
    let plain = { (text: String) in text.lowercased().filter { $0 != "-" && $0 != " " } }
    let word = plain(String(typed.prefix(64)))
    guard let found = Self.allCases.first(where: { plain($0.rawValue) == word }) else { return nil }
    self = found
  }
}

extension String {
  /// The beginning of what stands in a file, fit for a line of the screen.
  fileprivate var quotedShort: String {
    let scalars = unicodeScalars.prefix(30).map {
      $0.properties.generalCategory == .control ? " " : $0
    }
    let short = String(String.UnicodeScalarView(scalars))
    return "\"\(short)\(unicodeScalars.count > 30 ? "…" : "")\""
  }
}
