/// A value of a fixed set, or a stored word this version doesn't know.
///
/// A word that is not known is kept as it was read and written back unchanged; it is shown as
/// unknown and never taken for one of the known values.
package enum Coded<Value>: Hashable, Sendable
where Value: RawRepresentable<String> & Hashable & Sendable {
  case known(Value)
  case unknown(String)

  package init(stored: String) {
    if let value = Value(rawValue: stored) { self = .known(value) } else { self = .unknown(stored) }
  }

  package var stored: String {
    switch self {
    case .known(let value): value.rawValue
    case .unknown(let text): text
    }
  }

  package var value: Value? {
    switch self {
    case .known(let value): value
    case .unknown: nil
    }
  }
}
