import Testing

@testable import TerminalCore

/// Random numbers that a seed repeats: Steele and Vigna's SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct `Key decoder under garbage` {
  /// A sequence of the standard's shape that means no key.
  private func unknownSequence(_ numbers: inout SeededNumbers) -> [UInt8] {
    func digits() -> [UInt8] { Array(String(Int.random(in: 2...999, using: &numbers)).utf8) }
    let escape: UInt8 = 0x1B
    let printable = (0..<Int.random(in: 0...30, using: &numbers)).map { _ in
      UInt8.random(in: 0x20...0x7E, using: &numbers)
    }
    switch Int.random(in: 0...6, using: &numbers) {
    case 0: return [escape, 0x5B, 0x3F] + digits() + [0x3B] + digits() + [0x68]
    case 1: return [escape, 0x5B, 0x3C] + digits() + [0x3B] + digits() + [0x4D]
    case 2: return [escape, 0x5D] + digits() + [0x3B] + printable + [7]
    case 3: return [escape, 0x5D] + digits() + [0x3B] + printable + [escape, 0x5C]
    case 4: return [escape, 0x50] + printable + [escape, 0x5C]
    case 5: return [escape, 0x5B] + digits() + [0x3B] + digits() + [0x52]
    default: return [escape, 0x5B, 0x3F] + digits() + [0x24, 0x79]
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `unknown sequences leave nothing behind in 100,000 bytes`(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    var input: [UInt8] = []
    var expected: [InputEvent] = []
    while input.count < 100_000 {
      input += unknownSequence(&numbers)
      for _ in 0..<Int.random(in: 0...3, using: &numbers) {
        let letter = Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &numbers))
        input += Array(String(letter).utf8)
        expected.append(.key(Key(letter)))
      }
    }
    var decoder = KeyDecoder()
    var events: [InputEvent] = []
    var rest = input[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...50, using: &numbers))
      events += decoder.feed(Array(piece), at: MonotonicTime(milliseconds: 0))
      rest = rest.dropFirst(piece.count)
    }
    #expect(events == expected)
  }

  @Test(arguments: [5, 6, 7, 8] as [UInt64])
  func `any bytes are read to the end and a key typed after them arrives`(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    var decoder = KeyDecoder()
    var now = MonotonicTime(milliseconds: 0)
    for _ in 0..<4000 {
      let count = Int.random(in: 1...50, using: &numbers)
      let isNoise = Bool.random(using: &numbers)
      let piece = (0..<count).map { _ in
        isNoise
          ? UInt8.random(in: 0...255, using: &numbers)
          : [0x1B, 0x5B, 0x4F, 0x32, 0x30, 0x7E, 0x3B].randomElement(using: &numbers) ?? 0
      }
      for event in decoder.feed(piece, at: now) + decoder.advance(to: now) {
        if case .paste(let text) = event { #expect(!text.contains("\u{1B}")) }
      }
      now = now + Int.random(in: 0...100, using: &numbers)
    }
    for _ in 0..<10 {
      now = now + 10_000
      _ = decoder.advance(to: now)
    }
    _ = decoder.feed(Array("\u{1B}[201~".utf8), at: now)
    #expect(decoder.feed([0x6E], at: now) == [.key(Key("n"))])
  }
}
