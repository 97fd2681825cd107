import Domain
import Support
import TerminalCore
import Testing

@testable import App

/// C06 with Tobias Brightwater, each Friday at 08:00 from 13 March on, five times.
@Suite struct `This and all later appointments` {
  private func program() throws -> (program: TestProgram, client: ClientID) {
    var program = try TestProgram.demo()
    let id = try #require(program.client("C06"))
    _ = program.state.openCard(id)
    try program.press("b <C-u> <Type:fri> <Tab> <Type:0800> <Tab> <Tab> <Tab> <Tab> <Tab> e <Tab>")
    try program.press("<Type:4/10> <C-s>")
    #expect(program.form == nil, "\(program.form?.fields.compactMap(\.problem) ?? [])")
    return (program, id)
  }

  /// Goes to the appointment of a day in the Individual pane.
  private func go(_ program: inout TestProgram, to date: String, _ client: ClientID) throws {
    try program.press("g . <Type:\(date)> <Enter>")
    let meeting = program.state.data.appointments(on: program.state.day.date).first {
      $0.clientID == client && $0.state.status == .booked
    }
    program.state.day.focus = .individual
    program.state.day.appointment = try #require(meeting?.id)
  }

  private func booked(_ program: TestProgram, _ client: ClientID) -> [String] {
    program.state.data.appointments.values.filter {
      $0.clientID == client && $0.state.status == .booked && !$0.state.isWithdrawn
        && $0.repetitionID != nil
    }
    .map {
      let (date, time) = program.state.data.program.zone.local($0.state.scheduledStart)
      return "\(date.description.dropFirst(5)) \(time)"
    }.sorted()
  }

  private func question(_ program: TestProgram) -> Question? {
    guard case .question(let question) = program.state.prompt else { return nil }
    return question
  }

  private func menu(_ program: TestProgram) -> Menu? {
    guard case .menu(let menu) = program.state.prompt else { return nil }
    return menu
  }

  @Test func `are moved with one more key, and one undo takes it back`() throws {
    var (program, client) = try program()
    try go(&program, to: "3/20", client)
    try program.press("x a")
    let name = program.state.name(of: client)
    #expect(menu(program)?.title == "\(name): this and 3 later, until Fri 10 Apr 2026")
    try program.press("3 <C-u> <Type:thu 7:30> <Enter>")
    #expect(
      booked(program, client) == [
        "03-13 08:00", "03-19 07:30", "03-26 07:30", "04-02 07:30", "04-09 07:30",
      ],
      "\(program.state.status.text)"
    )
    #expect(
      program.state.status.text.hasSuffix(
        "\(name) -> 4 times moved, Thu 19 Mar 07:30 to Thu 9 Apr  (u undo)"
      ),
      "\(program.state.status.text)"
    )
    try program.press("u")
    #expect(booked(program, client).count == 5)
    #expect(booked(program, client).allSatisfy { $0.hasSuffix("08:00") })
  }

  @Test func `are offered for a repeated one alone`() throws {
    var program = try TestProgram.demo()
    try program.press("<Tab> x")
    #expect(menu(program)?.items.map(\.key) == ["x", "1", "2", "3", "4", "5"])
    try program.press("a")
    #expect(program.state.status.text.contains("Choose one of"))
  }

  @Test func `name what is in the way before they leave it out`() throws {
    var (program, client) = try program()
    let other = try #require(program.client("C07"))
    _ = program.state.openCard(other)
    try program.press("b <C-u> <Type:2 Apr> <Tab> <Type:0730> <C-s>")
    try go(&program, to: "3/20", client)
    try program.press("x a 3 <C-u> <Type:thu 7:30> <Enter>")
    #expect(question(program)?.title == "1 of 4 can't be moved")
    #expect(
      question(program)?.lines
        == ["Fri 3 Apr 2026: That time is taken: the counselor is booked then."]
    )
    // Back to what was typed.
    try program.press("g")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("the line is gone")
      return
    }
    #expect(line.line.text == "thu 7:30")
    try program.press("<Enter> o")
    #expect(program.state.prompt == nil)
    #expect(
      booked(program, client)
        == ["03-13 08:00", "03-19 07:30", "03-26 07:30", "04-03 08:00", "04-09 07:30"]
    )
    try program.press("u")
    #expect(booked(program, client).allSatisfy { $0.hasSuffix("08:00") })
  }

  @Test func `are moved beside a group with a reason`() throws {
    var (program, client) = try program()
    try go(&program, to: "3/20", client)
    try program.press("x a 3 <C-u> <Type:9:15> <Enter>")
    #expect(question(program)?.title == "4 of 4 can't be moved")
    #expect(question(program)?.lines.first?.contains("roster of") == true)
    #expect(question(program)?.answers.map(\.key) == ["g", "r"])
    try program.press("r <Type:only then> <Enter>")
    #expect(program.state.prompt == nil)
    #expect(booked(program, client).dropFirst().allSatisfy { $0.hasSuffix("09:15") })
    #expect(program.state.undo.undoable.last?.reason == "only then")
  }

  @Test func `are called off, or given to somebody else`() throws {
    var (program, client) = try program()
    try go(&program, to: "3/27", client)
    try program.press("x a 4")
    #expect(menu(program)?.items.contains { $0.label.hasPrefix("TB") } == false)
    let place = try #require(menu(program)?.items.first { $0.label.hasPrefix("MQ") })
    try program.press(String(Character(place.key)))
    #expect(program.state.status.text.contains("3 times now with MQ, Fri 27 Mar 08:00 to"))
    try program.press("u x a 1 2")
    #expect(booked(program, client) == ["03-13 08:00", "03-20 08:00"])
    #expect(program.state.status.text.contains("3 times cancelled"))
  }

  @Test func `are all there again after one undo behind a restart`() throws {
    var (program, client) = try program()
    try go(&program, to: "3/20", client)
    try program.press("x a 2 <Type:training> <Enter>")
    #expect(booked(program, client) == ["03-13 08:00"])
    let start = program.state.data
    // As after a restart: this week alone is read, in which nothing was called off.
    let week = start.weekStart(of: .on("2026-03-11"))
    var state = AppState(
      data: start.onlyWeek(week),
      now: program.now,
      size: program.state.size,
      seed: 3
    )
    _ = state.begin(as: program.state.staffID)
    let effects = reduce(&state, .input(.key(Key("u"))), at: program.now)
    #expect(effects == [.loadAhead])
    let saves = reduce(&state, .loaded(start), at: program.now)
    #expect(saves.count == 4)
    program.state = state
    #expect(booked(program, client).count == 5)
    // Read once; the next undo is that of the booking.
    try program.press("u")
    #expect(booked(program, client).isEmpty)
  }
}

@Suite struct `An appointment that is booked on another screen` {
  @Test func `is selected on a day that had none`() throws {
    var program = try TestProgram.demo(at: "2026-03-18T08:00")
    #expect(program.state.shownAppointments.isEmpty)
    _ = program.state.openCard(program.client("C06"))
    try program.press("b <Tab> <Type:1500> <C-s> g d <Tab> x")
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("no menu: \(program.state.status.text)")
      return
    }
    #expect(menu.title.hasPrefix(program.state.name(of: try #require(program.client("C06")))))
    // Taken back it is selected no more.
    try program.press("<Esc> u x")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text == "No individual session on this day.")
  }
}

extension ProgramData {
  /// The same with the records of one week alone.
  fileprivate func onlyWeek(_ first: CalendarDate) -> ProgramData {
    var data = ProgramData(program: program)
    (data.groups, data.clients, data.episodes, data.staff) = (groups, clients, episodes, staff)
    let isThere = { (date: CalendarDate) in data.weekStart(of: date) == first }
    data.load(
      week: first,
      sessions: sessions.values.filter { isThere($0.serviceDate) },
      appointments: appointments.values.filter { isThere($0.serviceDate) }
    )
    return data
  }
}
