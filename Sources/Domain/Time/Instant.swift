/// A moment, the same everywhere, to the second.
///
/// Counted as POSIX does, without leap seconds. Minutes that have passed are computed on instants,
/// so that a change of the clock neither adds nor takes an hour.
///
/// Invariant: it lies in the years 1...9999 of UTC; arithmetic stops at their ends.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, negative before it.
  package let secondsSince1970: Int64

  package static let earliest = Instant(secondsSince1970: .min)
  package static let latest = Instant(secondsSince1970: .max)

  /// The moment so many seconds after 1970 began in UTC, at most the ends of the years 1 and 9999.
  package init(secondsSince1970: Int64) {
    self.secondsSince1970 = min(max(secondsSince1970, -62_135_596_800), 253_402_300_799)
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }

  /// The moment so many seconds later, earlier where negative.
  package func adding(seconds: Int) -> Instant {
    let limited = seconds.clamped(to: -400_000_000_000...400_000_000_000)
    return Instant(secondsSince1970: secondsSince1970 + Int64(limited))
  }

  /// The moment so many minutes later, earlier where negative.
  package func adding(minutes: Int) -> Instant {
    adding(seconds: minutes.clamped(to: -6_000_000_000...6_000_000_000) * 60)
  }

  /// Whole minutes from the first moment to the second, rounded down.
  ///
  /// Negative where the second is earlier: from 10:00:30 to 10:00:00 it is -1.
  package static func minutes(from start: Instant, to end: Instant) -> Int {
    Int(end.secondsSince1970 - start.secondsSince1970).floorDivided(by: 60)
  }

  /// The beginning of the minute of UTC that this moment is in.
  package func floorToMinute() -> Instant {
    adding(seconds: -Int(secondsSince1970).floorRemainder(by: 60))
  }
}

extension Instant: CustomStringConvertible {
  /// Reads the stored form, exactly as "2026-03-11T14:49:12Z".
  package init?(_ text: String) {
    var scanner = AsciiScanner(text)
    guard let date = scanner.date(), scanner.skip("T"),
      let time = scanner.time(), time < .endOfDay, scanner.skip(":"),
      let second = scanner.number(width: 2), second < 60,
      scanner.skip("Z"), scanner.isAtEnd
    else { return nil }
    self.init(secondsSince1970: Int64(date.dayNumber * 86_400 + time.minutes * 60 + second))
  }

  /// The stored form, as "2026-03-11T14:49:12Z".
  package var description: String {
    let seconds = Int(secondsSince1970)
    let date = CalendarDate(dayNumber: seconds.floorDivided(by: 86_400))
    let second = seconds.floorRemainder(by: 86_400)
    return "\(date)T\(TimeOfDay(clamping: second / 60)):\((second % 60).padded(2))Z"
  }
}
