import Domain
import Testing

@Suite struct `Typed dates` {
  /// Reads a date on Wednesday 2026-03-11, or another day.
  private func read(_ text: String, on today: String = "2026-03-11") throws -> String? {
    TypedDate.parse(text, today: try #require(CalendarDate(today)))?.description
  }

  @Test(arguments: [
    ("today", "2026-03-11"), ("Tomorrow", "2026-03-12"), ("YESTERDAY", "2026-03-10"),
    ("fri", "2026-03-13"), ("Friday", "2026-03-13"), ("wed", "2026-03-11"),
    ("tue", "2026-03-17"), ("thurs", "2026-03-12"), ("+2w", "2026-03-25"),
    ("-3d", "2026-03-08"), ("+1m", "2026-04-11"), ("-1M", "2026-02-11"), ("+0d", "2026-03-11"),
    ("2026-03-11", "2026-03-11"), ("11 Mar", "2026-03-11"), ("Mar 11", "2026-03-11"),
    ("mar 11 2027", "2027-03-11"), ("March 11, 2027", "2027-03-11"), ("11 mar 2027", "2027-03-11"),
    ("11mar", "2026-03-11"), ("3/11", "2026-03-11"), ("03/11", "2026-03-11"),
    ("3/11/2026", "2026-03-11"), ("11.3.", "2026-03-11"), ("11.03.2026", "2026-03-11"),
    ("  fri  ", "2026-03-13"), ("12/25", "2026-12-25"), ("1/5", "2026-01-05"),
    ("2/29/2028", "2028-02-29"),
  ])
  func `every form is read`(typed: String, date: String) throws {
    #expect(try read(typed) == date)
  }

  @Test(arguments: [
    "", " ", "to day", "fr", "fridays", "2w", "+w", "+2", "+2y", "+-2d", "+12345d", "++2d",
    "2026-3-11", "2026-02-30", "20260311", "11", "Mar", "Mar 32", "Feb 30", "2/29", "13/1",
    "3/11/26", "3/11/", "3/11/2026/", "11.3", "11.13.", "31.4.", "0/0", "mar 11 26", "today x",
    "11 Mar 2026 x", "３/11", "99999999999999999999", "3/11/0000",
  ])
  func `anything else is no date`(typed: String) throws {
    #expect(try read(typed) == nil)
  }

  @Test func `without a year, the turn of the year is crossed`() throws {
    #expect(try read("1/5", on: "2026-12-29") == "2027-01-05")
    #expect(try read("5 Jan", on: "2026-12-29") == "2027-01-05")
    #expect(try read("29.12.", on: "2027-01-03") == "2026-12-29")
    #expect(try read("3/11", on: "2026-12-29") == "2026-03-11")
    #expect(try read("2/29", on: "2027-12-29") == "2028-02-29")
  }

  @Test func `at the ends of the calendar nothing lies beyond`() throws {
    #expect(try read("tomorrow", on: "9999-12-31") == "9999-12-31")
    #expect(try read("-9999m", on: "0001-01-01") == "0001-01-01")
    #expect(try read("1/5", on: "9999-12-31") == nil)
  }

  @Test(arguments: [
    ("3/14/88", "1988-03-14"), ("3/14/1988", "1988-03-14"), ("14 Mar 88", "1988-03-14"),
    ("Mar 14, 88 ", "1988-03-14"), ("14.3.88", "1988-03-14"), ("1988-03-14", "1988-03-14"),
    ("3/11/26", "2026-03-11"), ("3/12/26", "1926-03-12"), ("1/5/07", "2007-01-05"),
    ("2/29/04", "2004-02-29"),
  ])
  func `a birth date of two digits for the year is the last one that was`(
    typed: String,
    date: String
  ) throws {
    let today = try #require(CalendarDate("2026-03-11"))
    #expect(TypedDate.birth(typed, today: today)?.description == date)
  }

  @Test(arguments: [
    "3/14", "14 Mar", "Mar 14", "today", "fri", "+2w", "3/14/2027", "88", "", "2/30/88",
  ])
  func `a birth date has its year and is past`(typed: String) throws {
    let today = try #require(CalendarDate("2026-03-11"))
    #expect(TypedDate.birth(typed, today: today) == nil)
  }
}
