import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `A mark that can't be stamped now` {
  private func line(_ program: TestProgram) throws -> LinePrompt {
    guard case .line(let line)? = program.state.prompt else {
      throw Missing(status: program.state.status.text)
    }
    return line
  }

  private struct Missing: Error { let status: String }

  /// Goes to the first appointment of a day that is still booked.
  private func appointment(at time: String, on date: String) throws -> TestProgram {
    var program = try TestProgram.demo(at: time)
    try program.press("g . <Type:\(date)> <Enter>")
    let meeting = program.state.data.appointments(on: program.state.day.date).first {
      $0.state.status == .booked
    }
    program.state.day.focus = .individual
    program.state.day.appointment = try #require(meeting?.id)
    return program
  }

  @Test(arguments: [
    ("2026-03-12T09:00", "an earlier day"), ("2026-03-11T19:30", "it was planned until "),
  ])
  func `asks who came late to an appointment when that was`(now: String, why: String) throws {
    var program = try appointment(at: now, on: "3/11")
    let meeting = try #require(program.state.selectedAppointment)
    let (_, start) = program.state.data.program.zone.local(meeting.state.scheduledStart)
    try program.press("t")
    #expect(try line(program).title.hasPrefix("Late: \(why)"))
    #expect(try line(program).line.text.isEmpty)
    try program.press("<Type:x> <Enter>")
    #expect(try line(program).problem == TypedTime.help)
    try program.press("<C-u> <Type:\(start)> <Enter>")
    #expect(
      try line(program).problem == "That time doesn't fit. Arriving by the planned start is p."
    )
    let late = try #require(TimeOfDay(minutes: start.minutes + 9))
    try program.press("<C-u> <Type:\(late)> <Enter>")
    #expect(program.state.prompt == nil)
    let state = try #require(program.state.selectedAppointment?.state)
    #expect(state.status == .arrived)
    #expect(state.actualStart == meeting.state.scheduledStart.adding(minutes: 9))
    #expect(program.effects == [.save(.appointment(meeting.id))])
  }

  @Test(arguments: [
    ("2026-03-12T09:00", "an earlier day"), ("2026-03-11T19:30", "the group ended "),
  ])
  func `asks who came late to a group when that was`(now: String, why: String) throws {
    var program = try TestProgram.demo(at: now)
    try program.press("g . <Type:3/11> <Enter>")
    let session = try #require(
      program.state.data.sessions(on: program.state.day.date).first {
        program.state.data.code(of: $0) == "G03"
      }
    )
    program.state.day.session = session.id
    program.state.day.focus = .attendance
    program.state.attendance.cursor = program.client("C06")
    try program.press("t")
    #expect(try line(program).title.hasPrefix("Late: \(why)"))
    try program.press("<Type:10:49> <Enter>")
    #expect(program.row("C06")?.status == .late)
    #expect(program.row("C06")?.firstIn.map(program.state.clock) == "10:49")
  }

  @Test func `keeps the reason that was given for it`() throws {
    var program = try TestProgram.demo(at: "2026-03-12T09:00")
    try program.press("g . <Type:3/11> <Enter>")
    let session = try #require(
      program.state.data.sessions(on: program.state.day.date).first {
        program.state.data.code(of: $0) == "G03"
      }
    )
    program.state.day.session = session.id
    program.state.day.focus = .attendance
    program.state.attendance.cursor = program.client("C06")
    try program.press("x 4 1")
    #expect(try line(program).title == "Removed: an earlier day")
    try program.press("<Type:11:20> <Enter>")
    #expect(program.state.prompt == nil)
    #expect(program.row("C06")?.status == .removed)
  }
}
