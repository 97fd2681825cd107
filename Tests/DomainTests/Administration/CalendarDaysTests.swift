import Domain
import Support
import Testing

@Suite struct `Days of the program's calendar` {
  private func span(
    _ first: String,
    _ last: String? = nil,
    _ kind: CalendarEntryKind? = .holiday
  ) -> AdministrationRequest {
    .calendar([
      CalendarSpan(
        first: .on(first),
        last: .on(last ?? first),
        kind: kind.map { .known($0) },
        note: kind == nil ? "" : "Spring break"
      )
    ])
  }

  private func office() throws -> Office {
    var office = Office()
    try office.ask(.group(office.series("G01")))
    return office
  }

  @Test func `no group meets on a holiday, and it does again when that is taken back`() throws {
    var office = try office()
    let start = office.content
    #expect(office.data.sessions(on: .on("2026-03-13")).count == 1)
    try office.ask(span("2026-03-12", "2026-03-14"))
    #expect(office.data.sessions(on: .on("2026-03-13")) == [])
    #expect(office.data.sessions(on: .on("2026-03-11")).count == 1)
    let days = ["2026-03-12", "2026-03-13", "2026-03-14"].map { CalendarDate.on($0) }
    #expect(office.data.calendar.keys.sorted() == days)
    try office.takeBack()
    #expect(office.content == start)
    try office.doAgain()
    #expect(office.data.isClosed(on: .on("2026-03-13")))
  }

  @Test func `a short day closes nothing, and a day can be as usual again`() throws {
    var office = try office()
    try office.ask(span("2026-03-13", nil, .shortDay))
    #expect(office.data.sessions(on: .on("2026-03-13")).count == 1)
    try office.ask(span("2026-03-13"))
    #expect(office.data.sessions(on: .on("2026-03-13")) == [])
    try office.ask(span("2026-03-13", nil, nil))
    #expect(office.data.sessions(on: .on("2026-03-13")).count == 1)
    #expect(office.data.calendar == [:])
    #expect(office.data.keptCalendar.map(\.history.count) == [3])
  }

  @Test func `what is marked on a day that is closed afterwards stays`() throws {
    var office = try office()
    try office.client("C01")
    try office.ask(office.place("C01", in: "G01"))
    let id = SessionID.occurrence(of: .of("G01"), on: office.today)
    try office.mark(.mark([.of("C01")], Mark(.excused)), in: id)
    try office.ask(span("2026-03-11"))
    #expect(office.data.sessions(on: office.today).map(\.id) == [id])
  }

  @Test func `a past day is closed with a reason alone`() throws {
    var office = try office()
    #expect(throws: RuleViolation.self) { try office.ask(span("2026-03-09")) }
    #expect(office.data.calendar == [:])
    try office.ask(span("2026-03-09"), because: "snow")
    #expect(office.data.calendar[.on("2026-03-09")]?.history.map(\.reason) == ["snow"])
  }

  @Test(arguments: [
    ("2026-03-14", "2026-03-13", "That is before the first day."),
    ("2026-03-14", "2027-03-14", "That is 366 days; at most 92 at once."),
  ])
  func `days that can't be are refused`(first: String, last: String, why: String) throws {
    var office = try office()
    #expect(throws: RuleViolation.fact(.to, why)) { try office.ask(span(first, last)) }
  }

  @Test func `whoever may not set up the program may not close it`() throws {
    var office = try office()
    var director = Staff(id: .of("MQ"), code: "MQ", name: "Marisol Quillfeather")
    director.role = .known(.programDirector)
    try office.ask(.staff(director))
    #expect(throws: RuleViolation.self) { try office.ask(span("2026-03-13")) }
    office.asker = .of("MQ")
    try office.ask(span("2026-03-13"))
  }

  @Test func `as of a moment before, it wasn't closed`() throws {
    var office = Office()
    // As if it had been there always.
    office.data.keep(office.series("G01"))
    office.data.recomputeWeeks()
    try office.ask(span("2026-03-13"))
    let past = office.data.asOf(office.now.adding(seconds: -60))
    #expect(past.sessions(on: .on("2026-03-13")).count == 1)
    #expect(office.data.asOf(office.now).sessions(on: .on("2026-03-13")) == [])
  }

  @Test func `of two who close different days at once both stand`() throws {
    let begin = try office()
    var (one, other) = (begin, begin)
    try one.ask(span("2026-03-13"))
    try other.ask(span("2026-03-12"))
    var merged = other.data
    #expect(merged.reapply(.calendar, of: one.data) == MergeOutcome())
    #expect(merged.calendar.count == 2)
    #expect(merged.sessions(on: .on("2026-03-13")) == [])
  }
}
