import Domain
import Testing

@Suite struct `Instants` {
  private func instant(_ text: String) throws -> Instant {
    try #require(Instant(text))
  }

  @Test(arguments: [
    ("2026-03-11T14:49:12Z", 1_773_240_552), ("1970-01-01T00:00:00Z", 0),
    ("1969-12-31T23:59:59Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func `the stored form is read and written`(text: String, seconds: Int64) {
    #expect(Instant(text)?.secondsSince1970 == seconds)
    #expect(Instant(secondsSince1970: seconds).description == text)
  }

  @Test(arguments: [
    "", "2026-03-11", "2026-03-11T14:49Z", "2026-03-11T14:49:12", "2026-03-11t14:49:12z",
    "2026-03-11T14:49:60Z", "2026-03-11T24:00:00Z", "2026-03-11T14:49:12.5Z",
    "2026-03-11T14:49:12+00:00", "2026-03-11 14:49:12Z", "2026-02-30T00:00:00Z",
    "2026-03-11T14:49:12ZZ", "2026-03-11T14:49:1Z",
  ])
  func `anything else isn't a stored instant`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `arithmetic stops at the ends of the calendar`() throws {
    let now = try instant("2026-03-11T14:49:12Z")
    #expect(now.adding(seconds: 48).description == "2026-03-11T14:50:00Z")
    #expect(now.adding(minutes: -50).description == "2026-03-11T13:59:12Z")
    #expect(now.adding(seconds: .max) == .latest)
    #expect(now.adding(seconds: .min) == .earliest)
    #expect(now.adding(minutes: .max) == .latest)
    #expect(now.adding(minutes: .min) == .earliest)
    #expect(Instant(secondsSince1970: .min) == .earliest)
  }

  @Test func `minutes between moments are rounded down`() throws {
    let start = try instant("2026-03-11T14:00:30Z")
    #expect(Instant.minutes(from: start, to: start.adding(seconds: 119)) == 1)
    #expect(Instant.minutes(from: start, to: start) == 0)
    #expect(Instant.minutes(from: start, to: start.adding(seconds: -1)) == -1)
    #expect(Instant.minutes(from: .earliest, to: .latest) == 5_258_964_959)
  }

  @Test func `seconds are cut off, before 1970 too`() throws {
    #expect(try instant("2026-03-11T14:49:59Z").floorToMinute().description.hasSuffix(":49:00Z"))
    #expect(try instant("1969-12-31T23:59:59Z").floorToMinute().secondsSince1970 == -60)
    #expect(Instant.earliest.floorToMinute() == .earliest)
  }
}

@Suite struct `Intervals` {
  private func interval(_ start: Int64, _ end: Int64) -> Interval {
    Interval(
      start: Instant(secondsSince1970: start),
      end: Instant(secondsSince1970: end)
    )
  }

  @Test func `overlapping ones share what both have`() {
    #expect(interval(0, 600).intersection(interval(300, 900)) == interval(300, 600))
    #expect(interval(0, 600).intersection(interval(100, 200)) == interval(100, 200))
    #expect(interval(300, 900).overlaps(interval(0, 600)))
  }

  @Test func `those that only touch don't overlap`() {
    #expect(interval(0, 600).intersection(interval(600, 900)) == nil)
    #expect(!interval(600, 900).overlaps(interval(0, 600)))
    #expect(!interval(300, 300).overlaps(interval(0, 600)))
  }

  @Test func `length is in seconds and whole minutes, never negative`() {
    #expect(interval(0, 119).seconds == 119)
    #expect(interval(0, 119).minutes == 1)
    #expect(interval(600, 0) == interval(600, 600))
    #expect(interval(600, 0).seconds == 0)
  }

  @Test func `the end isn't part of it`() {
    #expect(interval(0, 60).contains(Instant(secondsSince1970: 0)))
    #expect(interval(0, 60).contains(Instant(secondsSince1970: 59)))
    #expect(!interval(0, 60).contains(Instant(secondsSince1970: 60)))
  }
}
