import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `A client's contacts and times` {
  private func program(_ code: String, _ keys: String = ". f") throws -> TestProgram {
    var program = try TestProgram.demo()
    try program.press("g c * / <Type:\(code)> <Enter> \(keys)")
    return program
  }

  private func client(_ program: TestProgram, _ code: String) throws -> Client {
    try #require(program.state.data.clients.values.first { $0.mrn == code })
  }

  /// Goes to a field from the first one.
  private func go(to id: FieldID, _ program: inout TestProgram) throws {
    try program.press("<PgUp>")
    while program.form?.field.id != id {
      let before = program.form?.cursor
      try program.press("<Tab>")
      if program.form?.cursor == before { Issue.record("no field \(id)"); return }
    }
  }

  @Test func `are entered line by line and taken back by one key`() throws {
    var program = try program("C06")
    #expect(program.form?.title.hasSuffix(": contacts and times") == true)
    try program.press("<Type:tue thu 9-11 w> <Enter> <Type:fri 13:30-15 court>")
    try program.press("<Tab> <Type:Sadie Sample, sister>")
    try go(to: .phones, &program)
    try program.press(
      "<C-End> <Enter> <Type:555-0199 work, no calls, voicemail first name, 9-17>"
    )
    try go(to: .language, &program)
    try program.press("<Type:Spanish>")
    try go(to: .interpreter, &program)
    try program.press("y")
    try go(to: .address, &program)
    try program.press("<Type:1 Sample Street> <Enter> <Type:Pretend>")
    try go(to: .email, &program)
    try program.press("<Type:sadie@example.com>")
    try go(to: .noticeGiven, &program)
    try program.press("<Type:-2d> <C-s>")
    #expect(program.form == nil, "\(program.form?.field.problem ?? program.form?.problem ?? "")")
    let client = try client(program, "C06")
    #expect(
      TypedConstraints.lines(client.constraints)
        == ["Tue Thu 09:00-11:00 work", "Fri 13:30-15:00 court"]
    )
    #expect(client.supports == [SupportPerson(name: "Sadie Sample", relation: "sister")])
    #expect(client.phones.count == 2)
    #expect(client.phones.last?.voicemailScript == .known(.firstNameOnly))
    #expect(client.language == "es")
    #expect(client.interpreterNeeded)
    #expect(client.address == "1 Sample Street\nPretend")
    #expect(client.email == "sadie@example.com")
    let notice = try #require(client.part2NoticeGivenAt)
    #expect(program.state.data.program.zone.date(of: notice) == Demo.date.adding(days: -2))
    try program.press("u")
    let back = try self.client(program, "C06")
    #expect(back.constraints.isEmpty)
    #expect(back.supports.isEmpty)
    #expect(back.language == "en")
  }

  @Test func `say nothing new where nothing was changed`() throws {
    for code in ["C04", "C05", "C13", "C15", "C17"] {
      var program = try program(code)
      let before = try client(program, code)
      try program.press("<C-s>")
      #expect(program.state.status.text == "That is so already.", "\(code)")
      #expect(try client(program, code) == before)
    }
  }

  @Test func `are asked again beside the field that isn't understood`() throws {
    var program = try program("C06", ". f <Type:tue 9-11> <C-s>")
    #expect(program.form?.field.id == .cantCome)
    #expect(program.form?.field.problem?.contains("why? One of work") == true)
    try program.press("<Type: work>")
    try go(to: .email, &program)
    try program.press("<Type:nowhere> <C-s>")
    #expect(program.form?.field.id == .email)
    #expect(program.form?.field.problem?.contains("no e-mail address") == true)
  }

  @Test func `keep two apart in both records, and let them together again`() throws {
    var program = try program("C06")
    try go(to: .notTogether, &program)
    try program.press("<Space> <Type:C09> <Enter> <C-s>")
    #expect(program.form == nil, "\(program.form?.field.problem ?? "")")
    let (one, other) = (try client(program, "C06"), try client(program, "C09"))
    #expect(one.notToPairWith == [other.id])
    #expect(other.notToPairWith == [one.id])
    #expect(program.state.status.text.contains("Both are in G01, G02, G03, G04."))
    try program.press("u")
    #expect(try client(program, "C06").notToPairWith.isEmpty)
    #expect(try client(program, "C09").notToPairWith.isEmpty)
    try program.press("U <Esc> / <C-u> <Type:C09> <Enter> . f")
    try go(to: .notTogether, &program)
    try program.press("<BS> <C-s>")
    #expect(try client(program, "C06").notToPairWith.isEmpty)
    #expect(try client(program, "C09").notToPairWith.isEmpty)
  }

  @Test func `are not kept apart from themselves`() throws {
    var program = try program("C06")
    try go(to: .notTogether, &program)
    try program.press("<Space> <Type:C06> <Enter> <C-s>")
    #expect(program.form?.field.problem?.contains("That is the client") == true)
  }

  @Test func `are changed from their lines on the card`() throws {
    var program = try program("C04", "<Enter>")
    let expected: [(String, FieldID)] = [
      ("Can't come", .cantCome), ("Voicemail", .phones),
    ]
    for (label, field) in expected {
      let lines = try #require(ClientCard(program.state)).lines
      program.state.card.fact = try #require(lines.firstIndex { $0.label == label })
      try program.press("<Enter>")
      #expect(program.form?.purpose == .clientFacts(try client(program, "C04").id), "\(label)")
      #expect(program.form?.field.id == field)
      try program.press("<Esc>")
    }
  }

  @Test func `of newer words stay as they are`() throws {
    var program = try program("C06", "")
    let id = try client(program, "C06").id
    let odd = ClientAlert(kind: .unknown("moon"), note: "full")
    program.state.data.clients[id]?.alerts.append(odd)
    program.state.data.clients[id]?.phones[0].kind = .unknown("pager")
    program.state.data.clients[id]?.genderIdentity = .unknown("two_spirit")
    program.state.data.clients[id]?.phones[0].safeHours = "not, at night"
    let before = try client(program, "C06")
    try program.press(". f <Type:fri 9-10 work> <C-s>")
    #expect(program.form == nil, "\(program.form?.field.problem ?? "")")
    let after = try client(program, "C06")
    #expect(after.constraints.count == 1)
    #expect(after.alerts == before.alerts)
    #expect(after.phones == before.phones)
    #expect(after.genderIdentity == before.genderIdentity)
  }

  @Test func `warn of names alike as soon as somebody is admitted`() throws {
    var program = try program("C06", "")
    let id = try client(program, "C06").id
    func isWarned() -> Bool {
      program.state.alerts(of: id, in: nil).contains { $0.kind == .known(.nameAlert) }
    }
    #expect(!isWarned())
    let last = try client(program, "C06").legalLast
    try program.press("<Esc> a <Type:Zed> <Tab> <Type:\(last)> <Tab> <Type:3/14/1988> <C-s>")
    #expect(program.form == nil, "\(program.form?.field.problem ?? "")")
    #expect(isWarned())
    try program.press("u")
    #expect(!isWarned())
  }
}
