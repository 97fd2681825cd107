import Domain
import Support
import TerminalCore
import Testing

@testable import App

/// Tobias Brightwater's Wednesday: C11 at 14:00, C12 at 15:00 are booked.
@Suite struct `Moving an appointment` {
  @Test func `asks for day and time, books there, and saves the new record first`() throws {
    var program = try opened()
    let old = try #require(program.state.selectedAppointment)
    try program.press("x 3")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("nothing was asked")
      return
    }
    #expect(line.line.text == "11 Mar 14:00")
    program.type("fri 15:30")
    try program.press("<Enter>")
    #expect(program.state.prompt == nil)
    let moved = try #require(program.state.data.appointments[old.id])
    let new = try #require(
      moved.state.rescheduledTo.flatMap { program.state.data.appointments[$0] }
    )
    #expect(moved.state.status == .rescheduled)
    #expect(new.serviceDate.description == "2026-03-13")
    #expect(program.state.clock(new.state.scheduledStart) == "15:30")
    #expect(program.effects == [.save(.appointment(new.id)), .save(.appointment(old.id))])
    let name = program.state.name(of: old.clientID)
    #expect(
      program.state.status.text
        == "Saved 10:52:00. \(name) -> moved to Fri 13 Mar 15:30  (u undo)"
    )
  }

  @Test func `is taken back by one undo and saved so that the old one is safe first`() throws {
    var program = try opened()
    let old = try #require(program.state.selectedAppointment)
    let start = program.state.data.plain
    try move(&program, "tomorrow")
    let new = try #require(program.state.data.appointments[old.id]?.state.rescheduledTo)
    let count = program.effects.count
    try program.press("u")
    #expect(program.state.data.plain == start)
    #expect(
      Array(program.effects[count...]) == [.save(.appointment(old.id)), .save(.appointment(new))]
    )
    #expect(program.state.status.text.contains("Undone: "))
    try program.press("U")
    #expect(program.state.data.appointments[old.id]?.state.rescheduledTo == new)
    #expect(program.state.data.appointments(on: .on("2026-03-12")).contains { $0.id == new })
  }

  @Test func `for another's time exchanges the two, and one undo takes it back`() throws {
    var program = try opened()
    let one = try #require(program.state.selectedAppointment)
    let start = program.state.data.plain
    try program.press("x 5")
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("nothing is offered: \(program.state.status.text)")
      return
    }
    let names = ["C11", "C12"].map { code in
      program.client(code).map { program.state.name(of: $0) } ?? ""
    }
    #expect(menu.title == "\(names[0]), Wed 11 Mar 14:00, exchanges with")
    #expect(menu.items.first?.label == "Wed 11 Mar 15:00 \(names[1])")
    try program.press("1")
    #expect(
      program.state.status.text
        == "Saved 10:52:00. \(names[0]) now Wed 11 Mar 15:00, \(names[1]) now Wed 11 Mar 14:00"
        + "  (u undo)"
    )
    #expect(program.state.data.appointments[one.id]?.state.status == .rescheduled)
    #expect(program.effects.suffix(4).count == 4)
    try program.press("u")
    #expect(program.state.data.plain == start)
  }

  @Test func `isn't saved at the old place while the new one isn't on disk`() throws {
    var program = try opened()
    let old = try #require(program.state.selectedAppointment)
    program.diskWorks = false
    try move(&program, "tomorrow")
    program.diskWorks = true
    let new = try #require(program.state.data.appointments[old.id]?.state.rescheduledTo)
    program.unwritable = [.appointment(new)]
    program.send(.ticked)
    #expect(Set(program.state.unsaved.keys) == [.appointment(new), .appointment(old.id)])
    program.unwritable = []
    program.send(.ticked)
    #expect(program.state.unsaved.isEmpty)
    program.unwritable = [.appointment(old.id)]
    try program.press("u")
    #expect(Set(program.state.unsaved.keys) == [.appointment(new), .appointment(old.id)])
  }

  @Test func `reads weeks that aren't open before it decides`() throws {
    var program = try opened()
    let old = try #require(program.state.selectedAppointment)
    try move(&program, "+4w")
    #expect(program.effects.first == .loadWeek(.on("2026-04-06")))
    let id = try #require(program.state.data.appointments[old.id]?.state.rescheduledTo)
    #expect(program.state.data.appointments[id]?.serviceDate == .on("2026-04-08"))
  }

  @Test func `says what is in the way and keeps what was typed`() throws {
    var program = try opened()
    try move(&program, "15:10")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("the line is gone")
      return
    }
    #expect(line.line.text == "15:10")
    #expect(line.problem == "That time is taken: the counselor is booked then.")
    try program.press("<C-u>")
    try type(&program, "sometime")
    #expect(problem(program) == TypedNewTime.help)
    try program.press("<C-u>")
    try type(&program, "yesterday")
    #expect(problem(program)?.contains("is over") == true)
    try program.press("<Esc>")
    #expect(program.state.selectedAppointment?.state.status == .booked)
  }

  @Test func `beside a group asks for a reason and keeps it`() throws {
    var program = try opened()
    let old = try #require(program.state.selectedAppointment)
    try move(&program, "fri 11:00")
    guard case .line(let asked) = program.state.prompt, case .because = asked.purpose else {
      Issue.record("no reason was asked")
      return
    }
    #expect(asked.title.contains("on the roster"))
    try type(&program, "comes straight after")
    #expect(program.state.data.appointments[old.id]?.state.status == .rescheduled)
    #expect(program.state.undo.undoable.last?.reason == "comes straight after")
  }

  @Test func `isn't offered for one that has a mark`() throws {
    var program = try opened(at: "2026-03-11T14:02")
    try program.press("p x")
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("no menu")
      return
    }
    #expect(menu.items.map(\.key) == ["x", "1", "2"])
  }

  @Test func `is found again for undo when its week isn't read`() throws {
    var program = try opened()
    let old = try #require(program.state.selectedAppointment)
    try move(&program, "+4w")
    let id = try #require(program.state.data.appointments[old.id]?.state.rescheduledTo)
    // As after a restart: only this week is read.
    let all = program.state.data
    var data = ProgramData(program: all.program)
    (data.groups, data.clients, data.episodes, data.staff) =
      (all.groups, all.clients, all.episodes, all.staff)
    let week = data.weekStart(of: .on("2026-03-11"))
    data.load(
      week: week,
      sessions: [],
      appointments: all.appointments.values.filter { data.weekStart(of: $0.serviceDate) == week }
    )
    var state = program.state
    _ = reduce(&state, .loaded(data), at: program.now)
    #expect(state.data.appointments[id] == nil)
    let effects = reduce(&state, .input(.key(Key("u"))), at: program.now)
    #expect(effects == [.loadAppointment(id)])
    var found = state.data
    let later = data.weekStart(of: .on("2026-04-08"))
    found.load(
      week: later,
      sessions: [],
      appointments: all.appointments.values.filter { $0.id == id }
    )
    var lost = state
    let saves = reduce(&state, .loaded(found), at: program.now)
    #expect(saves == [.save(.appointment(old.id)), .save(.appointment(id))])
    #expect(state.data.appointments[old.id]?.state.status == .booked)
    #expect(state.data.appointments[id]?.state.isWithdrawn == true)
    #expect(reduce(&lost, .loaded(lost.data), at: program.now).isEmpty)
    #expect(lost.data.appointments[old.id]?.state.status == .rescheduled)
    #expect(lost.status.text.contains("can't be found"))
  }

  @Test(arguments: [
    ("fri", "2026-03-13 14:00-"), ("+1w", "2026-03-18 14:00-"), ("14:30", "2026-03-11 14:30-"),
    ("3/18 9:15-10", "2026-03-18 09:15-10:00"), ("2:30-3:30", "2026-03-11 14:30-15:30"),
    ("9", "2026-03-11 09:00-"), ("11 Mar 9", "2026-03-11 09:00-"),
    ("9:30 fri", "2026-03-13 09:30-"),
    ("tomorrow 0830", "2026-03-12 08:30-"), ("12 Mar 2026 4pm", "2026-03-12 16:00-"),
  ])
  func `reads days, times and both`(text: String, meaning: String) throws {
    let zone = try TestZone.newYork()
    let today = CalendarDate.on("2026-03-11")
    let old = zone.instant(today, .at("14:00"))
    let new = try #require(TypedNewTime.parse(text, from: old, today: today, in: zone))
    let (date, time) = zone.local(new.start)
    let end = new.end.map { zone.local($0).time.description } ?? ""
    #expect("\(date) \(time)-\(end)" == meaning)
  }

  @Test(arguments: ["", " ", "soon", "fri fri", "25:00", "fri 9 10", "-10:15"])
  func `doesn't guess`(text: String) throws {
    let zone = try TestZone.newYork()
    let old = zone.instant(.on("2026-03-11"), .at("14:00"))
    #expect(TypedNewTime.parse(text, from: old, today: .on("2026-03-11"), in: zone) == nil)
  }

  private func opened(at time: String = "2026-03-11T10:52") throws -> TestProgram {
    var program = try TestProgram.demo(at: time)
    try program.press("<Tab>")
    return program
  }

  private func move(_ program: inout TestProgram, _ text: String) throws {
    try program.press("x 3")
    try type(&program, text)
  }

  private func type(_ program: inout TestProgram, _ text: String) throws {
    program.type(text)
    try program.press("<Enter>")
  }

  private func problem(_ program: TestProgram) -> String? {
    guard case .line(let line) = program.state.prompt else { return nil }
    return line.problem
  }
}
