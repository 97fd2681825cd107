package import Domain
package import TerminalCore

/// Hours of a week in words.
package enum HourWords {
  /// "6.0/9": what was credited of the minimum; "6.0" where there is none.
  package static func week(_ hours: WeekHours) -> String {
    let credited = Hours.cutDown(hours.credited)
    guard let minimum = hours.minimum else { return credited }
    return credited + "/" + self.minimum(minimum)
  }

  /// Whole hours without a decimal, else rounded up.
  static func minimum(_ minutes: Int) -> String {
    minutes.isMultiple(of: 60) ? "\(minutes / 60)" : Hours.roundedUp(minutes)
  }

  /// "[######....]", one mark for a tenth of the minimum.
  package static func bar(_ hours: WeekHours) -> String? {
    guard let minimum = hours.minimum, minimum > 0 else { return nil }
    let full = min(10, hours.credited * 10 / minimum)
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: 10 - full)
      + "]"
  }
}

/// Minutes as hours with one decimal.
package enum Hours {
  /// Cut down, for what was credited or is possible.
  package static func cutDown(_ minutes: Int) -> String { tenths(minutes / 6) }

  /// Rounded up, for what is missing.
  package static func roundedUp(_ minutes: Int) -> String { tenths((minutes + 5) / 6) }

  private static func tenths(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}

extension WeekState {
  package var role: Role {
    switch self {
    case .short: .error
    case .tight: .warning
    case .onTrack: .ok
    case .exempt, .transition, .noMinimum: .dim
    }
  }
}
