import Domain
import PropertyList

/// The domain's small values, as they stand in files.
extension PropertyListFields {
  mutating func id<Entity: Identified>(
    _ key: String,
    of _: Entity.Type = Entity.self
  ) throws(PropertyListError) -> ID<Entity> {
    try converted(key, to: "an identifier of the right kind", Self.id)
  }

  mutating func optionalID<Entity: Identified>(
    _ key: String,
    of _: Entity.Type = Entity.self
  ) throws(PropertyListError) -> ID<Entity>? {
    try optionalConverted(key, to: "an identifier of the right kind", Self.id)
  }

  /// A list of identifiers; none where the key is absent.
  mutating func ids<Entity: Identified>(
    _ key: String,
    of _: Entity.Type = Entity.self
  ) throws(PropertyListError) -> [ID<Entity>] {
    var ids: [ID<Entity>] = []
    for text in try optionalStrings(key) ?? [] {
      guard let id: ID<Entity> = Self.id(text) else {
        throw error(key, .notConvertible(text, to: "an identifier of the right kind"))
      }
      ids.append(id)
    }
    return ids
  }

  private static func id<Entity: Identified>(_ text: String) -> ID<Entity>? {
    StoredID.isValid(text, Entity.idPrefix) ? ID(text) : nil
  }

  mutating func instant(_ key: String) throws(PropertyListError) -> Instant {
    Instant(secondsSince1970: try date(key))
  }

  mutating func optionalInstant(_ key: String) throws(PropertyListError) -> Instant? {
    try optionalDate(key).map(Instant.init(secondsSince1970:))
  }

  mutating func calendarDate(_ key: String) throws(PropertyListError) -> CalendarDate {
    try converted(key, to: "a date such as 2026-03-11") { CalendarDate($0) }
  }

  mutating func optionalCalendarDate(_ key: String) throws(PropertyListError) -> CalendarDate? {
    try optionalConverted(key, to: "a date such as 2026-03-11") { CalendarDate($0) }
  }

  mutating func time(_ key: String) throws(PropertyListError) -> TimeOfDay {
    try converted(key, to: "a time such as 09:05") { TimeOfDay($0) }
  }

  mutating func weekday(_ key: String) throws(PropertyListError) -> Weekday {
    try converted(key, to: "a weekday such as mon", Weekday.init(key:))
  }

  mutating func optionalWeekdays(_ key: String) throws(PropertyListError) -> Set<Weekday>? {
    guard let texts = try optionalStrings(key) else { return nil }
    var days: Set<Weekday> = []
    for text in texts {
      guard let day = Weekday(key: text) else {
        throw error(key, .notConvertible(text, to: "a weekday such as mon"))
      }
      days.insert(day)
    }
    return days
  }

  mutating func coded<Value: RawRepresentable<String> & Sendable>(_ key: String)
    throws(PropertyListError)
    -> Coded<Value>
  {
    Coded(stored: try string(key))
  }

  mutating func optionalCoded<Value: RawRepresentable<String> & Sendable>(_ key: String)
    throws(PropertyListError) -> Coded<Value>?
  {
    try optionalString(key).map(Coded.init(stored:))
  }

  /// The elements of a list; none where the key is absent.
  mutating func list<Element>(
    _ key: String,
    of read: Read<Element>
  ) throws(PropertyListError) -> [Element] {
    try optionalArray(key, of: read) ?? []
  }
}
