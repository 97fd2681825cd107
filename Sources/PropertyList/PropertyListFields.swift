/// The fields of one record, taken from a dictionary one after another.
///
/// A record's stored shape reads itself:
///
/// ```swift
/// init(_ fields: inout PropertyListFields) throws(PropertyListError) {
///   id = try fields.string("id")
///   minutes = try fields.optionalInteger("minutes", in: 0...1440)
///   rows = try fields.array("rows", of: AttendanceRow.init)
///   status = try fields.choice("status")  // an enum of strings
/// }
/// ```
///
/// and is started by `PropertyListNode.record`. Each error names line and path, such as
/// `record.rows[3].status`. Every key has to be asked for: `finish` throws on the first that wasn't,
/// because a typing error is not data. `record`, `array(_:of:)` and `dictionary(_:of:)` call it.
///
/// Asking in the order of the alphabet is quickest, since keys stand in that order; any other order
/// costs a walk over the dictionary's keys.
package struct PropertyListFields {
  let document: Document

  /// The dictionary's entry.
  private let index: Int

  /// Where the next look-up begins: a key's entry, and which key it is.
  private var cursor: (entry: Int, ordinal: Int)

  /// One bit for each of the first 64 keys, and the ordinals of the others.
  private var asked: UInt64 = 0
  private var askedBeyond: Set<Int> = []
  private var ignoresOthers = false

  /// Begins with a node's fields.
  ///
  /// - Throws: `wrongKind` if the node isn't a dictionary.
  package init(_ node: PropertyListNode) throws(PropertyListError) {
    try self.init(document: node.document, index: node.index)
  }

  init(document: Document, index: Int) throws(PropertyListError) {
    self.document = document
    self.index = index
    cursor = (index + 1, 0)
    try check(index, is: .dictionary)
  }

  /// The dictionary itself, with its line and path.
  package var node: PropertyListNode {
    PropertyListNode(document: document, index: index)
  }

  /// All keys, in the order of the file, asked for or not.
  package var keys: [String] {
    document.children(of: index).map { document.text(at: $0) }
  }

  /// The value under a key, whatever its kind; nil if there is none.
  package mutating func optionalNode(_ key: String) -> PropertyListNode? {
    find(key).map { PropertyListNode(document: document, index: $0) }
  }

  package mutating func node(_ key: String) throws(PropertyListError) -> PropertyListNode {
    PropertyListNode(document: document, index: try require(key))
  }

  /// Declares that the keys not asked for are to be passed over.
  package mutating func ignoreOthers() {
    ignoresOthers = true
  }

  /// Ends the reading.
  ///
  /// - Throws: `unknownKey` for the first key that nothing asked for.
  package func finish() throws(PropertyListError) {
    guard !ignoresOthers, count > 64 || asked != allAsked else { return }
    let keys = document.children(of: index)
    for (ordinal, key) in keys.enumerated() where !isAsked(ordinal) {
      throw PropertyListNode(document: document, index: key).error(.unknownKey)
    }
  }

  /// An error about the value under a key, or about the whole record if the key is absent.
  ///
  /// For the rules that a record checks itself.
  package func error(
    _ key: String,
    _ problem: PropertyListError.Problem
  ) -> PropertyListError {
    (node[key] ?? node).error(problem)
  }
}

extension PropertyListFields {
  private var count: Int { Int(document.entries[index].payload) }

  private var allAsked: UInt64 { count == 64 ? .max : 1 << UInt64(count) - 1 }

  private func isAsked(_ ordinal: Int) -> Bool {
    ordinal < 64 ? asked & (1 << UInt64(ordinal)) != 0 : askedBeyond.contains(ordinal)
  }

  /// The entry of the value under a key, which counts as asked for from here on.
  mutating func find(_ key: String) -> Int? {
    var (entry, ordinal) = cursor
    for _ in 0..<count {
      if ordinal == count { (entry, ordinal) = (index + 1, 0) }
      let next = Int(document.entries[entry + 1].end)
      if document.isKey(at: entry, key) {
        if ordinal < 64 {
          asked |= 1 << UInt64(ordinal)
        } else {
          askedBeyond.insert(ordinal)
        }
        cursor = (next, ordinal + 1)
        return entry + 1
      }
      (entry, ordinal) = (next, ordinal + 1)
    }
    return nil
  }

  mutating func require(_ key: String) throws(PropertyListError) -> Int {
    guard let found = find(key) else { throw node.error(.missingKey(key)) }
    return found
  }

  func check(_ index: Int, is kind: PropertyListValue.Kind) throws(PropertyListError) {
    let found = document.entries[index].kind
    guard found == kind else {
      throw error(at: index, .wrongKind(expected: kind, found: found))
    }
  }

  func error(at index: Int, _ problem: PropertyListError.Problem) -> PropertyListError {
    PropertyListNode(document: document, index: index).error(problem)
  }
}
