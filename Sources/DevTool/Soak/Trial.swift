/// How much of each trial is done.
struct Scale {
  var seed: UInt64
  var seeds: Int
  var keys: Int
  var kills: Int
  var windows: Int
  var marks: Int
  var every: Int
  /// How often the program is killed while a note is typed.
  var typings: Int
  /// How many type at once.
  var atOnce: Int
  /// How many characters each types if nothing kills the program before.
  var characters: Int
  /// Of those, how many a second.
  var rate: Int
  /// The program that is killed; nil is the one beside this tool.
  var program: String?
}

/// A long trial: ends with a sentence with figures, or throws what doesn't hold.
struct Trial {
  var name: String
  var run: @MainActor (Scale) throws(ToolError) -> String

  /// Every trial there is; a new one is one more line.
  static let all = [
    Trial(name: "random-keys", run: RandomKeys.run),
    Trial(name: "damage", run: DamageTrial.run),
    Trial(name: "kills", run: KillTrial.run),
    Trial(name: "typing", run: TypingTrial.run),
    Trial(name: "windows") { (scale) throws(ToolError) in try WindowsTrial.run(scale) },
    Trial(name: "sealed-windows") { (scale) throws(ToolError) in
      try WindowsTrial.run(scale, isSealed: true)
    },
  ]
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

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }
}
