/// The dictionary of a property list: keys with their values, in the order in which they are written.
///
/// Invariants, kept by every function here:
///
/// 1. Keys stand in the order of their UTF-8 bytes.
/// 2. No two keys have the same bytes.
///
/// Keys are compared by bytes and not as Swift compares strings: `é` as one scalar and as two are
/// two keys here, and the writer refuses a dictionary that has both.
///
/// Made for a few dozen keys: a look-up is a binary search, an insertion moves what follows.
/// Adding keys in their order costs no search.
package struct PropertyListDictionary: Sendable {
  package typealias Element = (key: String, value: PropertyListValue)

  private var elements: [Element]

  package init() {
    elements = []
  }

  init(literal: [(String, PropertyListValue)]) {
    self.init()
    elements.reserveCapacity(literal.count)
    for (key, value) in literal {
      let place = place(of: key)
      precondition(!place.isFound, "the key '\(key)' stands twice in a dictionary literal")
      elements.insert((key, value), at: place.index)
    }
  }

  /// Elements that keep the invariants already, as the strict reader has checked them.
  init(sortedAndUnique elements: [Element]) {
    self.elements = elements
  }

  package var keys: [String] {
    elements.map(\.key)
  }

  /// The value under a key; nil when there is none, and setting nil removes the key.
  package subscript(key: String) -> PropertyListValue? {
    get {
      let place = place(of: key)
      return place.isFound ? elements[place.index].value : nil
    }
    set {
      let place = place(of: key)
      switch (newValue, place.isFound) {
      case (.some(let value), true): elements[place.index].value = value
      case (.some(let value), false): elements.insert((key, value), at: place.index)
      case (.none, true): elements.remove(at: place.index)
      case (.none, false): break
      }
    }
  }

  /// Where a key stands, or where it would have to be inserted.
  private func place(of key: String) -> (index: Int, isFound: Bool) {
    guard let last = elements.last, !precedes(last.key, key) else {
      return (elements.count, false)
    }
    var low = 0
    var high = elements.count - 1
    while low < high {
      let middle = (low + high) / 2
      if precedes(elements[middle].key, key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return (low, !precedes(key, elements[low].key))
  }

  private func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

extension PropertyListDictionary: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int { elements.count }

  package subscript(position: Int) -> Element { elements[position] }
}

extension PropertyListDictionary: Equatable {
  package static func == (left: PropertyListDictionary, right: PropertyListDictionary) -> Bool {
    left.elements.elementsEqual(right.elements) { left, right in
      left.key.utf8.elementsEqual(right.key.utf8) && left.value == right.value
    }
  }
}

extension PropertyListDictionary: ExpressibleByDictionaryLiteral {
  /// A dictionary as the source text spells it; a key that stands twice is a programmer's mistake.
  package init(dictionaryLiteral elements: (String, PropertyListValue)...) {
    self.init(literal: elements)
  }
}
