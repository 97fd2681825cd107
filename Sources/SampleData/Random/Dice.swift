/// Random numbers that are the same for the same seed, on every machine.
struct Dice {
  private var state: UInt64

  /// Dice of their own for some numbers under a seed: a day of a client rolls the same whatever
  /// else was rolled.
  init(_ seed: UInt64, _ numbers: Int...) {
    state = seed
    for number in numbers { state = Dice.mixed(state ^ UInt64(truncatingIfNeeded: number)) }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    state = Dice.mixed(state)
    return range.lowerBound + Int(state % UInt64(range.count))
  }

  mutating func isTrue(percent: Int) -> Bool { roll(0...99) < percent }

  /// One of a list that isn't empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(0...list.count - 1)] }
}
