import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `The audit log on the screen` {
  private func program(as code: String) throws -> TestProgram {
    var program = try TestProgram.withNotes(as: code)
    let client = try #require(program.client("C06"))
    program.notes.audit = [
      AuditEvent(
        at: program.now,
        by: program.state.staffID,
        action: .known(.attendanceChanged),
        entity: .client(client),
        clientID: client,
        detail: "expected -> no_show"
      )
    ]
    return program
  }

  @Test func `is for those who may see it`() throws {
    var program = try program(as: "TB")
    try program.press("<F2> <Type:audit log> <Enter>")
    #expect(program.state.prompt == nil)
    #expect(
      program.state.status.text == "The audit log is for supervisors, the director and auditors."
    )
  }

  @Test func `asks for client, colleague and day, and shows codes`() throws {
    var program = try program(as: "MQ")
    try program.press("<F2> <Type:audit log> <Enter> <C-u> <Type:c06 mq today> <Enter>")
    let asked = try #require(program.notes.askedAudit.last)
    #expect(program.code(asked.clientID) == "C06")
    #expect(asked.by == program.state.staffID)
    #expect(asked.day == Demo.date)
    guard case .text(let text) = program.state.prompt else {
      Issue.record("nothing is shown")
      return
    }
    #expect(
      text.lines == ["Wed 11 Mar 10:52  MQ  attendance changed  C06  expected -> no_show"]
    )
  }

  @Test func `tells staff by codes, and whose passphrase or cover it was`() throws {
    let state = try TestProgram.demo().state
    let data = state.data
    let codes = Dictionary(uniqueKeysWithValues: data.staff.values.map { ($0.code, $0.id) })
    let (reader, colleague) = (try #require(codes["MQ"]), try #require(codes["TB"]))
    func words(_ detail: String, _ entity: AuditEntity) -> String {
      var event = AuditEvent(at: state.now, by: nil, action: .known(.configChanged), entity: entity)
      event.detail = detail
      return data.auditDetail(of: event)
    }
    #expect(words("passphrase", .staff(reader)) == "MQ: passphrase")
    #expect(words("cover for \(colleague) until x", .staff(reader)) == "MQ: cover for TB until x")
    #expect(words("reviewed, of \(reader)", .program) == "reviewed, of MQ")
    #expect(words("", .staff(reader)) == "MQ")
    #expect(words("", .program) == "")
  }

  @Test func `says marks and times as the screen does`() throws {
    let state = try TestProgram.demo().state
    func words(_ detail: String, _ entity: AuditEntity, _ action: AuditAction.Known) -> String {
      var event = AuditEvent(at: state.now, by: nil, action: .known(action), entity: entity)
      event.detail = detail
      return state.data.auditDetail(of: event)
    }
    let session = try #require(state.data.sessions.keys.first)
    let meeting = try #require(state.data.appointments.keys.first)
    #expect(
      words("undo, no_show -> present 13:00Z-", .session(session), .attendanceChanged)
        == "undo, No-show -> Present 09:00-"
    )
    #expect(
      words("expected -> late 13:04Z-14:30Z credit 60", .session(session), .attendanceChanged)
        == "not marked -> Late 09:04-10:30 credit 60"
    )
    let missed = words("booked -> no_show", .appointment(meeting), .attendanceChanged)
    #expect(missed == "booked -> No-show")
    #expect(words("late_kept-x", .session(session), .attendanceChanged) == "late_kept-x")
  }

  @Test func `says which word it doesn't know`() throws {
    var program = try program(as: "MQ")
    try program.press("<F2> <Type:audit log> <Enter> <C-u> <Type:c99> <Enter>")
    guard case .line(let line) = program.state.prompt else {
      Issue.record("the line is gone")
      return
    }
    #expect(line.problem == "\"c99\" is no code of a client or a colleague, and no day.")
    #expect(program.notes.askedAudit.isEmpty)
  }

  @Test func `knows whose chart is looked at`() throws {
    var program = try TestProgram.withNotes()
    try program.press("<Enter>")
    #expect(program.state.chartInSight == nil)
    try program.select("C05")
    try program.press("<Tab>")
    try #require(program.state.day.focus == .client)
    #expect(program.code(program.state.chartInSight) == "C05")
    try program.press("<S-Tab> E")
    #expect(program.code(program.state.chartInSight) == "C05")
    #expect(program.state.note?.noteID != nil)
  }
}
