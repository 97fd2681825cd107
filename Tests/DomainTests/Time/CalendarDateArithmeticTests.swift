import Domain
import Testing

@Suite struct `Date arithmetic` {
  private func date(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(text))
  }

  @Test func `days are added over the ends of months and years`() throws {
    #expect(try date("2026-02-28").adding(days: 1) == date("2026-03-01"))
    #expect(try date("2024-02-28").adding(days: 1) == date("2024-02-29"))
    #expect(try date("2026-01-01").adding(days: -1) == date("2025-12-31"))
    #expect(try date("2026-03-11").adding(days: .max) == .latest)
    #expect(try date("2026-03-11").adding(days: .min) == .earliest)
  }

  @Test func `days between dates are signed`() throws {
    let (start, end) = (try date("2024-02-01"), try date("2024-03-01"))
    #expect(CalendarDate.days(from: start, to: end) == 29)
    #expect(CalendarDate.days(from: end, to: start) == -29)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
    ("2026-12-15", 1, "2027-01-15"), ("2024-02-29", 12, "2025-02-28"),
    ("2026-03-11", 0, "2026-03-11"), ("2026-03-11", -27, "2023-12-11"),
    ("9999-12-01", 1, "9999-12-31"), ("0001-01-31", -1, "0001-01-01"),
    ("2026-03-11", Int.max, "9999-12-31"), ("2026-03-11", Int.min, "0001-01-01"),
  ])
  func `months are added within the month's length`(
    start: String,
    months: Int,
    end: String
  ) throws {
    #expect(try date(start).adding(months: months) == date(end))
  }

  @Test func `weekdays run on through all years`() throws {
    #expect(try date("2026-03-11").weekday == .wednesday)
    #expect(try date("1969-12-31").weekday == .wednesday)
    #expect(try date("2000-02-29").weekday == .tuesday)
    #expect(CalendarDate.earliest.weekday == .monday)
    #expect(CalendarDate.latest.weekday == .friday)
  }

  @Test(arguments: Weekday.allCases)
  func `a week begins on its first day, at most six days ago`(first: Weekday) throws {
    for number in 20_500..<20_520 {
      let day = CalendarDate(dayNumber: number)
      let start = day.startOfWeek(startingOn: first)
      #expect(start.weekday == first)
      #expect((0...6).contains(CalendarDate.days(from: start, to: day)))
    }
  }

  @Test func `weeks begin on Monday unless said otherwise`() throws {
    #expect(try date("2026-03-15").startOfWeek() == date("2026-03-09"))
    #expect(try date("2026-03-15").startOfWeek(startingOn: .sunday) == date("2026-03-15"))
    #expect(try date("0001-01-03").startOfWeek(startingOn: .thursday) == .earliest)
  }
}
