/// One function for each kind of value; `optional…` returns nil for an absent key.
extension PropertyListFields {
  package mutating func string(_ key: String) throws(PropertyListError) -> String {
    try string(at: require(key))
  }

  package mutating func optionalString(_ key: String) throws(PropertyListError) -> String? {
    guard let found = find(key) else { return nil }
    return try string(at: found)
  }

  /// An integer that has to lie in a range.
  package mutating func integer(
    _ key: String,
    in range: ClosedRange<Int> = .min ... .max
  ) throws(PropertyListError) -> Int {
    try integer(at: require(key), in: range)
  }

  package mutating func optionalInteger(
    _ key: String,
    in range: ClosedRange<Int> = .min ... .max
  ) throws(PropertyListError) -> Int? {
    guard let found = find(key) else { return nil }
    return try integer(at: found, in: range)
  }

  package mutating func boolean(_ key: String) throws(PropertyListError) -> Bool {
    try boolean(at: require(key))
  }

  package mutating func optionalBoolean(_ key: String) throws(PropertyListError) -> Bool? {
    guard let found = find(key) else { return nil }
    return try boolean(at: found)
  }

  /// An instant, in whole seconds since 1970 UTC.
  package mutating func date(_ key: String) throws(PropertyListError) -> Int64 {
    try date(at: require(key))
  }

  package mutating func optionalDate(_ key: String) throws(PropertyListError) -> Int64? {
    guard let found = find(key) else { return nil }
    return try date(at: found)
  }

  package mutating func data(_ key: String) throws(PropertyListError) -> [UInt8] {
    try data(at: require(key))
  }

  package mutating func optionalData(_ key: String) throws(PropertyListError) -> [UInt8]? {
    guard let found = find(key) else { return nil }
    return try data(at: found)
  }
}

extension PropertyListFields {
  func string(at index: Int) throws(PropertyListError) -> String {
    try check(index, is: .string)
    return document.text(at: index)
  }

  private func integer(
    at index: Int,
    in range: ClosedRange<Int>
  ) throws(PropertyListError) -> Int {
    try check(index, is: .integer)
    let number = document.entries[index].payload
    let limits = Int64(range.lowerBound)...Int64(range.upperBound)
    guard limits.contains(number) else { throw error(at: index, .outOfRange(number, limits)) }
    return Int(number)
  }

  private func boolean(at index: Int) throws(PropertyListError) -> Bool {
    try check(index, is: .boolean)
    return document.entries[index].payload != 0
  }

  private func date(at index: Int) throws(PropertyListError) -> Int64 {
    try check(index, is: .date)
    return document.entries[index].payload
  }

  private func data(at index: Int) throws(PropertyListError) -> [UInt8] {
    try check(index, is: .data)
    return document.data[Int(document.entries[index].payload)]
  }
}
