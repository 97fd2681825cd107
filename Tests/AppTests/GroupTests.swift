import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `The menu of a group` {
  @Test func `offers in its menu what can be done as things stand`() throws {
    func keys(_ program: TestProgram) -> String {
      guard case .menu(let menu) = program.state.prompt else { return "" }
      return String(menu.items.map { Character($0.key) })
    }
    var program = try TestProgram.demo()
    #expect(program.state.openSession?.state.status == .inProgress)
    try program.press(".")
    #expect(keys(program) == "esto")
    try program.press("<Esc> <Enter> n <Esc> . e <Type:alarm> <Enter> .")
    #expect(program.state.openSession?.state.status == .completed)
    #expect(keys(program) == "rsto")
    try program.press("<Esc> ] .")
    #expect(program.state.openSession?.state.status == .scheduled)
    #expect(keys(program) == "csov")
    try program.press("c <Type:alarm> <Enter> .")
    #expect(keys(program).isEmpty)
    #expect(program.state.status.text.contains("isn't held"))
    // What is over can't be reopened.
    try program.press("g . <Type:2026-03-09> <Enter> .")
    #expect(program.state.openSession?.state.status == .completed)
    #expect(keys(program) == "sto")
  }
}

@Suite struct `The times of a group` {
  @Test func `are changed where the status line promises it`() throws {
    var program = try TestProgram.demo(at: "2026-03-18T09:05", as: "MQ")
    try program.press("<Enter> p")
    // The mark comes first: on a narrow screen the end is cut off.
    let end = "Aster F. -> Present  (u undo)  started 09:00, . t changes it"
    #expect(program.state.status.text.hasSuffix(end))
    try program.press("=")
    #expect(title(program)?.hasPrefix("Start of ") == true)
    program.type("9:03")
    try program.press("<Enter>")
    #expect(program.state.openSession?.state.actualStart.map(program.state.clock) == "09:03")
    #expect(program.row("C01")?.firstIn.map(program.state.clock) == "09:03")
    try program.press("=")
    #expect(title(program)?.hasPrefix("Times of ") == true)
    #expect(title(program)?.contains("C01") == false)
  }

  @Test func `are those of the row once another key was pressed`() throws {
    var program = try TestProgram.demo(at: "2026-03-18T09:05", as: "MQ")
    try program.press("<Enter> p k =")
    let name = try #require(program.client("C01").map(program.state.name))
    #expect(title(program) == "Times of \(name)")
  }

  @Test func `are promised on the status line alone`() throws {
    var program = try TestProgram.demo(at: "2026-03-18T09:05", as: "MQ")
    try program.press("<Enter> p")
    let change = try #require(program.state.undo.undoable.last)
    #expect(!ChangeWords.words(of: change, in: program.state).contains("="))
    try program.press("u")
    #expect(!program.state.status.text.contains("="))
  }

  @Test func `have an end once the group is finished, with a reason`() throws {
    var program = try TestProgram.demo(at: "2026-03-11T12:10")
    try program.press("<Enter> A f d <Esc> =")
    #expect(title(program)?.hasPrefix("Times of ") == true)
    program.type("10:40-12:00")
    try program.press("<Enter>")
    program.type("left for the fire drill")
    try program.press("<Enter>")
    let state = try #require(program.state.openSession?.state)
    #expect(state.actualEnd.map(program.state.clock) == "12:00")
    #expect(state.programReason == "left for the fire drill")
    #expect(program.state.status.text.contains("ended 12:00"))
    try program.press("u")
    #expect(program.state.openSession?.state.actualEnd.map(program.state.clock) == "12:10")
  }

  @Test func `are asked for of whoever stepped out and isn't back`() throws {
    var program = try TestProgram.demo(at: "2026-03-11T12:10")
    try program.press("<Enter> A f")
    guard case .question(let question) = program.state.prompt else {
      Issue.record("nothing was asked")
      return
    }
    #expect(question.title == "Kasimir D. isn't back")
    #expect(question.lines == ["Stepped out: Kasimir D. 10:50."])
    var left = program
    try left.press("d")
    #expect(left.state.openSession?.state.status == .completed)
    #expect(left.row("C11")?.status == .leftEarly)
    #expect(left.state.prompt == nil)
    try program.press("b")
    program.type("10:45")
    try program.press("<Enter>")
    #expect(program.state.openSession?.state.status == .inProgress)
    try program.press("<C-u>")
    program.type("11")
    try program.press("<Enter>")
    #expect(program.state.openSession?.state.status == .completed)
    #expect(program.row("C11")?.status == .present)
    let stays = try #require(program.row("C11")).segments
    #expect(stays.map { program.state.clock($0.start) } == ["10:40", "11:00"])
    try program.press("u u")
    #expect(program.state.openSession?.state.status == .inProgress)
    #expect(program.row("C11")?.segments.count == 1)
  }

  @Test func `and a reason to end early isn't asked for twice`() throws {
    var program = try TestProgram.demo(at: "2026-03-11T11:30")
    try program.press("<Enter> A . e")
    program.type("alarm")
    try program.press("<Enter> d")
    #expect(program.state.openSession?.state.status == .completed)
    #expect(program.state.openSession?.state.programReason == "alarm")
  }

  @Test func `have no typed end while it runs`() throws {
    var program = try TestProgram.demo()
    try program.press("=")
    program.type("10:40-10:50")
    try program.press("<Enter>")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("the line is gone")
      return
    }
    #expect(line.problem?.contains("f finishes it") == true)
    #expect(line.line.text == "10:40-10:50")
  }

  @Test func `are in the menu of the roster too`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> . t")
    #expect(title(program)?.hasPrefix("Start of ") == true)
  }

  private func title(_ program: TestProgram) -> String? {
    guard case .line(let line) = program.state.prompt else { return nil }
    return line.title
  }
}

@Suite struct `Minutes set by hand` {
  @Test func `want a reason, stand in the row's change, and are taken back`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> 1 #")
    program.type("20")
    try program.press("<Enter>")
    guard case .line(let line) = program.state.prompt, case .because = line.purpose else {
      Issue.record("no reason was asked")
      return
    }
    program.type("spent the rest with the nurse")
    try program.press("<Enter>")
    let row = try #require(program.state.selectedRow)
    #expect(row.creditOverride?.minutes == 20)
    #expect(row.creditOverride?.reason == "spent the rest with the nurse")
    #expect(program.state.status.text.contains("20 min, set by hand  (u undo)"))
    try program.press("!")
    guard case .text(let text) = program.state.prompt else {
      Issue.record("nothing was explained")
      return
    }
    #expect(text.lines.contains { $0.contains("set by hand: spent the rest with the nurse") })
    try program.press("<Esc> u")
    #expect(program.state.selectedRow?.creditOverride == nil)
  }

  @Test func `are left to the times again by an empty line`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> 1 . m")
    program.type("20")
    try program.press("<Enter>")
    program.type("so")
    try program.press("<Enter> #  <BS> <Enter>")
    program.type("a slip")
    try program.press("<Enter>")
    #expect(program.state.selectedRow?.creditOverride == nil)
    #expect(program.state.status.text.contains("minutes by the times"))
  }

  @Test(arguments: [("100", "90 minutes"), ("x", "Read as whole minutes"), ("4 5", "Read as")])
  func `are asked again where they can't be`(text: String, words: String) throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> 1 #")
    program.type(text)
    try program.press("<Enter>")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("the line is gone")
      return
    }
    #expect(line.problem?.contains(words) == true, "\(line.problem ?? "")")
    #expect(line.line.text == text)
  }

  @Test func `are for someone who was here`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> #")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text == "Only someone who was here has minutes.")
  }

  @Test func `a group long before its time is begun once it is meant so`() throws {
    var builder = ProgramBuilder()
    builder.client("C01")
    builder.group("G01", "10:40", "12:00", on: [.wednesday])
    builder.enroll("C01", in: "G01")
    let zone = builder.snapshot.program.zone
    func program(at time: String) -> TestProgram {
      TestProgram(
        builder.snapshot,
        now: zone.instant(.on("2026-03-11"), .at(time)),
        counselor: "TB"
      )
    }
    var early = program(at: "08:58")
    try early.press("b")
    guard case .question(let question) = early.state.prompt else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.lines == ["This group is planned for 10:40. Begin it now?"])
    try early.press("<Esc>")
    #expect(early.state.openSession?.state.status == .scheduled)
    try early.press("b b")
    #expect(
      early.state.openSession?.state.actualStart == zone.instant(.on("2026-03-11"), .at("08:58"))
    )
    var soon = program(at: "10:10")
    try soon.press("b")
    #expect(soon.state.prompt == nil)
    #expect(soon.state.openSession?.state.status == .inProgress)
  }
}
