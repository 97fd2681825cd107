import Domain
import Testing

@Suite struct `Time zones` {
  @Test func `in New York in March 2026 an hour is skipped`() throws {
    let zone = try SystemZone.zone("America/New_York")
    #expect(try clock(zone, "2026-03-08T06:59:59Z") == "2026-03-08 01:59")
    #expect(try clock(zone, "2026-03-08T07:00:00Z") == "2026-03-08 03:00")
    #expect(try moment(zone, "2026-03-08", "01:59") == "2026-03-08T06:59:00Z")
    #expect(try moment(zone, "2026-03-08", "02:30") == "2026-03-08T07:30:00Z")
    #expect(try moment(zone, "2026-03-08", "03:00") == "2026-03-08T07:00:00Z")
    #expect(try moment(zone, "2026-03-08", "24:00") == "2026-03-09T04:00:00Z")
  }

  @Test func `in New York in November 2026 an hour comes twice`() throws {
    let zone = try SystemZone.zone("America/New_York")
    #expect(try moment(zone, "2026-11-01", "00:59") == "2026-11-01T04:59:00Z")
    #expect(try moment(zone, "2026-11-01", "01:30") == "2026-11-01T05:30:00Z")
    #expect(try moment(zone, "2026-11-01", "02:00") == "2026-11-01T07:00:00Z")
    #expect(try clock(zone, "2026-11-01T05:30:00Z") == clock(zone, "2026-11-01T06:30:00Z"))
  }

  @Test(arguments: [
    ("2026-11-01T05:29:00Z", "2026-11-01T05:30:00Z"),
    ("2026-11-01T05:30:00Z", "2026-11-01T05:30:00Z"),
    ("2026-11-01T05:45:00Z", "2026-11-01T06:30:00Z"),
    ("2026-11-01T08:00:00Z", "2026-11-01T06:30:00Z"),
  ])
  func `a time that comes twice is the second if the first is too early`(
    stamp: String,
    moment: String
  ) throws {
    let zone = try SystemZone.zone("America/New_York")
    let date = try #require(CalendarDate("2026-11-01"))
    let time = try #require(TimeOfDay("01:30"))
    #expect(zone.instant(date, time, notBefore: Instant(stamp)).description == moment)
  }

  @Test func `an earlier stamp moves no other time`() throws {
    let zone = try SystemZone.zone("America/New_York")
    let stamp = "2026-12-01T00:00:00Z"
    #expect(
      try moment(zone, "2026-11-01", "09:00", notBefore: stamp) == "2026-11-01T14:00:00Z"
    )
    #expect(
      try moment(zone, "2026-03-08", "02:30", notBefore: stamp) == "2026-03-08T07:30:00Z"
    )
  }

  @Test func `Lord Howe changes its clock by half an hour`() throws {
    let zone = try SystemZone.zone("Australia/Lord_Howe")
    #expect(try clock(zone, "2026-04-04T14:59:00Z") == "2026-04-05 01:59")
    #expect(try clock(zone, "2026-04-04T15:00:00Z") == "2026-04-05 01:30")
    #expect(try moment(zone, "2026-10-04", "02:10") == "2026-10-03T15:40:00Z")
  }

  @Test func `Casablanca goes back for Ramadan, Dublin for the winter`() throws {
    let casablanca = try SystemZone.zone("Africa/Casablanca")
    #expect(try clock(casablanca, "2026-01-15T12:00:00Z") == "2026-01-15 13:00")
    #expect(try clock(casablanca, "2026-03-01T12:00:00Z") == "2026-03-01 12:00")
    let dublin = try SystemZone.zone("Europe/Dublin")
    #expect(try clock(dublin, "2050-01-15T12:00:00Z") == "2050-01-15 12:00")
    #expect(try clock(dublin, "2050-07-15T12:00:00Z") == "2050-07-15 13:00")
  }

  @Test func `Apia had no 30 December 2011`() throws {
    let zone = try SystemZone.zone("Pacific/Apia")
    #expect(try clock(zone, "2011-12-30T09:59:00Z") == "2011-12-29 23:59")
    #expect(try clock(zone, "2011-12-30T10:00:00Z") == "2011-12-31 00:00")
    #expect(try moment(zone, "2011-12-30", "10:00") == "2011-12-30T20:00:00Z")
    #expect(try moment(zone, "2011-12-29", "24:00") == "2011-12-30T10:00:00Z")
  }

  @Test func `years after the table go by the rule`() throws {
    let newYork = try SystemZone.zone("America/New_York")
    #expect(try moment(newYork, "2100-07-04", "12:00") == "2100-07-04T16:00:00Z")
    #expect(try moment(newYork, "2100-03-14", "02:30") == "2100-03-14T07:30:00Z")
    #expect(try moment(newYork, "9999-12-31", "24:00") == "9999-12-31T23:59:59Z")
    let berlin = try SystemZone.zone("Europe/Berlin")
    #expect(try clock(berlin, "2080-01-15T12:00:00Z") == "2080-01-15 13:00")
    #expect(try clock(berlin, "2080-07-15T12:00:00Z") == "2080-07-15 14:00")
  }

  @Test func `old offsets have seconds, and the clock's minutes are cut`() throws {
    let zone = try SystemZone.zone("Asia/Kathmandu")
    #expect(try clock(zone, "2026-03-11T00:00:00Z") == "2026-03-11 05:45")
    #expect(try clock(zone, "1900-01-01T00:00:00Z") == "1900-01-01 05:41")
    #expect(zone.offset(at: .earliest) == 20_476)
    #expect(try moment(zone, "1900-01-01", "05:41") == "1899-12-31T23:59:44Z")
  }

  @Test func `fixed zones never change`() throws {
    #expect(try clock(.utc, "2026-03-11T23:59:59Z") == "2026-03-11 23:59")
    let zone = ProgramTimeZone.fixed(identifier: "five west", secondsEast: -18_000)
    #expect(
      zone.date(of: try #require(Instant("2026-03-11T04:59:00Z"))).description == "2026-03-10"
    )
    #expect(zone.local(.earliest).date == .earliest)
    #expect(ProgramTimeZone.fixed(identifier: "", secondsEast: .max).offset(at: .latest) == 93_599)
  }

  @Test(arguments: [
    "UTC", "America/New_York", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST5EDT",
  ])
  func `names of zones are accepted`(name: String) {
    #expect(ProgramTimeZone.isValidIdentifier(name))
  }

  @Test(arguments: [
    "", "/", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "a b", "Zürich", "a.b", "a\0", "a\n",
    String(repeating: "a", count: 65),
  ])
  func `names that could leave the folder of zones are refused`(name: String) throws {
    #expect(!ProgramTimeZone.isValidIdentifier(name))
    let bytes = try SystemZone.bytes("UTC")
    #expect(throws: TimeZoneError.badIdentifier(name)) {
      try ProgramTimeZone(identifier: name, zoneFile: bytes)
    }
  }
}
