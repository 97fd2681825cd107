/// Hours of work as people type them: "mon-thu 10:30-19:15, fri 9-12".
package enum TypedHours {
  package static let help = "Read as days and times: mon-thu 10:30-19:15, fri 9-12."

  /// Reads typed hours; nil for a text that has no days or no times, or a day's hours twice over.
  package static func parse(_ text: String) -> [WorkHours]? {
    var hours: [WorkHours] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      guard let found = read(part) else { return nil }
      hours += found
    }
    hours.sort { ($0.weekday, $0.from) < ($1.weekday, $1.from) }
    let isTwice = zip(hours, hours.dropFirst()).contains {
      $0.weekday == $1.weekday && $1.from < $0.to
    }
    return hours.isEmpty || isTwice ? nil : hours
  }

  /// The hours as they may be typed again; empty for none.
  package static func words(_ hours: [WorkHours]) -> String {
    var parts: [(days: [Weekday], hours: String)] = []
    for one in hours.sorted(by: { ($0.weekday, $0.from) < ($1.weekday, $1.from) }) {
      let times = "\(one.from)-\(one.to)"
      if let place = parts.firstIndex(where: { $0.hours == times }) {
        parts[place].days.append(one.weekday)
      } else {
        parts.append(([one.weekday], times))
      }
    }
    return parts.map { "\(days($0.days)) \($0.hours)" }.joined(separator: ", ")
  }

  private static func days(_ days: [Weekday]) -> String {
    guard let first = days.first, let last = days.last, days.count > 2,
      last.rawValue - first.rawValue == days.count - 1
    else { return days.map(\.shortName).joined(separator: " ") }
    return "\(first.shortName)-\(last.shortName)"
  }

  /// One part: everything before the first digit is days, the rest is from and to.
  private static func read(_ part: Substring) -> [WorkHours]? {
    let start = part.firstIndex { ("0"..."9").contains($0) } ?? part.endIndex
    let times = part[start...].split(separator: "-", omittingEmptySubsequences: false)
    guard let days = TypedWeekdays.parse(String(part[..<start])), times.count == 2,
      let from = TimeOfDay.parse(typed: String(times[0])),
      let to = TimeOfDay.parse(typed: String(times[1]), asEnd: true), from < to
    else { return nil }
    return days.map { WorkHours(weekday: $0, from: from, to: to) }
  }
}
