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

  /// What a week is that is over and reached its minimum.
  package static let met = "met"

  /// How a week stands; of one that is over nothing is tight any more: it was met, or wasn't.
  ///
  /// - Parameters:
  ///   - hours: The client's hours of the week.
  ///   - isOver: Whether its last day is before today.
  /// - Returns: One word, for "SHORT" in capitals.
  package static func standing(_ hours: WeekHours, isOver: Bool) -> String {
    switch hours.state {
    case .onTrack, .tight: isOver && hours.unmarked == 0 ? met : hours.state.word
    case .short, .exempt, .transition, .noMinimum: hours.state.word
    }
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
