/// The key on paper: 160 random bits, as eight groups of four letters and digits.
///
/// Letters that look like digits aren't used, and are understood as those when they are typed.
package struct RecoveryKey: Equatable, Sendable {
  let bytes: [UInt8]

  private static let length = 20
  private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// A new one, which opens nothing yet.
  package static func random() -> RecoveryKey { RecoveryKey(bytes: SecretKey.randomBytes(length)) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The groups as they are printed.
  package var groups: [String] {
    var letters: [UInt8] = []
    for start in stride(from: 0, to: Self.length, by: 5) {
      let word = bytes[start..<(start + 5)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      for place in 0..<8 {
        letters.append(Self.letters[Int(word >> (35 - 5 * UInt64(place)) & 31)])
      }
    }
    return stride(from: 0, to: letters.count, by: 4).map {
      String(decoding: letters[$0..<($0 + 4)], as: UTF8.self)
    }
  }

  package var text: String { groups.joined(separator: "-") }

  /// Reads a key as somebody typed it; nil for what can't be one.
  package init?(_ text: String) {
    var values: [UInt64] = []
    for character in text.uppercased().utf8 {
      switch character {
      case UInt8(ascii: "-"), UInt8(ascii: " "): continue
      case UInt8(ascii: "O"): values.append(0)
      case UInt8(ascii: "I"), UInt8(ascii: "L"): values.append(1)
      default:
        guard let value = Self.letters.firstIndex(of: character) else { return nil }
        values.append(UInt64(value))
      }
    }
    guard values.count == Self.length / 5 * 8 else { return nil }
    bytes = stride(from: 0, to: values.count, by: 8).flatMap { start -> [UInt8] in
      let word = values[start..<(start + 8)].reduce(0) { $0 << 5 | $1 }
      return (0..<5).map { UInt8(truncatingIfNeeded: word >> (32 - 8 * UInt64($0))) }
    }
  }
}
