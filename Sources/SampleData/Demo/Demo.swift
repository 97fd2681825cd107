package import Domain

/// The program that everyone can try: Cedar Harbor Recovery, made up, on a Wednesday morning.
///
/// - Source: `domain.md` 8.
package enum Demo {
  package static let date = CalendarDate.on(2026_03_11)
  package static let startTime = TimeOfDay.at(10_52)
  package static let counselorCode = "TB"

  /// The demo's records, the same each time: standing data and all that happened since the program
  /// began to keep its book, up to `now`.
  ///
  /// - Parameter zone: The program's zone, by right America/New_York.
  /// - Returns: What a folder of records would hold.
  package static func snapshot(zone: ProgramTimeZone) -> ProgramSnapshot {
    var builder = DemoBuilder(zone: zone)
    for week in 0..<weeks { builder.addWeek(week) }
    return builder.snapshot
  }

  /// The demo's records without what happened in other weeks than a date's.
  ///
  /// That is all a start shows, in a fifth of the time.
  package static func snapshot(zone: ProgramTimeZone, weekOf date: CalendarDate)
    -> ProgramSnapshot
  {
    var builder = DemoBuilder(zone: zone)
    let week = CalendarDate.days(from: firstWeek, to: date.startOfWeek()) / 7
    if (0..<weeks).contains(week) { builder.addWeek(week) }
    return builder.snapshot
  }

  /// The moment at which the demo's clock starts.
  package static func now(zone: ProgramTimeZone) -> Instant { zone.instant(date, startTime) }

  /// The Monday with which the program's book begins.
  static let firstWeek = CalendarDate.on(2026_01_12)
  static let weeks = 9
  /// The client whom the live group still waits for.
  static let unmarked = 6
}
