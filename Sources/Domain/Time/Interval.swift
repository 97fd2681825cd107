/// The time from one moment up to, but not including, another.
///
/// Invariant: `end` isn't before `start`; an interval made the wrong way round is empty, at `start`.
package struct Interval: Hashable, Sendable {
  package let start: Instant
  package let end: Instant

  package init(start: Instant, end: Instant) {
    self.start = start
    self.end = max(start, end)
  }

  /// Its length in seconds, 0 or more.
  package var seconds: Int { Int(end.secondsSince1970 - start.secondsSince1970) }

  /// Its length in whole minutes, rounded down, 0 or more.
  package var minutes: Int { Instant.minutes(from: start, to: end) }

  package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

  /// Whether the two share at least a second; those that only touch don't overlap.
  package func overlaps(_ other: Interval) -> Bool {
    max(start, other.start) < min(end, other.end)
  }

  /// What the two share, nil if not even a second.
  package func intersection(_ other: Interval) -> Interval? {
    guard overlaps(other) else { return nil }
    return Interval(start: max(start, other.start), end: min(end, other.end))
  }
}
