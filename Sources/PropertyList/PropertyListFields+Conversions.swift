/// Texts that stand for something else.
extension PropertyListFields {
  /// One of an enumeration's cases, by its raw value.
  ///
  /// - Throws: `notOneOf` with all raw values. Where a file may hold values that this version
  ///   doesn't know and has to keep, take the string.
  package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String,
    as type: Choice.Type = Choice.self
  ) throws(PropertyListError) -> Choice {
    try choice(at: require(key))
  }

  package mutating func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String,
    as type: Choice.Type = Choice.self
  ) throws(PropertyListError) -> Choice? {
    guard let found = find(key) else { return nil }
    return try choice(at: found)
  }

  /// A text made into something else.
  ///
  /// ```swift
  /// day = try fields.converted("day", to: "a date such as 2026-03-11", CalendarDate.init)
  /// ```
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - form: What the text should be, with its article, for the message.
  ///   - convert: Returns nil for a text that it can't convert.
  /// - Returns: What `convert` returned.
  /// - Throws: `notConvertible` with the text and the form.
  package mutating func converted<Result>(
    _ key: String,
    to form: StaticString,
    _ convert: (String) -> Result?
  ) throws(PropertyListError) -> Result {
    try converted(at: require(key), to: form, convert)
  }

  package mutating func optionalConverted<Result>(
    _ key: String,
    to form: StaticString,
    _ convert: (String) -> Result?
  ) throws(PropertyListError) -> Result? {
    guard let found = find(key) else { return nil }
    return try converted(at: found, to: form, convert)
  }
}

extension PropertyListFields {
  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    at index: Int
  ) throws(PropertyListError) -> Choice {
    let text = try string(at: index)
    guard let choice = Choice(rawValue: text) else {
      throw error(at: index, .notOneOf(text, choices: Choice.allCases.map(\.rawValue)))
    }
    return choice
  }

  private func converted<Result>(
    at index: Int,
    to form: StaticString,
    _ convert: (String) -> Result?
  ) throws(PropertyListError) -> Result {
    let text = try string(at: index)
    guard let result = convert(text) else {
      throw error(at: index, .notConvertible(text, to: "\(form)"))
    }
    return result
  }
}
