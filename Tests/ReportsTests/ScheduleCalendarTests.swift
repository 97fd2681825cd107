import Domain
import Support
import Testing

@testable import Reports

@Suite struct `A schedule as an iCalendar file` {
  private func program() throws -> ProgramBuilder {
    var program = ProgramBuilder(zone: try TestZone.newYork())
    program.client("C01")
    program.group("G01", "09:00", "10:30", on: [.monday, .wednesday])
    program.enroll("C01", in: "G01")
    return program
  }

  private let days = CalendarDate.on("2026-03-02")...CalendarDate.on("2026-03-15")

  private func lines(_ program: ProgramBuilder, names: Bool = false) -> [String] {
    let data = program.data(weeks: "2026-03-02", "2026-03-09")
    let calendar = ScheduleCalendar(
      data,
      days,
      hasNames: names,
      now: program.at("2026-03-01", "12:00")
    )
    return calendar.text(of: StaffID.of("TB")).split(separator: "\r\n").map(String.init)
  }

  @Test func `makes one recurring event of a group, over the change of the clock`() throws {
    let lines = lines(try program())
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1)
    #expect(lines.contains("DTSTART;TZID=America/New_York:20260302T090000"))
    #expect(lines.contains("RRULE:FREQ=WEEKLY;UNTIL=20260311T130000Z;BYDAY=MO,WE"))
    #expect(lines.contains("DTSTART:20260308T020000"))
    #expect(lines.contains("TZOFFSETFROM:-0500"))
    #expect(lines.contains("TZOFFSETTO:-0400"))
  }

  @Test func `leaves closed days out and names no client`() throws {
    var program = try program()
    program.close("2026-03-09")
    program.book("C01", on: "2026-03-10", (start: "11:00", end: "11:50"))
    let text = lines(program)
    #expect(text.contains("EXDATE;TZID=America/New_York:20260309T090000"))
    #expect(text.contains("SUMMARY:Individual"))
    #expect(!text.contains { $0.contains("LastC01") })
    #expect(lines(program, names: true).contains("SUMMARY:Individual FirstC01 LastC01"))
  }

  @Test func `tells a meeting that is held otherwise in the place of the planned one`() throws {
    var program = try program()
    program.plan("G01", on: "2026-03-04")
    let place = try #require(program.snapshot.sessions.firstIndex { $0.groupID == .of("G01") })
    program.snapshot.sessions[place].state.scheduledStart = program.at("2026-03-04", "13:00")
    program.snapshot.sessions[place].state.scheduledEnd = program.at("2026-03-04", "14:30")
    let text = lines(program)
    #expect(text.count { $0 == "BEGIN:VEVENT" } == 2)
    #expect(text.contains("RECURRENCE-ID;TZID=America/New_York:20260304T090000"))
    #expect(text.contains("DTSTART;TZID=America/New_York:20260304T130000"))
    #expect(Set(text.filter { $0.hasPrefix("UID:") }).count == 1)
  }

  @Test func `folds long lines at 75 octets and inside no letter`() throws {
    var program = try program()
    program.snapshot.groups[0].title = String(repeating: "Ärger, Wut; Trauer \\ ", count: 9)
    let data = program.data(weeks: "2026-03-02", "2026-03-09")
    let text = ScheduleCalendar(data, days, hasNames: false, now: program.at("2026-03-01", "12:00"))
      .text(of: StaffID.of("TB"))
    let rows = text.utf8.split(separator: UInt8(ascii: "\n"))
    #expect(rows.allSatisfy { $0.count <= 76 })
    #expect(rows.allSatisfy { String($0)?.isEmpty == false })
    #expect(text.replacing("\r\n ", with: "").contains("Ärger\\, Wut\\; Trauer \\\\ "))
  }
}

@Suite struct `Closed days from an iCalendar file` {
  private func read(_ events: String) -> ClosureCalendar {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(events)END:VCALENDAR\r\n"
    return ClosureCalendar(text, as: .holiday, today: .on("2026-03-11"))
  }

  private func event(_ lines: String...) -> String {
    (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).map { $0 + "\r\n" }.joined()
  }

  @Test func `takes whole days, with their names`() {
    let found = read(
      event(
        "DTSTART;VALUE=DATE:20261126",
        "DTEND;VALUE=DATE:20261128",
        "SUMMARY:Thanks\\, all",
        " day"
      )
    )
    #expect(found.entries.map(\.date) == [.on("2026-11-26"), .on("2026-11-27")])
    #expect(found.entries.map(\.note) == ["Thanks, allday", "Thanks, allday"])
    #expect(found.problems == [])
  }

  @Test func `takes a yearly day for the coming years`() {
    let found = read(
      event("DTSTART;VALUE=DATE:20200704", "RRULE:FREQ=YEARLY", "SUMMARY:Independence Day")
    )
    #expect(
      found.entries.map { "\($0.date)" } == [
        "2026-07-04", "2027-07-04", "2028-07-04", "2029-07-04",
      ]
    )
  }

  @Test func `names what it doesn't understand`() {
    let found = read(
      event("DTSTART:20260704T090000Z", "SUMMARY:Picnic")
        + event("DTSTART;VALUE=DATE:20260907", "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO")
    )
    #expect(found.entries == [])
    #expect(found.problems.count == 2)
    #expect(found.problems[0].hasPrefix("line 3: \"Picnic\" takes no whole days"))
    #expect(ClosureCalendar("hello", as: .holiday, today: .on("2026-03-11")).problems.count == 1)
  }
}
