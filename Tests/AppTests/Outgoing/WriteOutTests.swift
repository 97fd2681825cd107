import App
import Domain
import Reports
import Support
import Testing

@Suite struct `Writing out` {
  private func asked(_ program: TestProgram) -> [WriteOut] {
    program.effects.compactMap { effect in
      guard case .writeOut(let out) = effect else { return nil }
      return out
    }
  }

  @Test func `the day's attendance is asked for, written and told`() throws {
    var program = try TestProgram.demo()
    try program.press("w a")
    let form = try #require(program.form)
    #expect(form.title == "Write out: attendance")
    try program.press("<C-s>")
    let out = try #require(asked(program).first)
    #expect(out.kind == .list(.attendance))
    #expect(out.days == CalendarDate.on("2026-03-09")...CalendarDate.on("2026-03-15"))
    #expect(out.staff == program.state.staffID)
    #expect(out.path == "~/attendance-2026-03-11.csv")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text.hasPrefix("Written to"))
  }

  @Test func `where nothing was written the form stays, with the reason`() throws {
    var program = try TestProgram.demo()
    program.diskWorks = false
    try program.press("g w w h <C-s>")
    #expect(program.form?.fields.last?.problem == "The disk is full.")
  }

  @Test func `of notes that are due everybody's is for supervisors`() throws {
    var program = try TestProgram.demo()
    try program.press("g q w n <C-s>")
    #expect(asked(program).first?.staff == program.state.staffID)
    try program.press("w n <Backspace> <C-s>")
    #expect(asked(program).count == 1)
    let problems = program.form?.fields.compactMap(\.problem) ?? []
    #expect(problems.contains { $0.contains("from them alone") })
  }

  @Test func `the sign-in sheet is the selected group's`() throws {
    var program = try TestProgram.demo()
    let group = try #require(program.state.openSession?.groupID)
    try program.press("w s <C-s>")
    #expect(asked(program).first?.kind == .page(.signIn, group))
    #expect(asked(program).first?.hasNames == false)
  }

  @Test func `the letter to whom nobody reached is written out, and then kept as sent`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter>")
    let client = try #require(program.state.selectedClient)
    try program.press("o l <Esc> w")
    let form = try #require(program.form)
    #expect(form.title == "Write out: letter")
    #expect(form.fields.map(\.id) == [.path])
    #expect(form.field.line.text == "~/letter-2026-03-11.txt")
    #expect(form.field.help.contains("the word printer prints it"))
    try program.press("<C-s>")
    #expect(asked(program).map(\.kind) == [.letter(client)])
    #expect(program.state.letter(to: client).contains { $0.hasPrefix("Dear ") })
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("whether it is sent isn't asked")
      return
    }
    #expect(menu.items.map(\.label) == ["it is sent", "write it out, or print it", "not yet"])
    try program.press("s")
    let sent = program.state.data.followUps.values.filter { $0.clientID == client }
    #expect(sent.contains { $0.channel == .known(.letter) })
  }

  @Test func `nothing is written out while clients see the screen`() throws {
    var program = try TestProgram.demo()
    try program.press("<C-r> w")
    #expect(program.state.prompt == nil)
  }
}

@Suite struct `Importing on the screen` {
  private func importing(_ path: String) throws -> TestProgram {
    var program = try TestProgram.demo(as: "MQ")
    try program.press(":")
    program.type("import staff")
    try program.press("<Enter>")
    program.type(path)
    try program.press("<Enter>")
    return program
  }

  @Test func `shows what would change, and takes it in when asked to`() throws {
    var program = try importing("/tmp/in")
    guard case .question(let question) = program.state.prompt else {
      Issue.record("no question")
      return
    }
    #expect(question.lines.first == "12 new: clients")
    try program.press("i")
    #expect(program.state.status.text == "Imported.")
  }

  @Test func `Enter on the question imports nothing`() throws {
    var program = try importing("/tmp/in")
    try program.press("<Enter>")
    #expect(!program.effects.contains { if case .takeImport = $0 { true } else { false } })
    #expect(program.state.prompt == nil)
  }

  @Test func `is refused a counselor, with whom to ask`() throws {
    var program = try TestProgram.demo()
    try program.press("<F2> <Type:import> <Enter> <Type:/tmp/in> <Enter>")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("nothing is asked any more")
      return
    }
    #expect(line.problem == "A counselor imports nothing. Ask M. Quill.")
  }

  @Test func `names what is wrong`() throws {
    let program = try importing("/tmp/bad")
    guard case .text(let text) = program.state.prompt else {
      Issue.record("no list")
      return
    }
    #expect(text.title == "Nothing was imported: 1 problem")
    #expect(text.lines == ["clients.csv, line 3: a quote"])
  }
}

@Suite struct `Settings` {
  private func changing(_ value: String, from: String?) throws -> TestProgram {
    var program = try TestProgram.demo(as: "MQ")
    try program.press("g s <Enter>")
    #expect(program.form?.title == "Weekly minimum, adults")
    program.type(value)
    if let from {
      try program.press("<Tab>")
      program.type(from)
    }
    try program.press("<C-s>")
    return program
  }

  @Test func `hold from a day on, and old weeks keep the rule of their time`() throws {
    let program = try changing("480", from: "2026-04-01")
    let data = program.state.data
    #expect(data.rules(on: .on("2026-04-01")).minWeeklyMinutesAdult == 480)
    #expect(data.rules(on: .on("2026-03-31")).minWeeklyMinutesAdult == 540)
    #expect(data.rules(on: .on("2020-01-01")).minWeeklyMinutesAdult == 540)
    #expect(
      program.state.status.text
        == "minWeeklyMinutesAdult: 540 -> 480 from 2026-04-01.  (u undo, in this window)"
    )
  }

  @Test func `are refused outside of their range`() throws {
    let program = try changing("9000", from: nil)
    #expect(program.form?.field.problem == "Allowed: 0-1200.")
  }

  @Test func `are never set back in time without a reason`() throws {
    var program = try changing("480", from: "2026-03-02")
    #expect(program.form?.field.id == .reason)
    #expect(program.state.data.rules(on: .on("2026-03-02")).minWeeklyMinutesAdult == 540)
    // Chosen, so that nothing typed comes into the audit log.
    try program.press("l <C-s>")
    guard case .saveRules(let change)? = program.effects.last else {
      Issue.record("kept without a reason: \(program.effects)")
      return
    }
    #expect(change.words.hasSuffix("from 2026-03-02 (licensing body)"))
    #expect(program.state.data.rules(on: .on("2026-03-02")).minWeeklyMinutesAdult == 480)
    #expect(program.state.data.rules(on: .on("2026-03-01")).minWeeklyMinutesAdult == 540)
  }

  @Test func `are for supervisors`() throws {
    var program = try TestProgram.demo(as: "TB")
    try program.press("g s <Enter>")
    program.type("480")
    try program.press("<C-s>")
    #expect(!program.effects.contains { if case .saveRules = $0 { true } else { false } })
    #expect(program.state.data.rules(on: .on("2026-03-11")).minWeeklyMinutesAdult == 540)
  }

  @Test func `all have a default within their range`() {
    for setting in Setting.all { #expect(!setting.standard.isEmpty && !setting.meaning.isEmpty) }
    #expect(Set(Setting.all.map(\.name)).count == Setting.all.count)
  }
}
