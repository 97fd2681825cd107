import PropertyList

/// Numbers that are the same for the same seed, on every machine (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Property lists made up from a seed, which can be written and come back as they were.
struct RandomTree {
  private var numbers: SeededNumbers

  /// Scalars that are treated in some special way somewhere, and some that are not.
  private static let scalars = Array(
    "aZ09 .<>&\"'\n\t;#]]>--éß界🧘\u{301}\u{7F}\u{85}\u{FEFF}\u{FFFD}\u{2028}\u{10FFFF}"
      .unicodeScalars
  )

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
  }

  mutating func value(depth: Int = 0) -> PropertyListValue {
    switch Int.random(in: 0..<(depth < 5 ? 10 : 6), using: &numbers) {
    case 0, 1: .string(text())
    case 2: .integer(integer())
    case 3: .boolean(Bool.random(using: &numbers))
    case 4: .date(Int64.random(in: -62_135_596_800...253_402_300_799, using: &numbers))
    case 5: .data(bytes())
    case 6, 7: .array((0..<count()).map { _ in value(depth: depth + 1) })
    default: .dictionary(dictionary(depth: depth))
    }
  }

  private mutating func dictionary(depth: Int) -> PropertyListDictionary {
    var dictionary = PropertyListDictionary()
    var keys: Set<String> = []
    for _ in 0..<count() {
      let key = text()
      guard keys.insert(key).inserted else { continue }
      dictionary[key] = value(depth: depth + 1)
    }
    return dictionary
  }

  private mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<count() { text.append(Self.scalars.randomElement(using: &numbers) ?? "a") }
    return String(text)
  }

  private mutating func integer() -> Int64 {
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: .min
    case 1: .max
    case 2: Int64.random(in: .min ... .max, using: &numbers)
    default: Int64.random(in: -10...10, using: &numbers)
    }
  }

  private mutating func bytes() -> [UInt8] {
    let count = Int.random(in: 0..<200, using: &numbers)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
  }

  private mutating func count() -> Int {
    Int.random(in: 0..<8, using: &numbers)
  }
}
