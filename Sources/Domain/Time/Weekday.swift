/// A day of the week, counted from Monday as ISO 8601 does.
///
/// The raw value is 1 for Monday to 7 for Sunday; the order of comparison is that of the raw values.
package enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// Reads a typed or imported name.
  ///
  /// Any case, whole or cut down to at least three letters: "Mon", "monday", "thurs".
  package init?(name: String) {
    let typed = name.lowercased()
    let found = Self.allCases.first { $0.name.lowercased().hasPrefix(typed) }
    guard typed.utf8.count >= 3, let found else { return nil }
    self = found
  }

  /// Reads the stored form, exactly "mon" to "sun".
  package init?(key: String) {
    guard let found = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = found
  }

  package static func < (left: Weekday, right: Weekday) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The whole name on the screen, as "Monday".
  package var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// The three-letter name on the screen, as "Mon".
  package var shortName: String {
    switch self {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }

  /// The name in files and JSON, as "mon"; it never changes.
  package var key: String {
    switch self {
    case .monday: "mon"
    case .tuesday: "tue"
    case .wednesday: "wed"
    case .thursday: "thu"
    case .friday: "fri"
    case .saturday: "sat"
    case .sunday: "sun"
    }
  }
}
