import Domain
import Testing

@Suite struct `Calendar dates` {
  @Test func `all days of the years 1 to 9999 go to a number and back`() {
    var number = CalendarDate.earliest.dayNumber
    var wrong: [Int] = []
    for year in 1...9999 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          if date.dayNumber != number || CalendarDate(dayNumber: number) != date {
            wrong.append(number)
          }
          number += 1
        }
      }
    }
    #expect(wrong.isEmpty)
    #expect(number == CalendarDate.latest.dayNumber + 1)
    #expect(number - CalendarDate.earliest.dayNumber == 3_652_059)
  }

  @Test func `day numbers count from 1970`() {
    #expect(CalendarDate(dayNumber: 0).description == "1970-01-01")
    #expect(CalendarDate(dayNumber: -1).description == "1969-12-31")
    #expect(CalendarDate("2026-03-11")?.dayNumber == 20_523)
  }

  @Test func `numbers beyond the calendar stop at its ends`() {
    #expect(CalendarDate(dayNumber: .max) == .latest)
    #expect(CalendarDate(dayNumber: .min) == .earliest)
    #expect(CalendarDate.latest.description == "9999-12-31")
    #expect(CalendarDate.earliest.description == "0001-01-01")
  }

  @Test(arguments: [2024, 2000, 2400, 4])
  func `a leap year has a 29 February`(year: Int) {
    #expect(CalendarDate(year: year, month: 2, day: 29)?.isLeapYear == true)
  }

  @Test(arguments: [2026, 1900, 2100, 1])
  func `other years have none`(year: Int) {
    #expect(CalendarDate(year: year, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: year, month: 2, day: 28)?.isLeapYear == false)
  }

  @Test func `days that no calendar has are refused`() {
    #expect(CalendarDate(year: 2026, month: 4, day: 31) == nil)
    #expect(CalendarDate(year: 2026, month: 0, day: 1) == nil)
    #expect(CalendarDate(year: 2026, month: 13, day: 1) == nil)
    #expect(CalendarDate(year: 2026, month: 1, day: 0) == nil)
    #expect(CalendarDate(year: 0, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: .max, month: .max, day: .min) == nil)
  }

  @Test func `earlier dates come first`() throws {
    let texts = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"]
    let dates = try texts.map { try #require(CalendarDate($0)) }
    #expect(dates.reversed().sorted() == dates)
  }

  @Test(arguments: ["2026-03-11", "0001-01-01", "9999-12-31", "2024-02-29"])
  func `the stored form is read and written`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2026-3-11", "2026-03-1", "2026-03-011", "02026-03-11", "2026/03/11", " 2026-03-11",
    "2026-03-11 ", "2026-02-30", "0000-01-01", "-026-03-11", "2026-03-11T", "２026-03-11",
    "20260311", "2026-03-", "2026-03", "99999999999999999999-01-01",
  ])
  func `anything else isn't a stored date`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `the screen shows the weekday`() {
    #expect(CalendarDate("2026-03-11")?.shortName == "Wed 11 Mar 2026")
    #expect(CalendarDate("2026-12-06")?.shortName == "Sun 6 Dec 2026")
  }

  @Test func `the screen shows the year where it is another one`() throws {
    let today = try #require(CalendarDate("2026-01-05"))
    #expect(CalendarDate("2026-12-06")?.dayName(on: today) == "Sun 6 Dec")
    #expect(CalendarDate("2025-12-06")?.dayName(on: today) == "Sat 6 Dec 2025")
  }
}
