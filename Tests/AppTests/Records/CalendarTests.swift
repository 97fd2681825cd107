import Domain
import Support
import Testing

@testable import App

@Suite struct `The calendar` {
  @Test func `moves by days, weeks and months, and reads what it shows`() throws {
    var program = try TestProgram.demo()
    try program.press("c")
    #expect(program.state.screen == .calendar)
    #expect(program.state.calendar.date == .on("2026-03-11"))
    try program.press("<Right> <Down>")
    #expect(program.state.calendar.date == .on("2026-03-19"))
    try program.press("<End> ]")
    #expect(program.state.calendar.date == .on("2026-04-30"))
    #expect(program.effects.contains(.loadWeek(.on("2026-04-27"))))
    try program.press("[ [")
    #expect(program.state.calendar.date == .on("2026-02-28"))
    try program.press("<Home>")
    #expect(program.state.calendar.date == .on("2026-02-01"))
    #expect(program.state.calendarDays.first == .on("2026-01-26"))
    #expect(program.state.calendarDays.count == 35)
  }

  @Test func `goes to a date that is typed, and stays`() throws {
    var program = try TestProgram.demo()
    try program.press("c g . <Type:3/16> <Enter>")
    #expect(program.state.screen == .calendar)
    #expect(program.state.calendar.date == .on("2026-03-16"))
  }

  @Test(arguments: ["/", "<C-f>"])
  func `jumps to a date by the key that finds elsewhere`(key: String) throws {
    var program = try TestProgram.demo()
    try program.press("c \(key) <Type:3/20> <Enter>")
    #expect(program.state.screen == .calendar)
    #expect(program.state.calendar.date == .on("2026-03-20"))
  }

  @Test(arguments: ["", "<Tab>", "<Tab> <Down> <Down>"])
  func `is there again behind Esc on the day that it opened`(keys: String) throws {
    var program = try TestProgram.demo()
    try program.press("c <Right> \(keys)")
    let calendar = program.state.calendar
    try program.press("<Enter>")
    #expect(program.state.screen == .day)
    #expect(!program.state.isAtRoot)
    try program.press("<Esc>")
    #expect(program.state.screen == .calendar)
    #expect(program.state.calendar == calendar)
  }

  @Test func `leaves the day behind it as it was`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> 6")
    let (day, row) = (program.state.day, program.state.selectedRow?.clientID)
    try program.press("c <Right> <Right> <Enter> <Esc> <Esc>")
    #expect(program.state.screen == .day)
    #expect(program.state.day == day && program.state.selectedRow?.clientID == row)
    #expect(day.date == program.state.today)
  }

  @Test func `comes after what was opened on its day`() throws {
    var program = try TestProgram.demo()
    try program.press("c <Enter>")
    program.state.day.focus = .groups
    try program.press("<Enter>")
    #expect(program.state.day.isZoomed)
    try program.press("<Esc>")
    #expect(program.state.screen == .day)
    try program.press("<Esc>")
    #expect(program.state.screen == .calendar)
    try program.press("<Enter> ] <Esc>")
    #expect(program.state.screen == .day)
  }

  @Test func `opens the day at what is selected`() throws {
    var program = try TestProgram.demo()
    try program.press("c <Tab> <Down> <Down>")
    let items = program.state.calendarItems(on: .on("2026-03-11"))
    #expect(items.map(\.start) == items.map(\.start).sorted())
    #expect(program.state.calendar.item == items[2].id)
    try program.press("<Enter>")
    #expect(program.state.screen == .day)
    switch items[2].id {
    case .session(let id): #expect(program.state.day.session == id)
    case .appointment(let id):
      #expect(program.state.day.appointment == id)
      #expect(program.state.day.focus == .individual)
    }
    try program.press("c <Esc>")
    #expect(program.state.screen == .day)
  }

  @Test func `shows everyone's when asked`() throws {
    var program = try TestProgram.demo()
    try program.press("c")
    let mine = program.state.calendarItems(on: .on("2026-03-11")).count
    try program.press("*")
    #expect(program.state.calendarItems(on: .on("2026-03-11")).count > mine)
  }
}
