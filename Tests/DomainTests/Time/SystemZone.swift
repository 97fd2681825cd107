import Domain
import Glibc
import Testing

/// Zones of the system's database, for tests.
enum SystemZone {
  /// The bytes of a zone's file.
  static func bytes(_ identifier: String) throws -> [UInt8] {
    let file = try #require(
      unsafe fopen("/usr/share/zoneinfo/\(identifier)", "rb"),
      "install the tzdata package"
    )
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = unsafe getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }

  static func zone(_ identifier: String) throws -> ProgramTimeZone {
    try ProgramTimeZone(identifier: identifier, zoneFile: bytes(identifier))
  }
}

/// What a clock shows, written as "2026-03-08 03:30".
func clock(_ zone: ProgramTimeZone, _ instant: String) throws -> String {
  let (date, time) = zone.local(try #require(Instant(instant)))
  return "\(date) \(time)"
}

/// The moment that a clock shows, given and written as text.
func moment(
  _ zone: ProgramTimeZone,
  _ date: String,
  _ time: String,
  notBefore: String? = nil
) throws -> String {
  let earliest = try notBefore.map { try #require(Instant($0)) }
  return zone.instant(
    try #require(CalendarDate(date)),
    try #require(TimeOfDay(time)),
    notBefore: earliest
  ).description
}
