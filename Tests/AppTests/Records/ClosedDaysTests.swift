import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Closing days` {
  @Test func `is done from the calendar, says what it means, and is taken back`() throws {
    var program = try TestProgram.demo(as: "MQ")
    try program.press("c <Right> <Right> = <Enter> <Enter> <Enter> <Type:Staff day> <C-s>")
    let friday = CalendarDate.on("2026-03-13")
    let day = try #require(program.state.data.calendar[friday])
    #expect(day.kind == .known(.holiday) && day.note == "Staff day")
    let groups = program.state.data.groups.values.count { $0.meets(on: friday) }
    #expect(
      program.state.status.text.hasSuffix(
        "Fri 13 Mar -> holiday, Staff day. \(groups) groups don't meet  (u undo)"
      )
    )
    #expect(program.effects.contains(.save(.calendar)))
    try program.press("u")
    #expect(program.state.data.calendar[friday] == nil)
    #expect(
      program.state.status.text.hasSuffix("Undone: Fri 13 Mar -> holiday, Staff day  (U redo)")
    )
  }

  @Test func `takes several days at once, and reads their weeks before`() throws {
    var program = try TestProgram.demo(as: "MQ")
    try program.press("g r <Tab> <Tab> <Tab> a <Right> <Enter> <Type:12/24> <Enter>")
    try program.press("<Type:1/2/2027> <Enter> <Type:Winter break> <C-s>")
    #expect(program.effects.contains(.loadWeek(.on("2026-12-21"))))
    #expect(program.state.data.calendar.keys.count { $0.year == 2026 && $0.month == 12 } == 8)
    #expect(program.state.data.calendar[.on("2027-01-02")]?.note == "Winter break")
  }

  @Test func `changes a day that was entered, back to a usual one`() throws {
    var program = try TestProgram.demo(as: "MQ")
    try program.press("g r <Tab> <Tab> <Tab> <Enter>")
    guard case .form(let form) = program.state.prompt else {
      Issue.record("no form: \(program.state.status.text)")
      return
    }
    #expect(form.title == "Change Mon 19 Jan 2026")
    try program.press("<Right> <Right> <Right> <C-s>")
    guard case .form(let asked) = program.state.prompt else {
      Issue.record("no question: \(program.state.status.text)")
      return
    }
    #expect(
      asked.fields.compactMap(\.problem) == [
        "A day that is over: what was expected of everybody changes. Why then all the same?"
      ]
    )
    try program.press("<Type:it was open> <C-s>")
    #expect(program.state.data.calendar == [:])
    #expect(program.state.status.text.contains("Mon 19 Jan -> open as usual"))
  }

  @Test func `is for whoever sets up the program, said before the form opens`() throws {
    var program = try TestProgram.demo()
    try program.press("c =")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text.contains("Ask M. Quill."))
  }

  @Test func `from a calendar file can be taken back`() throws {
    var program = try TestProgram.demo(as: "MQ")
    program.send(
      .closedDaysRead([
        CalendarEntry(date: .on("2026-05-25"), kind: .known(.holiday), note: "Memorial Day"),
        CalendarEntry(date: .on("2026-07-03"), kind: .known(.holiday), note: "Independence Day"),
      ])
    )
    #expect(program.state.data.calendar.count == 3)
    #expect(program.state.status.text.contains("Mon 25 May to Fri 3 Jul, 2 days -> changed"))
    try program.press("u")
    #expect(program.state.data.calendar.count == 1)
  }
}
