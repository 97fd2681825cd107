/// Building the dictionary of a record, the mirror of `PropertyListFields`.
///
/// Every `set` takes an optional and leaves the key out for nil: an unknown value is an absent key.
///
/// ```swift
/// var record = PropertyListDictionary()
/// record.set("day", session.day.text)
/// record.set("note", session.note)  // a String?: absent when nil
/// record.set("startedAt", date: session.startedAt)
/// record.set("rows", session.rows.map(\.propertyList))
/// ```
extension PropertyListDictionary {
  package mutating func set(_ key: String, _ value: String?) {
    self[key] = value.map(PropertyListValue.string)
  }

  package mutating func set(_ key: String, _ value: Int?) {
    self[key] = value.map { .integer(Int64($0)) }
  }

  package mutating func set(_ key: String, _ value: Bool?) {
    self[key] = value.map(PropertyListValue.boolean)
  }

  /// Sets an instant, in whole seconds since 1970 UTC.
  package mutating func set(_ key: String, date seconds: Int64?) {
    self[key] = seconds.map(PropertyListValue.date)
  }

  package mutating func set(_ key: String, data bytes: [UInt8]?) {
    self[key] = bytes.map(PropertyListValue.data)
  }

  package mutating func set(_ key: String, _ value: PropertyListDictionary?) {
    self[key] = value.map(PropertyListValue.dictionary)
  }

  /// Sets a list of dictionaries; an empty list is written, an absent one isn't.
  package mutating func set(_ key: String, _ values: [PropertyListDictionary]?) {
    self[key] = values.map { .array($0.map(PropertyListValue.dictionary)) }
  }

  package mutating func set(_ key: String, _ values: [String]?) {
    self[key] = values.map { .array($0.map(PropertyListValue.string)) }
  }

  /// Sets an enumeration by its raw value, which is its name on disk.
  package mutating func set<Choice: RawRepresentable<String>>(_ key: String, _ choice: Choice?) {
    self[key] = choice.map { .string($0.rawValue) }
  }
}
