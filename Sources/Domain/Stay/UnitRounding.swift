/// How the minutes of a service become units of a quarter of an hour.
///
/// Stored words, for ever. Over whole minutes all but `whole` come to the same number for one service;
/// payers name them apart.
///
/// - Source: BR-46, `domain.md` 5.6.
package enum UnitRounding: String, Hashable, Sendable, CaseIterable {
  /// A quarter of which at least eight minutes were given counts.
  case eightMinute = "eight_minute"
  case whole = "whole_units_only"
  case nearest
  /// A quarter counts once its middle is passed.
  case midpoint = "midpoint_cpt"

  /// - Returns: 0 or more; nothing for fewer minutes than none.
  package func units(of minutes: Int) -> Int {
    let minutes = max(0, minutes)
    return switch self {
    case .eightMinute: (minutes + 7) / 15
    case .whole: minutes / 15
    case .nearest: (2 * minutes + 15) / 30
    case .midpoint: minutes / 15 + (2 * (minutes % 15) > 15 ? 1 : 0)
    }
  }
}

/// What a day is worth that has some minutes, but fewer than make it a day of the program.
///
/// Stored words, for ever.
package enum PartialDay: String, Hashable, Sendable, CaseIterable {
  case none
  /// With half of the minutes it is half a unit.
  case half
  /// Its services are billed one by one, so that it is no unit of a day.
  case components
}
