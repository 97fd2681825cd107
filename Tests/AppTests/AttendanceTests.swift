import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Marking a running group` {
  @Test func `two keys lead from the start to the mark of the one person left`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> n")
    #expect(program.row("C06")?.status == .noShow)
    let session = try #require(program.state.openSession)
    #expect(program.effects == [.save(.session(session.id))])
    #expect(program.state.status.text.hasPrefix("Saved 10:52:00. Finch I. -> No-show"))
  }

  @Test func `twelve people in eight keys`() throws {
    var program = try TestProgram.demo(at: "2026-03-18T09:05", as: "MQ")
    #expect(program.state.openSession.map(program.state.data.code(of:)) == "G01")
    try program.press("<Enter>")
    try program.press("A 2 t 5 x <Enter> 9 n")
    let statuses = program.statuses
    #expect(statuses.count == 12)
    #expect(statuses.filter { $0 == .present }.count == 9)
    #expect(statuses[1] == .late)
    #expect(statuses[4] == .excused)
    #expect(statuses[8] == .noShow)
    #expect(program.state.openSession?.state.status == .inProgress)
    let start = try #require(program.state.openSession?.state.actualStart)
    #expect(program.state.clock(start) == "09:00")
    #expect(program.row("C02")?.firstIn.map(program.state.clock) == "09:05")
  }

  @Test(arguments: ["A", "p", "t"])
  func `long before its time a mark asks before it begins the group`(key: String) throws {
    var program = try TestProgram.demo(at: "2026-03-18T08:05", as: "MQ")
    try program.press("<Enter> \(key)")
    if key != "t" {
      #expect(program.state.openSession?.state.status == .scheduled)
      guard case .question(let question) = program.state.prompt else {
        Issue.record("nothing is asked: \(program.state.status.text)")
        return
      }
      #expect(question.lines == ["This group is planned for 09:00. Begin it now?"])
      try program.press("b")
    }
    #expect((program.state.openSession?.state.status == .inProgress) == (key != "t"))
    if key == "p" {
      #expect(program.row("C01")?.status == .present)
      #expect(program.state.attendance.cursor == program.client("C02"))
    }
    var later = try TestProgram.demo(at: "2026-03-18T08:40", as: "MQ")
    try later.press("<Enter> \(key)")
    #expect(later.state.prompt == nil)
  }

  @Test func `a first mark moves on and a correction stays`() throws {
    var program = try TestProgram.demo(at: "2026-03-18T09:05", as: "MQ")
    try program.press("<Enter> p")
    #expect(program.state.attendance.cursor == program.client("C02"))
    try program.press("k n")
    #expect(program.state.attendance.cursor == program.client("C01"))
    #expect(program.row("C01")?.status == .noShow)
    try program.press("n")
    #expect(program.row("C02")?.status == .expected)
  }

  @Test func `digits add up to a row number`() throws {
    var program = try TestProgram.demo(at: "2026-03-18T09:05", as: "MQ")
    try program.press("<Enter> 1 2 n")
    #expect(program.row("C12")?.status == .noShow)
    #expect(program.row("C01")?.status == .expected)
  }

  @Test func `marking and undoing everything gives the start, also for the disk`() throws {
    var program = try TestProgram.demo(at: "2026-03-18T09:05", as: "MQ")
    let start = program.state.data.plain
    try program.press("<Enter> A 2 t 3 n 4 x 1 2 5 d i i 7 v 8 - f <Esc>")
    for _ in 0..<40 { try program.press("u") }
    #expect(program.state.data.plain == start)
    #expect(program.state.status.text.contains("left to undo"))
    for _ in 0..<40 { try program.press("U") }
    #expect(program.row("C03")?.status == .noShow)
  }

  @Test func `a full disk is said in words, and leaving asks`() throws {
    var program = try TestProgram.demo()
    program.diskWorks = false
    try program.press("<Enter> n")
    #expect(program.row("C06")?.status == .noShow)
    #expect(program.state.status.text == "NOT SAVED. The disk is full.")
    try program.press("<C-q>")
    guard case .question = program.state.prompt else {
      Issue.record("leaving didn't ask")
      return
    }
    #expect(!program.effects.contains(.quit))
    try program.press("<Enter>")
    program.diskWorks = true
    program.send(.ticked)
    #expect(program.state.unsaved.isEmpty)
    #expect(program.state.status.text == "Saved now. Nothing was lost.")
    try program.press("<C-q>")
    #expect(program.effects.last == .quit)
  }

  @Test func `finishing names who isn't marked and offers the ways on`() throws {
    var program = try TestProgram.demo(at: "2026-03-11T12:09")
    try program.press("<Enter> f")
    guard case .question(let question) = program.state.prompt else {
      Issue.record("finishing didn't ask")
      return
    }
    #expect(question.lines == ["Finch I."])
    #expect(question.answers.map(\.label) == ["Go back", "No-show for these", "One by one"])
    try program.press("n")
    #expect(program.row("C06")?.status == .noShow)
    // Kasimir stepped out and isn't back.
    try program.press("d")
    #expect(program.state.openSession?.state.status == .completed)
  }

  @Test func `a wrong key says what would work`() throws {
    var program = try TestProgram.demo()
    try program.press("n")
    #expect(program.state.status.text.contains("no-show"))
    #expect(program.state.status.text.contains("Tab goes there"))
    #expect(program.row("C06")?.status == .expected)
  }

  @Test func `a walk-in needs a reason that is kept`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> a")
    program.type("tamsin")
    try program.press("<Enter>")
    program.type("make-up for Tuesday")
    try program.press("<Enter>")
    let row = try #require(program.row("C20"))
    #expect(row.isWalkin)
    #expect(row.status == .late, "added at 10:52, begun at 10:40")
    #expect(row.firstIn == program.now)
    #expect(row.overrides.first?.reason == "make-up for Tuesday")
    try program.press("u")
    #expect(program.row("C20") == nil)
  }

  @Test func `a walk-in that isn't added leaves the selection where it was`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> a")
    program.type("tamsin")
    try program.press("<Enter> <Esc> n")
    #expect(program.row("C20") == nil)
    #expect(program.row("C06")?.status == .noShow)
    #expect(program.row("C01")?.status == .present)
  }

  @Test func `a walk-in that is taken back leaves the selection beside it`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> a")
    program.type("tamsin")
    try program.press("<Enter>")
    program.type("make-up for Tuesday")
    try program.press("<Enter>")
    #expect(program.state.selectedRow?.clientID == program.row("C20")?.clientID)
    try program.press("u")
    #expect(program.state.selectedRow?.clientID == program.row("C12")?.clientID)
  }
}
