import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `A repeated appointment` {
  @Test func `is booked, taken back and done again as one`() throws {
    var program = try TestProgram.demo()
    let id = try #require(program.client("C06"))
    _ = program.state.openCard(id)
    try program.press("b <C-u> <Type:fri> <Tab> <Type:0800> <Tab> <Tab> <Tab> <Tab> <Tab> e <Tab>")
    try program.press("<Type:+4w> <C-s>")
    #expect(program.form == nil, "\(program.form?.fields.compactMap(\.problem) ?? [])")
    #expect(program.state.status.text.contains("times booked"), "\(program.state.status.text)")
    let booked = { (program: TestProgram) -> Int in
      program.state.data.appointments.values.count {
        $0.clientID == id && $0.state.status == .booked && !$0.state.isWithdrawn
          && $0.serviceDate >= .on("2026-03-13")
      }
    }
    let count = booked(program)
    #expect(count == 4)
    try program.press("u")
    #expect(booked(program) == 0)
    try program.press("U")
    #expect(booked(program) == count)
  }

  @Test func `asks before it leaves out what is taken`() throws {
    var program = try TestProgram.demo()
    let id = try #require(program.client("C06"))
    let other = try #require(program.client("C07"))
    _ = program.state.openCard(other)
    try program.press("b <C-u> <Type:20 Mar> <Tab> <Type:0800> <C-s>")
    _ = program.state.openCard(id)
    try program.press("b <C-u> <Type:fri> <Tab> <Type:0800> <Tab> <Tab> <Tab> <Tab> <Tab> e <Tab>")
    try program.press("<Type:+3w> <C-s>")
    guard case .question(let question) = program.state.prompt else {
      Issue.record("not asked: \(program.form?.fields.compactMap(\.problem) ?? [])")
      return
    }
    #expect(question.title == "1 of 3 can't be booked")
    #expect(question.lines.contains { $0.contains("20 Mar") && $0.contains("counselor") })
    try program.press("g")
    #expect(program.form != nil)
    try program.press("<C-s> b")
    #expect(program.form == nil)
    #expect(program.state.status.text.contains("2 times booked"), "\(program.state.status.text)")
  }
}
