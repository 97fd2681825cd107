import Domain
import PropertyList

/// The mirror of `Fields+Domain.swift`.
extension PropertyListDictionary {
  mutating func set<Entity>(_ key: String, _ id: ID<Entity>?) { set(key, id?.rawValue) }

  /// Sets a list of identifiers, unless it is empty.
  mutating func set<Entity>(_ key: String, _ ids: [ID<Entity>]) {
    set(key, ids.isEmpty ? nil : ids.map(\.rawValue))
  }

  mutating func set(_ key: String, _ instant: Instant?) {
    set(key, date: instant?.secondsSince1970)
  }

  mutating func set(_ key: String, _ date: CalendarDate?) { set(key, date?.description) }

  mutating func set(_ key: String, _ time: TimeOfDay?) { set(key, time?.description) }

  mutating func set(_ key: String, _ weekday: Weekday?) { set(key, weekday?.key) }

  mutating func set(_ key: String, _ weekdays: Set<Weekday>?) {
    set(key, weekdays.map { $0.sorted().map(\.key) })
  }

  mutating func set<Value: RawRepresentable<String>>(_ key: String, _ value: Coded<Value>?) {
    set(key, value?.stored)
  }

  /// Sets a list of records, unless it is empty.
  mutating func setList<Element: StoredRecord>(_ key: String, _ elements: [Element]) {
    set(key, elements.isEmpty ? nil : elements.map(\.propertyList))
  }

  /// Sets a truth, and leaves it out where it isn't so.
  mutating func setTrue(_ key: String, _ isSo: Bool) { set(key, isSo ? true : nil) }
}
