import Domain
import Glibc
import Testing

/// The C library's reading of the same files, compared for each hour of the years in use.
///
/// Serialized, since the library knows only one zone at a time.
@Suite(.serialized) struct `Zones agree with the C library` {
  private static let zones = [
    "America/New_York", "America/Los_Angeles", "America/Phoenix", "America/Santiago",
    "Europe/Berlin", "Europe/Dublin", "Africa/Casablanca", "Asia/Gaza", "Asia/Kathmandu",
    "Australia/Lord_Howe", "Pacific/Apia", "Etc/UTC",
  ]

  @Test(arguments: zones)
  func `each hour from 2020 to 2045 has the same offset`(name: String) throws {
    let zone = try SystemZone.zone(name)
    let hours = stride(from: 1_577_836_800, to: 2_398_377_600, by: 3_600)
    #expect(disagreements(zone, at: hours).isEmpty)
  }

  @Test(arguments: zones)
  func `moments of all centuries since 1850 have the same offset`(name: String) throws {
    let zone = try SystemZone.zone(name)
    let weeks = stride(from: -3_786_825_600, to: 16_725_225_600, by: 604_789)
    #expect(disagreements(zone, at: weeks).isEmpty)
  }

  @Test(arguments: zones)
  func `a reading of the clock is the first moment that shows it`(name: String) throws {
    let zone = try SystemZone.zone(name)
    for year in [2011, 2026, 2044] {
      let start = try #require(CalendarDate(year: year, month: 1, day: 1)).dayNumber
      for day in start..<start + 365 where changes(zone, on: day) {
        try checkReadings(zone, on: day)
      }
    }
  }

  private func disagreements(
    _ zone: ProgramTimeZone,
    at seconds: some Sequence<Int>
  ) -> [Instant] {
    let former = unsafe getenv("TZ").map { unsafe String(cString: $0) }
    unsafe setenv("TZ", zone.identifier, 1)
    tzset()
    defer {
      if let former { unsafe setenv("TZ", former, 1) } else { unsafe unsetenv("TZ") }
      tzset()
    }
    var found: [Instant] = []
    var parts = tm()
    for second in seconds {
      var time = time_t(second)
      unsafe localtime_r(&time, &parts)
      let instant = Instant(secondsSince1970: Int64(second))
      if unsafe zone.offset(at: instant) != parts.tm_gmtoff { found.append(instant) }
    }
    return found
  }

  private func changes(_ zone: ProgramTimeZone, on day: Int) -> Bool {
    let noon = { Instant(secondsSince1970: Int64($0 * 86_400 + 43_200)) }
    return zone.offset(at: noon(day - 1)) != zone.offset(at: noon(day + 1))
  }

  /// Compares every fifth minute of a day with a search through those of three days.
  private func checkReadings(_ zone: ProgramTimeZone, on day: Int) throws {
    let date = CalendarDate(dayNumber: day)
    var moments: [TimeOfDay: [Instant]] = [:]
    for second in stride(from: (day - 1) * 86_400, to: (day + 2) * 86_400, by: 300) {
      let instant = Instant(secondsSince1970: Int64(second))
      let local = zone.local(instant)
      if local.date == date { moments[local.time, default: []].append(instant) }
    }
    for minutes in stride(from: 0, to: 1_440, by: 5) {
      let time = try #require(TimeOfDay(minutes: minutes))
      let instant = zone.instant(date, time)
      guard let shown = moments[time] else {
        let moved = zone.local(instant)
        #expect(moved.date > date || moved.time > time, "\(zone.identifier) \(date) \(time)")
        continue
      }
      let second = zone.instant(date, time, notBefore: shown.last)
      if instant != shown.first || second != shown.last {
        Issue.record("\(zone.identifier) \(date) \(time): \(instant), \(second)")
      }
    }
  }
}
