/// Records inside records.
///
/// What reads the inner record is best an initializer: `of: Row.init`. A closure has to name its
/// error, which Swift doesn't infer: `{ fields throws(PropertyListError) in … }`.
extension PropertyListFields {
  package typealias Read<Record> =
    (inout PropertyListFields) throws(PropertyListError) -> Record

  /// The records of an array of dictionaries, in its order.
  ///
  /// - Parameters:
  ///   - key: The key of the array.
  ///   - read: Reads one element; what it doesn't ask for is an error.
  /// - Returns: As many records as the array has elements.
  /// - Throws: What `read` throws, or the first key or kind that doesn't fit.
  package mutating func array<Record>(
    _ key: String,
    of read: Read<Record>
  ) throws(PropertyListError) -> [Record] {
    try array(at: require(key), of: read)
  }

  package mutating func optionalArray<Record>(
    _ key: String,
    of read: Read<Record>
  ) throws(PropertyListError) -> [Record]? {
    guard let found = find(key) else { return nil }
    return try array(at: found, of: read)
  }

  /// The record of a dictionary; what `read` doesn't ask for is an error.
  package mutating func dictionary<Record>(
    _ key: String,
    of read: Read<Record>
  ) throws(PropertyListError) -> Record {
    try dictionary(at: require(key), of: read)
  }

  package mutating func optionalDictionary<Record>(
    _ key: String,
    of read: Read<Record>
  ) throws(PropertyListError) -> Record? {
    guard let found = find(key) else { return nil }
    return try dictionary(at: found, of: read)
  }

  /// The texts of an array of strings.
  package mutating func strings(_ key: String) throws(PropertyListError) -> [String] {
    try strings(at: require(key))
  }

  package mutating func optionalStrings(_ key: String) throws(PropertyListError) -> [String]? {
    guard let found = find(key) else { return nil }
    return try strings(at: found)
  }
}

extension PropertyListFields {
  private func array<Record>(
    at index: Int,
    of read: Read<Record>
  ) throws(PropertyListError) -> [Record] {
    try check(index, is: .array)
    var records: [Record] = []
    records.reserveCapacity(Int(document.entries[index].payload))
    var element = index + 1
    while element < Int(document.entries[index].end) {
      records.append(try dictionary(at: element, of: read))
      element = Int(document.entries[element].end)
    }
    return records
  }

  private func dictionary<Record>(
    at index: Int,
    of read: Read<Record>
  ) throws(PropertyListError) -> Record {
    var fields = try PropertyListFields(document: document, index: index)
    let record = try read(&fields)
    try fields.finish()
    return record
  }

  private func strings(at index: Int) throws(PropertyListError) -> [String] {
    try check(index, is: .array)
    var texts: [String] = []
    texts.reserveCapacity(Int(document.entries[index].payload))
    for element in index + 1..<Int(document.entries[index].end) {
      texts.append(try string(at: element))
    }
    return texts
  }
}

extension PropertyListNode {
  /// Reads a record from this dictionary; a key that `read` didn't ask for is an error.
  package func record<Record>(
    _ read: (inout PropertyListFields) throws(PropertyListError) -> Record
  ) throws(PropertyListError) -> Record {
    var fields = try PropertyListFields(self)
    let record = try read(&fields)
    try fields.finish()
    return record
  }
}
