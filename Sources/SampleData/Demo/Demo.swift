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
    builder.addMeetings()
    builder.addAppointments()
    builder.snapshot.setOrders(from: builder.chronicle)
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
