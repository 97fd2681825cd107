/// A value of a fixed set, or a stored word this version doesn't know.
///
/// A word that is not known is kept as it was read and written back unchanged; it is shown as
/// unknown and never taken for one of the known values.
///
/// What a value must be is asked where it is used, not of the type: the runtime would look up each
/// of those conformances for each kind of value when the program starts.
package enum Coded<Value> {
  case known(Value)
  case unknown(String)

  package var value: Value? {
    switch self {
    case .known(let value): value
    case .unknown: nil
    }
  }
}

extension Coded: Equatable where Value: Equatable {}
extension Coded: Hashable where Value: Hashable {}
extension Coded: Sendable where Value: Sendable {}

extension Coded where Value: RawRepresentable<String> {
  package init(stored: String) {
    if let value = Value(rawValue: stored) { self = .known(value) } else { self = .unknown(stored) }
  }

  /// The word as it is said: "court mandated".
  package var spoken: String { stored.split(separator: "_").joined(separator: " ") }

  package var stored: String {
    get {
      switch self {
      case .known(let value): value.rawValue
      case .unknown(let text): text
      }
    }
    set { self = Coded(stored: newValue) }
  }
}
