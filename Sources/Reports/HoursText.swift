package import Domain

/// Minutes as people read them: hours in tenths.
///
/// What a client has is cut down and what is missing is rounded up, so that no screen says enough
/// where it isn't. A tenth of an hour is six minutes.
package enum HoursText {
  /// Hours that are there: 359 minutes are "5.9".
  package static func tenthsDown(_ minutes: Int) -> String {
    text(tenths: minutes >= 0 ? minutes / 6 : -((5 - minutes) / 6))
  }

  /// Hours that are missing: 1 minute is "0.1".
  package static func tenthsUp(_ minutes: Int) -> String {
    text(tenths: minutes > 0 ? (minutes + 5) / 6 : -(-minutes / 6))
  }

  /// A minimum, without a tenth where it is whole: "9", "7.5".
  package static func minimum(_ minutes: Int) -> String {
    minutes.isMultiple(of: 60) ? "\(minutes / 60)" : tenthsUp(minutes)
  }

  /// Minutes so far against the week's minimum, "6.0/9"; without a minimum "6.0".
  package static func against(_ minimum: Int?, _ minutes: Int) -> String {
    guard let minimum else { return tenthsDown(minutes) }
    return tenthsDown(minutes) + "/" + Self.minimum(minimum)
  }

  /// The week's state in words, how much is missing, and what nobody marked.
  package static func state(_ hours: WeekHours) -> String {
    var text = hours.state.word
    if hours.state == .short, let slack = hours.slack { text += " by " + tenthsUp(-slack) }
    if hours.unmarked > 0 { text += ", \(hours.unmarked) not marked" }
    return text
  }

  /// A day of the week: its hours, credited and possible; else the mark's letter or "." for none.
  package static func day(_ day: DayMinutes, today: CalendarDate) -> String {
    let minutes = day.credited + day.possible
    if day.status == .expected, day.date <= today { return "?" }
    if minutes > 0 { return tenthsDown(minutes) }
    return day.status.map { String($0.letter) } ?? "."
  }

  private static func text(tenths: Int) -> String {
    let size = abs(tenths)
    return (tenths < 0 ? "-" : "") + "\(size / 10).\(size % 10)"
  }
}
