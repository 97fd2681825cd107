import Domain

/// Hours of a week in words.
enum HourWords {
  /// "6.0/9": what was credited of the minimum; "6.0" where there is none.
  static func week(_ hours: WeekHours) -> String {
    let credited = Hours.cutDown(hours.credited)
    guard let minimum = hours.minimum else { return credited }
    return credited + "/" + self.minimum(minimum)
  }

  /// Whole hours without a decimal, else rounded up.
  static func minimum(_ minutes: Int) -> String {
    minutes.isMultiple(of: 60) ? "\(minutes / 60)" : Hours.roundedUp(minutes)
  }

  /// "[######....]", one mark for a tenth of the minimum.
  static func bar(_ hours: WeekHours) -> String? {
    guard let minimum = hours.minimum, minimum > 0 else { return nil }
    let full = min(10, hours.credited * 10 / minimum)
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: 10 - full)
      + "]"
  }
}
