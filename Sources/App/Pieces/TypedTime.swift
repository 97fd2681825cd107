package import Domain

/// Times as people type them, as instants of a session.
package enum TypedTime {
  package static let help = "Read as a time: 9, 9:12, 912, 0912; a range: 9:12-10:15."

  /// The instant nearest to the session that the text can mean.
  ///
  /// "7:12" in an evening group is 19:12: of the reading as typed and twelve hours later the one
  /// nearer to the start is taken, unless the hour was typed with a leading zero or am/pm.
  package static func instant(
    _ text: String,
    near start: Instant,
    in zone: ProgramTimeZone
  ) -> Instant? {
    guard let time = TimeOfDay.parse(typed: text) else { return nil }
    let date = zone.date(of: start)
    var asTyped = zone.instant(date, time)
    if asTyped < start.adding(minutes: -720) {
      asTyped = zone.instant(date.adding(days: 1), time)
    }
    let isExact = text.hasPrefix("0") || text.lowercased().contains("m") || time.minutes >= 720
    guard !isExact, let later = TimeOfDay(minutes: time.minutes + 720) else { return asTyped }
    let evening = zone.instant(date, later)
    let distance = abs(Instant.minutes(from: asTyped, to: start))
    return abs(Instant.minutes(from: evening, to: start)) < distance ? evening : asTyped
  }

  /// "9:12" is an arrival, "9:12-10:15" both, "-10:15" a departure.
  package static func range(
    _ text: String,
    near start: Instant,
    in zone: ProgramTimeZone
  ) -> TypedTimes? {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    let first = parts[0].isEmpty ? nil : instant(String(parts[0]), near: start, in: zone)
    if parts.count == 1 { return first.map { TypedTimes(arrival: $0, departure: nil) } }
    let second = parts[1].isEmpty ? nil : instant(String(parts[1]), near: start, in: zone)
    if first == nil && !parts[0].isEmpty || second == nil && !parts[1].isEmpty { return nil }
    if first == nil && second == nil { return nil }
    return TypedTimes(arrival: first, departure: second)
  }
}
