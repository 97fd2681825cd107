import Domain
import Support
import TerminalCore
import Testing

@testable import App

/// From an empty program to a marked group by the keyboard alone, and back by undo.
@Suite struct `An empty program` {
  /// Wednesday, 11 March 2026, 08:55.
  static func empty() -> TestProgram {
    let builder = ProgramBuilder()
    let now = builder.snapshot.program.zone.instant(.on("2026-03-11"), .at("08:55"))
    return TestProgram(builder.snapshot, now: now, counselor: "TB")
  }

  static func withGroup() throws -> TestProgram {
    var program = empty()
    try program.press("g r <Tab> <Tab> a <Type:Cedar> <C-s>")
    try program.press("<Tab> <Tab> a <Type:Process> <Enter> <Enter> <Type:mwf> <Enter>")
    try program.press("<Type:9> <Enter> <Type:1030> <Enter> C <Enter> <C-s>")
    return program
  }

  @Test func `says on each screen what to do`() throws {
    var program = Self.empty()
    try program.press("g c")
    #expect(program.state.screen == .clients)
    #expect(program.state.clientRows.isEmpty)
    try program.press("<Enter>")
    #expect(program.state.status.text.contains("a adds one"))
    try program.press("<Esc>")
    #expect(program.state.screen == .day)
  }

  @Test func `is filled, and its first group marked`() throws {
    var program = try Self.withGroup()
    let group = try #require(program.state.data.groups.values.first)
    #expect(group.code == "G01")
    #expect(group.weekdays == [.monday, .wednesday, .friday])
    #expect(group.end == .at("10:30"))
    #expect(program.state.data.rooms[try #require(group.roomID)]?.name == "Cedar")
    try program.press("g c a <Type:Ann> <Enter> <Type:Bee> <Enter>")
    try program.press("<Type:3/14/1988> <C-s>")
    #expect(program.state.clientRows.map(\.code) == ["C01"])
    try program.press("+ G <Enter> <C-s>")
    #expect(program.state.status.text.contains("Ann B. -> in G01"))
    try program.press("g d <Enter> <Space>")
    #expect(program.statuses == [.present])
  }

  @Test func `loses its group again though it was marked, where the mark was taken back`() throws {
    var program = try Self.withGroup()
    try program.press("g c a <Type:Ann> <Enter> <Type:Bee> <Enter>")
    try program.press("<Type:3/14/1988> <C-s> + G <Enter> <C-s> g d <Enter> <Space>")
    let group = try #require(program.state.data.groups.keys.first)
    let id = SessionID.occurrence(of: group, on: .on("2026-03-11"))
    let count = program.state.undo.undoable.count
    for _ in 0..<count { try program.press("u") }
    #expect(program.state.data.groups.isEmpty, "\(program.state.status.text)")
    #expect(program.state.data.sessions(on: .on("2026-03-11")).isEmpty)
    // What its file remembers isn't forgotten: the group can come back, and the mark with it.
    #expect(program.state.data.sessions[id]?.history.isEmpty == false)
    for _ in 0..<count { try program.press("U") }
    #expect(program.statuses == [.present])
  }

  @Test func `is empty again when everything is undone, and full when done again`() throws {
    var program = try Self.withGroup()
    try program.press("g c a <Type:Ann> <Enter> <Type:Bee> <Enter>")
    try program.press("<Type:3/14/1988> <C-s> + G <Enter> <C-s>")
    let count = program.state.undo.undoable.count
    #expect(count == 4)
    for _ in 0..<count { try program.press("u") }
    let data = program.state.data
    #expect(data.clients.isEmpty && data.groups.isEmpty && data.rooms.isEmpty)
    #expect(data.episodes.isEmpty && data.sessions.isEmpty)
    for _ in 0..<count { try program.press("U") }
    #expect(program.state.data.groups.values.first?.enrollments.count == 1)
  }
}

@Suite struct `A new client` {
  /// Two groups, and Ann in both.
  private func program() throws -> TestProgram {
    var program = `An empty program`.empty()
    try program.press("g r . d a <Type:Ann> <Enter> <Type:Bee> <Enter> <Type:3/14/1988>")
    try program.press("<PgDn> <Space> <Enter> <Space> <Enter> <C-s>")
    return program
  }

  @Test func `has places from the admission on, and one undo takes all of it back`() throws {
    var program = try program()
    #expect(program.form == nil, "\(program.form?.fields.compactMap(\.problem) ?? [])")
    let groups = program.state.data.groups.values
    #expect(groups.map(\.enrollments.count) == [1, 1])
    #expect(groups.allSatisfy { $0.enrollments[0].from == .on("2026-03-11") })
    try program.press("u")
    #expect(program.state.data.clients.isEmpty)
    #expect(program.state.data.groups.values.allSatisfy { $0.enrollments.isEmpty })
  }

  @Test func `begins like the one before`() throws {
    var program = try program()
    try program.press("a <Type:Cy> <Enter> <Type:Dee> <Enter> <Type:3/14/1989> <C-s>")
    #expect(program.state.data.groups.values.map(\.enrollments.count) == [2, 2])
    try program.press("g d <Enter> <Space>")
    #expect(program.statuses == [.present, .expected])
  }

  @Test func `has no place while nobody has admitted them`() throws {
    var program = try program()
    try program.press("a <Type:Cy> <Enter> <Type:Dee> <Enter> <Type:3/14/1989>")
    try program.press("<Down> <Down> <Down> <Down> <Down> <Down> <C-u> <C-s>")
    let form = try #require(program.form)
    #expect(form.field.id == .groups)
    #expect(form.field.problem?.contains("begins with an admission") == true)
    try program.press("<BS> <BS> <C-s>")
    #expect(program.form == nil)
    #expect(program.state.data.clients.count == 2)
    #expect(program.state.data.episodes.count == 1)
  }
}

@Suite struct `Forms of records` {
  @Test func `show beside the field what the domain refuses, and keep the rest`() throws {
    var program = try TestProgram.demo()
    try program.press("g c a <Up> <C-u> <Type:C06> <Down> <Type:Ann> <Enter> <Type:Bee>")
    try program.press("<Enter> <Type:1988-03-14> <C-s>")
    let form = try #require(program.form)
    #expect(form.field.id == .code)
    #expect(form.field.problem == "Another client has the code C06.")
    #expect(form.fields[1].line.text == "Ann")
    try program.press("<C-u> <Type:C99> <C-s>")
    #expect(program.form == nil)
    #expect(program.client("C99") != nil)
  }

  @Test func `keep what was typed when they are left, and bring it back`() throws {
    var program = try TestProgram.demo()
    try program.press("g c a <Type:Ann> <Esc>")
    #expect(program.form == nil)
    #expect(program.state.status.text.contains("is kept"))
    try program.press("a")
    #expect(program.form?.fields[1].line.text == "Ann")
    try program.press("<C-n>")
    #expect(program.form?.fields[1].line.text == "")
    #expect(program.form?.isDraft == false)
  }

  @Test func `ask for a reason where a rule may be set aside`() throws {
    var program = try `An empty program`.withGroup()
    try program.press("g r a <Type:Skills> <Enter> <Enter> <Type:wed> <Enter> <Type:10> <Enter>")
    try program.press("<Type:11> <C-s>")
    let form = try #require(program.form)
    #expect(form.field.id == .reason)
    #expect(form.field.problem?.contains("leads G01") == true)
    try program.press("<Type:an intern covers> <C-s>")
    #expect(program.form == nil)
    #expect(program.state.data.groups.count == 2)
    let change = try #require(program.state.undo.undoable.last)
    #expect(change.reason == "an intern covers")
  }

  @Test func `change another level from a day on and keep the earlier one`() throws {
    var program = try TestProgram.demo()
    try program.press("g c")
    let id = try #require(program.client("C06"))
    program.state.clients.showsAll = true
    program.state.clients.cursor = id
    try program.press("=")
    #expect(program.form?.purpose == .client(id))
    try program.press("<PgDn> <Up> <Up> <Up> <Right> <C-s>")
    let stay = try #require(program.state.openStay(of: id))
    #expect(stay.levels.count == 2)
    #expect(stay.levels[0].to == .on("2026-03-10"))
    #expect(stay.levels[1].from == .on("2026-03-11"))
    try program.press("u")
    #expect(program.state.openStay(of: id)?.levels.count == 1)
  }

  @Test func `book the next free time in one key`() throws {
    var program = try TestProgram.demo()
    let id = try #require(program.client("C06"))
    try program.press("g c")
    program.state.clients.showsAll = true
    program.state.clients.cursor = id
    try program.press("b <C-f>")
    let form = try #require(program.form)
    let start = try #require(form.fields.first { $0.id == .start })
    #expect(!start.line.text.isEmpty)
    let before = program.state.data.appointments.count
    try program.press("<C-s>")
    #expect(program.form == nil, "\(program.form?.fields.compactMap(\.problem) ?? [])")
    #expect(program.state.data.appointments.count == before + 1)
    try program.press("u")
    #expect(program.state.data.appointments.values.count { $0.state.isWithdrawn } == 1)
  }
}

@Suite struct `One meeting of a group` {
  @Test func `is moved to another day from its menu, and taken back`() throws {
    var program = try TestProgram.demo()
    try program.press("j . v <C-u> <Type:thu> <C-s>")
    let form = try #require(program.form)
    #expect(form.field.id == .reason, "G05 and G11 are on that day: \(form.field.id)")
    try program.press("<Type:the hall is painted> <C-s>")
    #expect(program.form == nil)
    #expect(program.state.status.text.contains("moved to Thu 12 Mar 17:30"))
    let thursday = program.state.data.sessions(on: .on("2026-03-12"))
    #expect(thursday.contains { $0.state.movedFrom != nil })
    #expect(program.state.data.sessions(on: .on("2026-03-11")).count == 2)
    try program.press("u")
    #expect(program.state.data.sessions(on: .on("2026-03-11")).count == 3)
    #expect(program.state.status.text.contains("Undone"))
  }

  @Test func `takes its end along with its beginning, unless the end is typed`() throws {
    var program = try TestProgram.demo()
    try program.press("j . v <Tab> <C-u> <Type:18:00> <Tab>")
    let end = { (program: TestProgram) in
      program.form?.fields.first { $0.id == .end }?.line.text
    }
    #expect(end(program) == "19:30")
    try program.press("<S-Tab> <C-u> <Type:18:15> <Tab>")
    #expect(end(program) == "19:45")
    var typed = program
    try typed.press("<C-u> <Type:19:00> <S-Tab> <C-u> <Type:17:45> <Tab>")
    #expect(end(typed) == "19:00")
    try program.press("<S-Tab> <C-u> <Type:17:00> <C-s>")
    let session = try #require(program.state.openSession)
    let zone = program.state.data.program.zone
    #expect(zone.local(session.state.scheduledEnd).time == .at("18:30"))
  }

  @Test func `says in its own list that it was moved, and that it wasn't`() throws {
    var program = try TestProgram.demo()
    try program.press("j")
    let id = try #require(program.state.day.session)
    try program.press(". v <C-u> <Type:thu> <C-s> <Type:painted> <C-s> u")
    let session = try #require(program.state.data.sessions[id])
    #expect(session.history.count >= 2)
    for entry in session.history {
      let change = Change(
        id: entry.change,
        order: entry.order,
        at: entry.at,
        by: entry.by,
        kind: entry.kind,
        reason: entry.reason,
        edits: [.session(id, entry.edit)]
      )
      let words = ChangeWords.words(of: change, in: program.state)
      #expect(words.hasSuffix("moved to Thu 12 Mar 17:30"), "\(words)")
    }
  }

  @Test func `isn't put away while the meeting on its new day can't be written`() throws {
    var program = try TestProgram.demo()
    program.diskWorks = false
    try program.press("j")
    let old = try #require(program.state.day.session)
    try program.press(". v <C-u> <Type:thu> <C-s> <Type:painted> <C-s>")
    let new = try #require(program.state.data.sessions[old]?.state.movedTo)
    program.diskWorks = true
    program.unwritable = [.session(new)]
    try program.press("<F5>")
    #expect(Set(program.state.unsaved.keys) == [.session(old), .session(new)])
    program.unwritable = []
    try program.press("<F5>")
    #expect(program.state.unsaved.isEmpty)
  }

  @Test func `is added from the list of groups`() throws {
    var program = try TestProgram.demo()
    try program.press("g r j j . x <Type:fri> <Down> <C-u> <Type:7:00> <Down> <C-u> <Type:8:00>")
    try program.press("<C-s>")
    #expect(program.form == nil, "\(program.form?.fields.compactMap(\.problem) ?? [])")
    #expect(program.state.data.sessions(on: .on("2026-03-13")).count == 3)
  }
}

@Suite struct `The clients` {
  @Test func `are found, sorted and opened`() throws {
    var program = try TestProgram.demo()
    try program.press("g c")
    let mine = program.state.clientRows.count
    try program.press("*")
    #expect(program.state.clientRows.count == 24)
    #expect(mine < 24 && mine > 0)
    try program.press("<gt>")
    let codes = program.state.clientRows.map(\.code)
    #expect(codes == codes.sorted())
    try program.press("/ <Type:c06> <Enter>")
    #expect(program.state.clientRows.map(\.code) == ["C06"])
    try program.press("<Enter>")
    #expect(program.state.screen == .card)
    #expect(program.state.card.client == program.client("C06"))
    try program.press("<Tab> <Down> <Esc> <Esc>")
    #expect(program.state.screen == .clients)
    try program.press("<Esc> <Esc>")
    #expect(program.state.screen == .day)
  }

  @Test func `say how many of all match where none of one's own does`() throws {
    var program = try TestProgram.demo()
    try program.press("g c")
    let others = program.state.data.clients.values.filter { client in
      !program.state.clientRows.contains { $0.id == client.id }
    }
    let code = try #require(others.map(\.mrn).min())
    try program.press("/ <Type:\(code)> <Enter>")
    #expect(program.state.clientRows.isEmpty)
    #expect(program.state.matchingClients == 1)
    try program.press("*")
    #expect(program.state.clientRows.map(\.code) == [code])
  }

  @Test func `history leads to the day and the meeting, and Esc comes back to the same line`()
    throws
  {
    var program = try TestProgram.demo()
    let id = try #require(program.client("C13"))
    _ = program.state.openCard(id)
    let history = try #require(ClientCard(program.state)).history
    let place = try #require(history.firstIndex { $0.kind == "Indiv." })
    try program.press("<Tab>")
    program.state.card.entry = place
    try program.press("<Enter>")
    #expect(program.state.screen == .day)
    #expect(program.state.day.date == history[place].date)
    #expect(program.state.day.focus == .individual)
    let meeting = try #require(program.state.day.appointment)
    #expect(program.state.data.appointments[meeting]?.clientID == id)
    try program.press("<Esc>")
    #expect(program.state.screen == .card)
    #expect(program.state.card.client == id)
    #expect(program.state.card.entry == place)
    let group = try #require(history.firstIndex { $0.kind == "Group" })
    program.state.card.entry = group
    try program.press("<Enter>")
    #expect(program.state.day.focus == .attendance)
    #expect(program.state.attendance.cursor == id)
    try program.press("g d <Esc>")
    #expect(program.state.screen == .day, "another way was gone since")
  }

  @Test func `card tells groups, and a place is changed from there`() throws {
    var program = try TestProgram.demo()
    let id = try #require(program.client("C06"))
    _ = program.state.openCard(id)
    let card = try #require(ClientCard(program.state))
    let place = try #require(
      card.lines.firstIndex { line in
        if case .enrollment = line.target { return true }
        return false
      }
    )
    #expect(!card.history.isEmpty)
    program.state.card.fact = place
    try program.press("<Enter> <Type:fri> <C-s>")
    guard case .enrollment(let group, let enrollment) = card.lines[place].target else { return }
    let found = program.state.data.groups[group]?.enrollments.first { $0.id == enrollment }
    #expect(found?.to == .on("2026-03-13"))
  }

  @Test func `lead back from everywhere by Esc`() throws {
    for keys in [
      "g c", "g c <Enter>", "g c a", "g r", "g r <Tab> a", "g r .", "g c + G", "c", "c <Tab> b",
    ] {
      var program = try TestProgram.demo()
      try program.press(keys)
      for _ in 0..<6 { try program.press("<Esc>") }
      #expect(program.state.screen == .day, "\(keys)")
      #expect(program.state.prompt == nil, "\(keys)")
    }
  }
}
