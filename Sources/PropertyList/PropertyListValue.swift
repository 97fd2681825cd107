/// A property list in memory: what a file says, without where it says it.
///
/// There is no case for real numbers: no record needs one, and two programs seldom agree on their
/// last digit. A value that isn't known is an absent key, so there is no null either.
///
/// Two values are equal when they would be written as the same bytes. Text is compared by its
/// scalars: `é` as one scalar and as two are different texts.
package enum PropertyListValue: Sendable {
  case string(String)
  case integer(Int64)
  case boolean(Bool)

  /// An instant, in whole seconds since 1970-01-01 00:00:00 UTC.
  ///
  /// Only the years 0001 to 9999 can be written and read.
  case date(Int64)
  case data([UInt8])
  case array([PropertyListValue])
  case dictionary(PropertyListDictionary)
}

extension PropertyListValue: Equatable {
  package static func == (left: PropertyListValue, right: PropertyListValue) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.integer(let left), .integer(let right)): left == right
    case (.boolean(let left), .boolean(let right)): left == right
    case (.date(let left), .date(let right)): left == right
    case (.data(let left), .data(let right)): left == right
    case (.array(let left), .array(let right)): left == right
    case (.dictionary(let left), .dictionary(let right)): left == right
    case (.string, _), (.integer, _), (.boolean, _), (.date, _), (.data, _), (.array, _),
      (.dictionary, _):
      false
    }
  }
}

extension PropertyListValue {
  /// The shapes a value can have.
  package enum Kind: UInt8, Sendable, CaseIterable {
    case string
    case integer
    case boolean
    case date
    case data
    case array
    case dictionary
  }

  package var kind: Kind {
    switch self {
    case .string: .string
    case .integer: .integer
    case .boolean: .boolean
    case .date: .date
    case .data: .data
    case .array: .array
    case .dictionary: .dictionary
    }
  }
}

extension PropertyListValue: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension PropertyListValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int64) {
    self = .integer(value)
  }
}

extension PropertyListValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) {
    self = .boolean(value)
  }
}

extension PropertyListValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: PropertyListValue...) {
    self = .array(elements)
  }
}

extension PropertyListValue: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, PropertyListValue)...) {
    self = .dictionary(PropertyListDictionary(literal: elements))
  }
}
