package import TerminalCore

/// A key table with a person's own keys in it.
package struct OwnKeys: Equatable, Sendable {
  package private(set) var keymap: Keymap
  /// Lines that aren't used, in the order of the file.
  package private(set) var problems: [KeyFileProblem] = []

  /// Takes what can be taken of a key file; every line that can't is named.
  ///
  /// The lines count together, so that two commands may exchange their keys. Where a key would have
  /// two meanings the earlier line keeps it.
  package init(_ lines: [KeyLine], in standard: Keymap = .standard) {
    var wishes: [KeyWish] = []
    for line in lines {
      do throws(KeyFileProblem) {
        let wish = try KeyWish(line, in: standard)
        if let first = wishes.first(where: { $0.meaning == wish.meaning }) {
          throw KeyFileProblem(
            line: line.line,
            sentence:
              "\(line.command) \(wish.meaning.context.inWords) stands in line \(first.line), too; "
              + "that one counts."
          )
        }
        wishes.append(wish)
      } catch {
        problems.append(error)
      }
    }
    keymap = standard
    while true {
      let table = standard.with(wishes)
      let refused = Self.refused(wishes, in: table, standard)
      if refused.isEmpty {
        keymap = table
        break
      }
      problems += refused.map(\.problem)
      wishes.removeAll { wish in refused.contains { $0.wish == wish } }
    }
    problems.sort { $0.line < $1.line }
  }

  /// Of each clash the line that brought it, the later one of two.
  private static func refused(
    _ wishes: [KeyWish],
    in table: Keymap,
    _ standard: Keymap
  ) -> [(wish: KeyWish, problem: KeyFileProblem)] {
    var refused: [(wish: KeyWish, problem: KeyFileProblem)] = []
    for clash in table.clashes(hiding: standard) {
      let pairs = [(clash.one, clash.other), (clash.other, clash.one)]
      let found = pairs.compactMap { meaning, other in
        wishes.last { wish in
          wish.meaning == meaning && !standard.has(clash.key, meaning)
        }.map { (wish: $0, other: other) }
      }
      let isSettled = refused.contains { one in found.contains { $0.wish == one.wish } }
      guard !isSettled, let last = found.max(by: { $0.wish.line < $1.wish.line }) else { continue }
      let rival = wishes.last { $0.meaning == last.other && !standard.has(clash.key, last.other) }
      let line = rival.map { " by line \($0.line)" } ?? ""
      let words =
        "\(clash.key.spoken) already means \(last.other.command.rawValue) "
        + "\(last.other.context.inWords)\(line)"
      refused.append((last.wish, last.wish.problem(words, in: standard)))
    }
    return refused
  }
}

/// The keys that a line of a key file asks for, each by itself possible.
struct KeyWish: Equatable {
  var line: Int
  var meaning: KeyClash.Meaning
  var keys: [Key]
}

extension Keymap {
  /// The table with other keys for some commands; what has none of its own there yet comes behind
  /// the others of its place, without a hint.
  func with(_ wishes: [KeyWish]) -> Keymap {
    guard !wishes.isEmpty else { return self }
    var bindings = bindings
    for wish in wishes {
      let (context, command) = (wish.meaning.context, wish.meaning.command)
      if let place = bindings.firstIndex(where: { $0.context == context && $0.command == command })
      {
        bindings[place].keys = wish.keys
      } else {
        let last = bindings.lastIndex { $0.context == context } ?? bindings.count - 1
        bindings.insert(Binding(context, wish.keys, command), at: last + 1)
      }
    }
    return Keymap(bindings: bindings)
  }
}

extension Context {
  /// Where that is, in a sentence.
  var inWords: String {
    switch self {
    case .everywhere: "everywhere"
    case .list: "in every list"
    case .text: "while typing"
    default: "in \(title)"
    }
  }
}
