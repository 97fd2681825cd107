/// Why a PIN is no good.
package enum PINWeakness: Hashable, Sendable {
  case length, sameCharacter, sequence

  package static let lengths = 4...12

  /// "4 to 12 characters".
  package static let lengthInWords = "\(lengths.lowerBound) to \(lengths.upperBound) characters"

  /// Nil for a PIN that will do.
  package init?(of pin: String) {
    let scalars = pin.unicodeScalars.map { Int($0.value) }
    guard Self.lengths.contains(pin.count) else {
      self = .length
      return
    }
    let steps = Set(zip(scalars, scalars.dropFirst()).map { $1 - $0 })
    switch steps {
    case [0]: self = .sameCharacter
    case [1], [-1]: self = .sequence
    default: return nil
    }
  }

  package var sentence: String {
    switch self {
    case .length: "A PIN has \(Self.lengthInWords)."
    case .sameCharacter: "A PIN of one character over and over is quickly guessed."
    case .sequence: "A PIN such as 1234 is quickly guessed."
    }
  }
}
