import App
import TerminalCore
import Testing

/// A slip of the finger must not ask or end anything (decision on keys).
@Suite struct `Neighbouring keys` {
  @Test(arguments: `The key table`.lists)
  func `never pair a command that asks with another one a Shift away`(context: Context) {
    let clashes = Self.clashes(in: context)
    #expect(clashes.isEmpty, "\(clashes)")
  }

  /// Pairs of different commands on the same letter with and without Shift, one of them weighty.
  private static func clashes(in context: Context) -> [String] {
    var clashes: [String] = []
    for lower in "abcdefghijklmnopqrstuvwxyz" {
      guard let small = command(lower, in: context),
        let big = command(Character(lower.uppercased()), in: context), small != big,
        isWeighty(small) || isWeighty(big)
      else { continue }
      clashes.append("\(lower) \(small.rawValue), \(lower.uppercased()) \(big.rawValue)")
    }
    return clashes
  }

  private static func command(_ letter: Character, in context: Context) -> Command? {
    letter.unicodeScalars.first.flatMap { Keymap.standard.command(for: Key($0), in: context) }
  }

  private static func isWeighty(_ command: Command) -> Bool {
    switch command.info.severity {
    case .looks, .undoable: false
    case .asks, .final: true
    }
  }
}
