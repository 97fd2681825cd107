import App
import Domain
import TerminalCore
import UI

/// A long trial: from a seed and a count to a sentence with figures.
struct Trial {
  var name: String
  var run: (_ seed: UInt64, _ count: Int) throws -> String
}

extension Trial {
  /// Every trial there is; a new one is one more line.
  static let all = [randomKeys]

  /// Random keys on the demo; every screen is drawn.
  private static let randomKeys = Trial(name: "random-keys") { seed, count in
    let keys =
      Keymap.standard.bindings.flatMap(\.keys) + "abcnptx0123 ".unicodeScalars.map(Key.init)
    var dice = SplitMix(state: seed)
    var stage = try Stage(size: Size(columns: 80, rows: 24))
    var restarts = 0
    for step in 0..<count {
      let key = keys[Int(dice.next() % UInt64(keys.count))]
      stage.take(.input(.key(key)), at: stage.state.now.adding(seconds: step % 7 == 0 ? 1 : 0))
      _ = stage.text(borders: .line)
      if stage.hasEnded {
        stage = try Stage(size: Size(columns: 80, rows: 24))
        restarts += 1
      }
    }
    return "\(count) keys, \(restarts) restarts"
  }
}

/// Random bits that are the same for the same seed.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
