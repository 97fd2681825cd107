/// A piece of text that names no key.
package struct KeyNotationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The piece that couldn't be read, as it was written.
  package var piece: String

  package init(piece: String) {
    self.piece = piece
  }

  package var description: String {
    "“\(piece)” names no key. Write a letter as n, others as <Enter>, <C-l>, <S-Tab> or <F1>."
  }
}

/// The written names of keys that type no character, in the order they are looked up.
///
/// The first row of a code is how it is written; the later ones are only read.
private let names: [(name: String, code: KeyCode, spoken: String)] = [
  ("Enter", .enter, "Enter"), ("Esc", .escape, "Esc"), ("Tab", .tab, "Tab"),
  ("Backspace", .backspace, "Backspace"), ("Del", .delete, "Del"), ("Ins", .insert, "Ins"),
  ("Up", .up, "Up"), ("Down", .down, "Down"), ("Left", .left, "Left"), ("Right", .right, "Right"),
  ("Home", .home, "Home"), ("End", .end, "End"),
  ("PgUp", .pageUp, "PgUp"), ("PgDn", .pageDown, "PgDn"),
  ("Space", .character(" "), "Space"), ("lt", .character("<"), "<"),
  ("Return", .enter, "Enter"), ("CR", .enter, "Enter"), ("Escape", .escape, "Esc"),
  ("BS", .backspace, "Backspace"), ("Delete", .delete, "Del"), ("Insert", .insert, "Ins"),
  ("PageUp", .pageUp, "PgUp"), ("PageDown", .pageDown, "PgDn"), ("gt", .character(">"), ">"),
]

extension Key {
  /// The key that a notation such as `n`, `<C-l>`, `<S-Tab>` or `<F1>` names, or nil.
  ///
  /// Names are read without regard to case; the letter of `<C-L>` is the same as of `<C-l>`.
  package init?(notation: String) {
    let scalars = Array(notation.unicodeScalars)
    if scalars.count == 1, scalars[0] != "<", scalars[0].value > 0x20, scalars[0].value != 0x7F {
      self.init(scalars[0])
      return
    }
    guard scalars.count > 2, scalars.first == "<", scalars.last == ">" else { return nil }
    var rest = scalars[1..<(scalars.count - 1)]
    var modifiers: Modifiers = []
    while rest.count > 2, rest[rest.startIndex + 1] == "-" {
      switch rest[rest.startIndex] {
      case "C", "c": modifiers.insert(.control)
      case "S", "s": modifiers.insert(.shift)
      case "A", "a", "M", "m": modifiers.insert(.alt)
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    guard let code = Self.code(named: rest, modifiers: modifiers) else { return nil }
    self.init(code, modifiers)
  }

  private static func code(
    named scalars: ArraySlice<Unicode.Scalar>,
    modifiers: Modifiers
  ) -> KeyCode? {
    if scalars.count == 1, let scalar = scalars.first {
      guard !modifiers.isEmpty, scalar.value > 0x20, scalar.value != 0x7F else { return nil }
      let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
      let lower = Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value + 0x20))
      return .character(isUpper && modifiers.contains(.control) ? lower : scalar)
    }
    let name = String(String.UnicodeScalarView(scalars)).lowercased()
    if let row = names.first(where: { $0.name.lowercased() == name }) { return row.code }
    guard name.first == "f", let number = Int(name.dropFirst()), (1...63).contains(number)
    else { return nil }
    return .function(number)
  }

  /// The key as it is written in key files and tests.
  package var notation: String {
    let name: String
    switch code {
    case .function(let number): name = "F\(number)"
    case .character(let scalar) where scalar != " " && scalar != "<": name = String(scalar)
    default: name = names.first { $0.code == code }?.name ?? "?"
    }
    if modifiers.isEmpty, case .character(let scalar) = code, scalar != " ", scalar != "<" {
      return name
    }
    var prefix = ""
    if modifiers.contains(.control) { prefix += "C-" }
    if modifiers.contains(.alt) { prefix += "A-" }
    if modifiers.contains(.shift) { prefix += "S-" }
    return "<\(prefix)\(name)>"
  }

  /// The key as help and hints say it: `Ctrl-L`, `Shift-Tab`, `F1`, `Space`, `n`.
  package var spoken: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "Ctrl-" }
    if modifiers.contains(.alt) { prefix += "Alt-" }
    if modifiers.contains(.shift) { prefix += "Shift-" }
    switch code {
    case .function(let number): return "\(prefix)F\(number)"
    case .character(let scalar) where scalar != " ":
      let letter = String(scalar)
      return prefix + (modifiers.contains(.control) ? letter.uppercased() : letter)
    default: return prefix + (names.first { $0.code == code }?.spoken ?? "?")
    }
  }

  /// The key that help and hints say like this, or that is written so: `Ctrl-P`, `F4`, `Space`, `n`.
  package init?(spoken: String) {
    if spoken == "<" {
      self.init("<")
      return
    }
    if let key = Key(notation: spoken) {
      self = key
      return
    }
    var rest = spoken[...]
    var prefix = ""
    while let sign = rest.firstIndex(where: { $0 == "-" || $0 == "+" }) {
      switch rest[..<sign].lowercased() {
      case "ctrl": prefix += "C-"
      case "shift": prefix += "S-"
      case "alt": prefix += "A-"
      default: return nil
      }
      rest = rest[rest.index(after: sign)...]
    }
    self.init(notation: "<\(prefix)\(rest)>")
  }

  /// The keys of a text such as `n n <Enter> <Type:any text>`; white space separates.
  ///
  /// A `Type` piece stands for one key per scalar of its text, up to the next `>`.
  package static func sequence(_ text: String) throws(KeyNotationError) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      if rest.isEmpty { return keys }
      if rest.hasPrefix("<Type:") {
        guard let end = rest.firstIndex(of: ">") else {
          throw KeyNotationError(piece: String(rest))
        }
        let typed = rest[rest.index(rest.startIndex, offsetBy: 6)..<end]
        keys += typed.unicodeScalars.map { $0 == "\n" ? .enter : Key($0) }
        rest = rest[rest.index(after: end)...]
      } else {
        let piece = rest.prefix { !$0.isWhitespace }
        guard let key = Key(notation: String(piece)) else {
          throw KeyNotationError(piece: String(piece))
        }
        keys.append(key)
        rest = rest[piece.endIndex...]
      }
    }
  }
}
