import Domain
import Testing

@Suite struct `Rules of zone files` {
  @Test(arguments: [
    ("UTC0", 0), ("EST5", -18_000), ("<+03>-3", 10_800), ("<-0330>3:30", -12_600),
    ("<+0545>-5:45", 20_700), ("ABC-5:45:30", 20_730), ("XYZ+24:59:59", -89_999),
  ])
  func `a rule without summer is one offset`(rule: String, offset: Int) throws {
    let zone = try ZoneFileBuilder.zone(rule: rule)
    #expect(zone.offset(at: .earliest) == offset)
    #expect(zone.offset(at: Instant(secondsSince1970: 0)) == offset)
    #expect(zone.offset(at: .latest) == offset)
  }

  @Test func `the fifth such weekday is the month's last`() throws {
    let zone = try ZoneFileBuilder.zone(rule: "CET-1CEST,M3.5.0,M10.5.0/3")
    #expect(try clock(zone, "2026-03-29T00:59:00Z") == "2026-03-29 01:59")
    #expect(try clock(zone, "2026-03-29T01:00:00Z") == "2026-03-29 03:00")
    #expect(try clock(zone, "2027-10-31T01:00:00Z") == "2027-10-31 02:00")
    #expect(try clock(zone, "2027-10-31T00:59:00Z") == "2027-10-31 02:59")
  }

  @Test func `summer may lie over the turn of the year`() throws {
    let zone = try ZoneFileBuilder.zone(rule: "AEST-10AEDT,M10.1.0,M4.1.0/3")
    #expect(try clock(zone, "2026-01-01T00:00:00Z") == "2026-01-01 11:00")
    #expect(try clock(zone, "2026-07-01T00:00:00Z") == "2026-07-01 10:00")
  }

  @Test func `day numbers with J leave out 29 February`() throws {
    let zone = try ZoneFileBuilder.zone(rule: "AAA0BBB,J60/0,J365/0")
    #expect(try clock(zone, "2024-02-29T23:59:00Z") == "2024-02-29 23:59")
    #expect(try clock(zone, "2024-03-01T00:00:00Z") == "2024-03-01 01:00")
    #expect(try clock(zone, "2025-03-01T00:00:00Z") == "2025-03-01 01:00")
    #expect(try clock(zone, "2024-12-30T23:00:00Z") == "2024-12-30 23:00")
  }

  @Test func `day numbers without J count from 0, with 29 February`() throws {
    let zone = try ZoneFileBuilder.zone(rule: "AAA0BBB,59/0,300/0")
    #expect(try clock(zone, "2024-02-29T00:00:00Z") == "2024-02-29 01:00")
    #expect(try clock(zone, "2025-02-28T23:59:00Z") == "2025-02-28 23:59")
    #expect(try clock(zone, "2025-03-01T00:00:00Z") == "2025-03-01 01:00")
  }

  @Test func `a change may lie days away from its day`() throws {
    let zone = try ZoneFileBuilder.zone(rule: "AAA0BBB,M1.1.4/-167,M7.1.0/167")
    #expect(try clock(zone, "2025-12-25T00:59:00Z") == "2025-12-25 00:59")
    #expect(try clock(zone, "2025-12-25T01:00:00Z") == "2025-12-25 02:00")
    #expect(try clock(zone, "2026-07-11T21:59:00Z") == "2026-07-11 22:59")
    #expect(try clock(zone, "2026-07-11T22:00:00Z") == "2026-07-11 22:00")
    #expect(try moment(zone, "2025-12-25", "01:30") == "2025-12-25T01:30:00Z")
  }

  @Test func `a summer that ends as the next begins is all year`() throws {
    let zone = try ZoneFileBuilder.zone(rule: "EST5EDT,0/0,J365/25")
    for month in 1...12 {
      let date = try #require(CalendarDate(year: 2028, month: month, day: 1))
      #expect(zone.instant(date, .midnight).description == "\(date)T04:00:00Z")
    }
    #expect(try clock(zone, "2027-12-31T23:59:59Z") == "2027-12-31 19:59")
    #expect(try clock(zone, "2028-01-01T04:00:00Z") == "2028-01-01 00:00")
    #expect(try clock(zone, "2028-01-01T05:00:00Z") == "2028-01-01 01:00")
  }

  @Test(arguments: [
    "E5", "EST", "EST5EDT", "5", "EST25", "EST5:60", "EST5 ", " EST5", "<+>5", "<+03-3", "<AB>1",
    "EST5EDT4", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,", "EST5EDT,M13.2.0,M11.1.0", "EST5,M3.2.0",
    "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.0.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0",
    "EST5EDT,J0,J365", "EST5EDT,J366,J1", "EST5EDT,366,1", "EST5EDT,M3.2.0/168,M11.1.0",
    "EST5EDT,M3.2.0,M11.1.0x", "EST5EDT,M3.2.0/,M11.1.0", "EST999999999999999999", "ЕST5",
  ])
  func `anything else is no rule`(rule: String) {
    let error = TimeZoneError.badFile(identifier: "Test/Zone", .unreadableRule(rule))
    #expect(throws: error) { try ZoneFileBuilder.zone(rule: rule) }
  }
}
