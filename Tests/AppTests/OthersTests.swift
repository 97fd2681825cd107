import App
import Domain
import Support
import Testing

/// Another person at another window, whose changes arrive.
extension TestProgram {
  /// What somebody else does to the open group's row.
  fileprivate mutating func others(
    _ request: (ClientID) -> SessionRequest,
    _ mrn: String,
    as code: String = "MQ"
  ) throws {
    let found = client(mrn)
    let client = try #require(found)
    let session = try #require(state.openSession?.id)
    var data = state.data
    let staff = try #require(data.staff.values.first { $0.code == code })
    let stamp = Stamp(staff: staff.id, now: now, changeID: ChangeID("ch_other\(data.nextOrder)"))
    try data.apply(data.change(request(client), in: session, stamp: stamp))
    send(.loaded(data))
  }
}

@Suite struct `What others do meanwhile` {
  @Test func `shows, and the cursor and a half-typed line stay`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> 3 ,")
    program.type("slept")
    try program.others({ .mark([$0], Mark(.noShow)) }, "C06")
    #expect(program.row("C06")?.status == .noShow)
    guard case .line(let line) = program.state.prompt else {
      Issue.record("the line is gone")
      return
    }
    #expect(line.line.text.hasSuffix("slept"))
    #expect(line.problem == nil)
    try program.press("<Enter>")
    #expect(program.row("C03")?.quickLine?.hasSuffix("slept") == true)
    #expect(program.row("C06")?.status == .noShow)
  }

  @Test func `is said where an open question is about the same person`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> 6 ,")
    program.type("slept")
    try program.others({ .mark([$0], Mark(.noShow)) }, "C06")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("the line is gone")
      return
    }
    #expect(line.line.text == "slept")
    #expect(line.problem == "MQ: Finch I. -> No-show. Look again before you answer.")
  }

  @Test func `can't be taken back, and own changes below it can`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> 5 n 6 n")
    try program.others({ .mark([$0], Mark(.excused)) }, "C06")
    try program.press("u")
    #expect(
      program.state.status.text
        == "Not undone, MQ changed it since: Finch I. -> Excused. u takes back the one before."
    )
    #expect(program.row("C06")?.status == .excused)
    try program.press("u")
    #expect(program.row("C05")?.status == .late)
    #expect(program.row("C06")?.status == .excused)
  }

  @Test func `stands in the messages with who did it`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter>")
    try program.others({ .mark([$0], Mark(.noShow)) }, "C06")
    #expect(program.state.messages.last?.text == "MQ: Finch I. -> No-show")
  }
}

@Suite struct `Two marks of one person` {
  /// MQ's mark stands, TB's differs.
  private func differing() throws -> TestProgram {
    var program = try TestProgram.demo()
    try program.press("<Enter>")
    let before = program.state.data
    try program.press("6 n")
    let session = try #require(program.state.openSession)
    let client = try #require(program.client("C06"))
    let staff = try #require(before.staff.values.first { $0.code == "MQ" })
    var data = before
    let stamp = Stamp(staff: staff.id, now: program.now, changeID: ChangeID("ch_other000001"))
    try data.apply(data.change(.mark([client], Mark(.excused)), in: session.id, stamp: stamp))
    #expect(data.reapply(session).differing.count == 1)
    program.send(.merged(.session(session.id), data, why: "Saved together."))
    return program
  }

  @Test func `are said in words, and a key of the row's menu decides`() throws {
    var program = try differing()
    #expect(
      program.state.status.text
        == "Finch I. marked twice: Excused stands, No-show by TB differs; . decides."
    )
    try program.press("6 . o")
    #expect(program.row("C06")?.status == .noShow)
    #expect(program.state.openSession?.differences(of: program.client("C06") ?? ClientID("")) == [])
    try program.press("u")
    #expect(program.row("C06")?.status == .excused)
    let open = program.state.openSession?.differences(of: program.client("C06") ?? ClientID(""))
    #expect(open?.count == 1)
  }

  @Test func `are decided about by keeping the one that stands`() throws {
    var program = try differing()
    try program.press("6 . k")
    #expect(program.row("C06")?.status == .excused)
    #expect(program.state.status.text.contains("kept Excused"))
    #expect(program.state.openSession?.differences(of: program.client("C06") ?? ClientID("")) == [])
  }

  @Test func `leave nothing to take back of the one that was never applied`() throws {
    var program = try differing()
    let depth = program.state.undo.undoable.count
    try program.press("6 . o")
    #expect(program.state.undo.undoable.count == depth + 1)
  }

  @Test func `a folder that can only be read says so once, and opens no form`() throws {
    var program = try TestProgram.demo()
    let why = "This folder can only be read."
    program.send(.folderFound(notice: why, onlyRead: why))
    #expect(program.state.status.text == why)
    program.send(.auditUnwritten(why: "It can only be read."))
    #expect(program.state.status.text == why)
    try program.press("g c")
    program.send(.folderFound(notice: why, onlyRead: why))
    try program.press("+")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text == why)
    program.send(.folderFound(notice: "It can be written to again.", onlyRead: nil))
    try program.press("+")
    #expect(program.state.prompt != nil)
  }
}
