package import TerminalCore

/// One key with two meanings where both could be meant.
package struct KeyClash: Equatable, Sendable {
  package var key: Key
  package var one: Meaning
  /// In the same place, or in one that leads to the other's.
  package var other: Meaning

  /// A command in a place.
  package struct Meaning: Hashable, Sendable {
    package var context: Context
    package var command: Command

    package init(_ context: Context, _ command: Command) {
      self.context = context
      self.command = command
    }
  }
}

/// What must hold of every key table, the bundled one and one with a person's own keys.
extension Keymap {
  /// Keys that mean two commands in one place, or hide another command of a place around it.
  ///
  /// - Parameter known: A table in which a key may hide another: where it does exactly that, it's
  ///   meant. Nil looks at single places only.
  /// - Returns: Each pair of meanings once.
  package func clashes(hiding known: Keymap?) -> [KeyClash] {
    var places: [Key: [KeyClash.Meaning]] = [:]
    var clashes: [KeyClash] = []
    for binding in bindings {
      for key in binding.keys {
        let meaning = KeyClash.Meaning(binding.context, binding.command)
        for other in places[key] ?? [] where other.command != meaning.command {
          let isSame = other.context == meaning.context
          let isHiding =
            known.map { other.touches(meaning) && !($0.has(key, other) && $0.has(key, meaning)) }
            ?? false
          if isSame || isHiding {
            clashes.append(KeyClash(key: key, one: other, other: meaning))
          }
        }
        places[key, default: []].append(meaning)
      }
    }
    return clashes
  }

  /// Whether a key is one of a command's in exactly this place.
  func has(_ key: Key, _ meaning: KeyClash.Meaning) -> Bool {
    bindings.contains {
      $0.context == meaning.context && $0.command == meaning.command && $0.keys.contains(key)
    }
  }

  /// Keys that mean the same wherever somebody is, and what that is: the ways out, to help, and to
  /// a dark screen.
  package static let fixed: [(key: Key, command: Command)] = [
    (.escape, .back), (.function(1), .help), (.control("l"), .blank), (.control("q"), .quit),
    (.function(12), .hide),
  ]

  /// Whether a key types or edits a text, or is one that forms and questions need.
  package static func isForTyping(_ key: Key) -> Bool {
    TextKeys.command(for: key, in: .manyLines) != nil
      || TextKeys.command(for: key, in: .oneLine) != nil
      || [.tab, .shiftTab, .enter].contains(key)
  }

  /// Keys that questions and forms have for themselves.
  static let ofPrompts: [Key] = [
    .control("s"), .control("n"), .control("t"), .control("f"), .function(3), .function(4),
    .function(7),
  ]

  /// Whether a command's key does something in a place: in one where it has a key already or in
  /// one inside of that; one that has none anywhere, in every list and note.
  package func takes(_ command: Command, in context: Context) -> Bool {
    if context == .text || command == .digit { return false }
    let chain = context.chain
    var isPlaced = false
    for binding in bindings where binding.command == command {
      if chain.contains(binding.context) { return true }
      isPlaced = true
    }
    guard !isPlaced || PaletteList.unplaced.contains(command) else { return false }
    return context == .everywhere || context == .firstRun ? command.isAside : true
  }
}

extension KeyClash.Meaning {
  /// Whether a key pressed in one of the two places could be meant for the other.
  func touches(_ other: Self) -> Bool {
    context.chain.contains(other.context) || other.context.chain.contains(context)
  }
}
