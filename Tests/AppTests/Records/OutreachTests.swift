import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `What is due about a client` {
  @Test func `says of an individual session since when there was none`() throws {
    let kind = { (level: IndividualGapLevel) in
      DueTask.Kind.individual(
        IndividualGap(days: 9, last: CalendarDate("2026-03-02"), level: level, isCut: false)
      )
    }
    let words = [
      "no individual session since Mon 2 Mar (9 days)", "no session since Mon 2 Mar (9 days)",
      "none since Mon 2 Mar (9 days)",
    ]
    #expect(kind(.alert).standings == words)
    #expect(kind(.breach).standings == words.map { $0 + ", over the limit" } + words)
    #expect(kind(.alert).words == words[0])
    var program = try TestProgram.demo()
    try program.press("g q <Tab>")
    #expect(!program.state.taskRows.isEmpty)
    for task in program.state.taskRows {
      let widths = task.kind.standings.map(\.count)
      #expect(widths == widths.sorted(by: >), "\(task.kind.standings)")
    }
  }
}

@Suite struct `Outreach on the screen` {
  private func task(_ program: TestProgram, _ mrn: String) -> DueTask? {
    let client = program.client(mrn)
    return program.state.dueTasks.first { task in
      guard case .outreach = task.kind else { return false }
      return task.clientID == client
    }
  }

  @Test func `is in the to-do list by its due time, as the demo has it`() throws {
    var program = try TestProgram.demo()
    try program.press("g q")
    let steps = program.state.dueTasks.compactMap { task -> String? in
      guard case .outreach(let step) = task.kind else { return nil }
      let when = ChangeWords.moment(step.dueAt, in: program.state)
      return "\(program.state.data.clients[step.clientID]?.mrn ?? "") \(step.kind) \(when)"
    }
    #expect(steps == ["C22 attempt(1) Tue 10 Mar 18:00", "C06 attempt(3) Wed 11 Mar 12:30"])
    let review = program.state.dueTasks.contains { task in
      guard case .review(let review) = task.kind else { return false }
      return task.clientID == program.client("C06") && review.reason == .missedDays(3)
    }
    #expect(review)
  }

  @Test func `keeps a result with one key, and the next attempt comes by itself`() throws {
    var program = try TestProgram.demo()
    try program.press("g q")
    program.state.toDo.focus = .tasks
    program.state.toDo.task = task(program, "C22")?.id
    try program.press("<Enter>")
    #expect(program.state.status.text.contains("No voicemail"))
    try program.press("n")
    #expect(program.state.status.text.contains("called: no answer"))
    guard case .outreach(let step) = task(program, "C22")?.kind else {
      Issue.record("nothing is due any more")
      return
    }
    #expect(step.kind == .attempt(2))
    try program.press("u")
    guard case .outreach(let back) = task(program, "C22")?.kind else {
      Issue.record("nothing came back")
      return
    }
    #expect(back.kind == .attempt(1))
  }

  @Test func `takes words and another time by the form`() throws {
    var program = try TestProgram.demo()
    try program.press("g c * / <Type:C06> <Enter> o = <Down> <Down> <Type:sister says later>")
    try program.press("<Down> <Type:fri> <Down> <Type:9> <C-s>")
    #expect(program.form == nil, "\(program.form?.problem ?? "")")
    guard case .outreach(let step) = task(program, "C06")?.kind else {
      Issue.record("nothing is due any more")
      return
    }
    #expect(step.isSetByHand)
    #expect(ChangeWords.moment(step.dueAt, in: program.state) == "Fri 13 Mar 09:00")
    #expect(step.attempts.last?.words == "sister says later")
  }

  @Test func `is about nobody in the list of groups`() throws {
    var program = try TestProgram.demo()
    try #require(program.state.day.focus == .groups)
    try program.press("o")
    #expect(program.state.prompt == nil)
    #expect(
      program.state.status.text == "Tab to a client first; o keeps an attempt to reach them."
    )
    try program.press("<Tab> o")
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("nothing was asked: \(program.state.status.text)")
      return
    }
    let client = try #require(program.state.selectedAppointment?.clientID)
    #expect(menu.title.hasPrefix(program.state.name(of: client)))
  }

  @Test func `is the last thing of the day`() throws {
    var builder = ProgramBuilder()
    var rules = RuleSet.standard
    rules.notesFrom = .on("2026-04-01")
    builder.snapshot.ruleSets = [rules]
    builder.client("C01", admitted: "2026-03-02")
    builder.group("G01", "09:00", "10:30", on: [.tuesday])
    builder.enroll("C01", in: "G01")
    builder.hold("G01", on: "2026-03-10", ["C01": .noShow])
    let now = builder.snapshot.program.zone.instant(.on("2026-03-11"), .at("08:00"))
    var program = TestProgram(builder.snapshot, now: now, counselor: "TB")
    try program.press("<F9>")
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("nothing was asked: \(program.state.status.text)")
      return
    }
    #expect(menu.title.hasSuffix("called, attempt 1 | It is the last; F9 closes."))
    try program.press("r <F9>")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text.hasSuffix("everyone reached."))
  }

  @Test func `is nothing of the day, and what else is due is told`() throws {
    var builder = ProgramBuilder()
    var rules = RuleSet.standard
    rules.notesFrom = .on("2026-04-01")
    builder.snapshot.ruleSets = [rules]
    builder.client("C01", admitted: "2026-02-02")
    builder.snapshot.plans = [
      TreatmentPlan(
        id: .of("P1"),
        clientID: .of("C01"),
        episodeID: .of("C01"),
        effectiveFrom: .on("2026-02-02"),
        nextReviewDue: .on("2026-03-04")
      )
    ]
    let now = builder.snapshot.program.zone.instant(.on("2026-03-11"), .at("08:00"))
    var program = TestProgram(builder.snapshot, now: now, counselor: "TB")
    try program.press("<F9>")
    let count = program.state.dueTasks.count
    try #require(count > 0)
    #expect(
      program.state.status.text
        == "The day is closed: marked, written, signed, reached. \(count) more in To do, some "
        + "OVERDUE."
    )
  }

  @Test func `ends in a letter that is shown, then kept as sent`() throws {
    var program = try TestProgram.demo()
    try program.press("g c * / <Type:C22> <Enter> o l")
    guard case .text(let text) = program.state.prompt else {
      Issue.record("no letter: \(program.state.status.text)")
      return
    }
    #expect(text.lines.contains("Dear Will,"))
    #expect(!text.lines.contains { $0.lowercased().contains("treatment") })
    try program.press("<Esc> s")
    #expect(program.state.status.text.contains("sent a letter"))
  }
}

@Suite struct `The team's sheet` {
  @Test func `says how to see everyone where nobody is one's own`() throws {
    var program = try TestProgram.demo()
    let stranger = Staff(id: ID("st_0000000000zz"), code: "ZZ", name: "Zoe Zander")
    program.state.data.staff[stranger.id] = stranger
    program.state.staffID = stranger.id
    try program.press("g m *")
    #expect(program.state.teamClients.isEmpty)
    #expect(program.state.nobodyInTeam == "None of yours is in care; * shows everyone.")
    try program.press("*")
    #expect(!program.state.teamClients.isEmpty)
  }

  @Test func `has a line a client and keeps a decision with one key`() throws {
    var program = try TestProgram.demo()
    try program.press("g m")
    #expect(program.state.screen == .team)
    #expect(program.state.teamClients.count == 23)
    let first = try #require(program.client("C01"))
    program.state.team.cursor = first
    try program.press("d")
    let made = try #require(program.state.data.followUps(of: first).last)
    #expect(made.decision == .known(.stepDown))
    #expect(made.by == program.state.staffID)
    #expect(program.state.team.cursor == program.client("C02"))
    let row = try #require(program.state.teamRow(of: first, due: []))
    #expect(row.decision == "step down, TB Wed")
    try program.press("u")
    #expect(program.state.data.followUps(of: first).isEmpty)
  }

  @Test func `holds decisions back from who may not read what is aimed at`() throws {
    var program = try TestProgram.demo()
    try program.press("g m")
    var other = program.state
    other.staffID = try #require(program.state.data.staff.values.first { $0.code == "NP" }).id
    let held = program.state.teamClients.filter { !other.mayReadPlan(of: $0) }
    let client = try #require(held.first)
    program.state.team.cursor = client
    try program.press("i")
    #expect(program.state.teamRow(of: client, due: [])?.decisionWords == "decided: step up, TB Wed")
    program.state.staffID = other.staffID
    // The same words where nothing was decided, so that they don't tell whether there was.
    try #require(held.count > 1)
    for id in held {
      let words = program.state.teamRow(of: id, due: [])?.decisionWords
      #expect(words == "what was decided is not yours to read")
    }
  }

  @Test func `shows four weeks of attendance as letters`() throws {
    var program = try TestProgram.demo()
    let client = try #require(program.client("C06"))
    try program.press("g m")
    let row = try #require(program.state.teamRow(of: client, due: []))
    #expect(row.attendance.split(separator: " ").count == 4)
    #expect(row.attendance.hasSuffix("NN.  "))
    // Each week stands below its first day, in every row.
    let head = TeamLetters.head(in: program.state)
    #expect(head == "16Feb 23Feb  2Mar  9Mar")
    for client in program.state.teamClients {
      let row = try #require(program.state.teamRow(of: client, due: []))
      #expect(row.attendance.count == head.count)
    }
  }
}
