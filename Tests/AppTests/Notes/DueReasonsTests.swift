import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Why something is due` {
  /// What `!` says of the selected one.
  private func text(_ program: inout TestProgram) throws -> [String] {
    try program.press("!")
    guard case .text(let text) = program.state.prompt else {
      Issue.record("nothing is said: \(program.state.status.text)")
      return []
    }
    try program.press("<Esc>")
    return [text.title] + text.lines.filter { !$0.isEmpty }
  }

  private func select(_ word: String, _ mrn: String, _ program: inout TestProgram) throws {
    let client = program.client(mrn)
    let task = program.state.taskRows.first { $0.id.word == word && $0.clientID == client }
    program.state.toDo.task = try #require(task).id
  }

  @Test func `is of an attempt the missed day, its end and the rule's time`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g q <Tab>")
    try select("outreach", "C22", &program)
    let name = program.state.name(of: try #require(program.client("C22")))
    #expect(
      try text(&program) == [
        "Why: \(name), outreach", "Missed Tue 10 Mar: Continuing Care (Aftercare).",
        "Counted from Tue 10 Mar 17:00.", "Due Tue 10 Mar 18:00 (OVERDUE).",
        "The first attempt: 60 minutes after the end of what was missed. (BR-21)",
      ]
    )
  }

  @Test func `is of an attempt at another time who set it, and no other rule`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g q <Tab>")
    try select("outreach", "C06", &program)
    let lines = try text(&program)
    #expect(lines.last == "Its time was set by hand at the attempt before, and stands. (BR-21)")
    #expect(lines.contains("Due Wed 11 Mar 12:30."))
    #expect(!lines.contains { $0.contains("72 hours") || $0.hasPrefix("Counted from") })
  }

  @Test func `is of a team review each missed day and what the rule asks for`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g q <Tab>")
    try select("review", "C06", &program)
    let lines = try text(&program)
    #expect(lines.count { $0.hasPrefix("Missed ") } >= 3, "\(lines)")
    #expect(lines.last?.hasSuffix("(BR-21)") == true)
    #expect(lines.last?.contains("missed 3 days in a row") == true)
  }

  @Test func `is of regular care from when it counts, and what is booked`() throws {
    var builder = ProgramBuilder()
    builder.rules { ($0.asamReassessDays, $0.familyContactEveryDays) = (5, 5) }
    builder.client("C01", admitted: "2026-03-09")
    builder.book("C01", on: "2026-03-10", (start: "09:00", end: "09:50"), .kept) {
      $0.kind = .known(.familyWithClient)
    }
    builder.book("C01", on: "2026-03-12", (start: "15:00", end: "15:50"))
    let now = builder.snapshot.program.zone.instant(.on("2026-03-12"), .at("08:00"))
    var program = TestProgram(builder.snapshot, now: now, counselor: "TB")
    try program.press("g q")
    program.state.toDo.focus = .tasks
    try select("family", "C01", &program)
    let name = program.state.name(of: .of("C01"))
    #expect(
      try text(&program) == [
        "Why: \(name), family session", "Counted from Tue 10 Mar, the last that was kept.",
        "Booked: individual, Thu 12 Mar 15:00.", "Due Sun 15 Mar.",
        "A family session every 5 days. (BR-20)",
      ]
    )
    try select("reassessment", "C01", &program)
    let lines = try text(&program)
    #expect(lines.contains("None is known."))
    #expect(lines.contains("Counted from Mon 9 Mar, the admission."))
    #expect(lines.last == "An ASAM reassessment every 5 days. (BR-43)")
  }

  @Test func `is of a note the end of the service and the rule's hours`() throws {
    var program = try TestProgram.withNotes(as: "NP")
    try program.press("g q")
    let lines = try text(&program)
    #expect(lines.contains("Service: Individual, Mon 9 Mar, ended Mon 9 Mar 15:50."), "\(lines)")
    #expect(lines.contains("Due Tue 10 Mar 15:50 (OVERDUE)."))
    #expect(
      lines.last
        == "A note is due 24 hours after the end of the service, a late entry after 72. (BR-31)"
    )
  }

  @Test func `is of a co-signature who signed, and the days`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    try program.press("g q <End>")
    let lines = try text(&program)
    #expect(lines.last == "A co-signature is due 7 days after the service. (BR-35)")
    #expect(lines.contains { $0.hasPrefix("Signed by ") })
  }

  @Test func `is said of each thing, in a sentence`() throws {
    for code in ["TB", "MQ", "NP"] {
      var program = try TestProgram.withNotes(as: code)
      try program.press("g q")
      for task in program.state.dueTasks {
        let why = program.state.reasons(for: task)
        #expect(!why.rule.isEmpty && !why.due.isEmpty)
        #expect(why.lines.allSatisfy { $0.hasSuffix(".") || $0.hasSuffix(")") }, "\(why.lines)")
      }
    }
  }

  @Test func `tells nothing of a plan that isn't theirs to read`() throws {
    var program = try TestProgram.withNotes(as: "MQ")
    try program.press("g q")
    let due = try #require(program.state.taskRows.first { $0.id.word == "plan" })
    #expect(!program.state.reasons(for: due).records.isEmpty)
    program.state.staffID = program.state.data.staff.values.first { $0.code == "NP" }?.id
    try #require(!program.state.mayReadPlan(of: due.clientID))
    #expect(program.state.reasons(for: due).records.isEmpty)
  }

  @Test func `of hours stays with the other lists`() throws {
    var program = try TestProgram.withNotes()
    try program.press("g w !")
    guard case .text(let text) = program.state.prompt else {
      Issue.record("nothing is said")
      return
    }
    #expect(text.title.hasPrefix("Hours of "))
  }
}
