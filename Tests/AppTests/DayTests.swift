import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `The client pane` {
  @Test func `is reached by Tab at every size and shows the row's client`() throws {
    var program = try TestProgram.demo()
    try program.press("<Tab> <Tab> <Tab>")
    #expect(program.state.day.focus == .client)
    #expect(program.state.selectedClient == program.state.selectedRow?.clientID)
    let first = program.state.selectedClient
    try program.press("<Up>")
    #expect(program.state.selectedClient != first)
    #expect(program.state.selectedClient == program.state.selectedRow?.clientID)
    try program.press("<Esc>")
    #expect(program.state.day.focus == .attendance)
    try program.press("<Esc> <S-Tab>")
    #expect(program.state.day.focus == .client)
  }

  @Test func `shows the client of an appointment that is opened`() throws {
    var program = try TestProgram.demo()
    try program.press("<Tab> <Enter>")
    #expect(program.state.day.focus == .client)
    #expect(program.state.selectedClient == program.state.selectedAppointment?.clientID)
    let first = program.state.selectedClient
    try program.press("<Down>")
    #expect(program.state.selectedClient != first)
    try program.press("<Esc>")
    #expect(program.state.day.focus == .individual)
  }
}

@Suite struct `Two clients with one room name` {
  @Test func `are told apart in the status line, in prompts and in menus`() throws {
    var program = try twins()
    let first = try #require(program.client("C01"))
    let other = try #require(program.client("C06"))
    #expect(program.state.name(of: first) != program.state.name(of: other))
    try program.press("<Enter> n")
    #expect(program.state.status.text.contains(program.state.name(of: other)))
    try program.press("x")
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("no menu")
      return
    }
    #expect(menu.title == program.state.selectedRow.map { program.state.name(of: $0.clientID) })
  }

  @Test func `keep their plain names where they don't meet`() throws {
    var program = try twins()
    try program.press("g . <Type:2026-03-10> <Enter>")
    let first = try #require(program.client("C01"))
    #expect(program.state.name(of: first) == program.state.data.clients[first]?.roomName)
  }

  private func twins() throws -> TestProgram {
    var program = try TestProgram.demo()
    let one = try #require(program.client("C01"))
    let other = try #require(program.client("C06"))
    let rival = try #require(program.state.data.clients[one])
    program.state.data.clients[other]?.preferredName = rival.firstName
    program.state.data.clients[other]?.legalLast = rival.legalLast.prefix(1) + "zz"
    program.send(.loaded(program.state.data))
    return program
  }
}

@Suite struct `Choosing a theme` {
  @Test func `tries colours and borders, and Esc puts all back`() throws {
    var program = try opened()
    try program.press("3 b")
    #expect(program.state.colorDepth == .colors8)
    #expect(program.state.shownBorders == .ascii)
    try program.press("4 b b <Down>")
    #expect(program.state.colorDepth == .mono)
    #expect(program.state.shownBorders == .line)
    #expect(program.state.themeName == "Day")
    try program.press("<Esc>")
    #expect(program.state.colorDepth == nil)
    #expect(program.state.borders == nil)
    #expect(program.state.themeName == "Night")
  }

  @Test func `keeps what was tried`() throws {
    var program = try opened()
    try program.press("2 <Down> <Enter>")
    #expect(program.state.colorDepth == .colors16)
    #expect(program.state.themeName == "Day")
    #expect(program.state.prompt == nil)
  }

  @Test func `refuses one that can't be used and says what keys there are`() throws {
    var program = try opened()
    try program.press("<End> <Enter>")
    #expect(program.state.prompt != nil)
    #expect(program.state.themeName == "Night")
    try program.press("x")
    #expect(program.state.status.text.contains("1 to 4"))
  }

  private func opened() throws -> TestProgram {
    var program = try TestProgram.demo()
    program.state.themes = [
      ThemeChoice(name: "Night", theme: .plain, problems: []),
      ThemeChoice(name: "Day", theme: .plain, problems: []),
      ThemeChoice(name: "Broken", theme: nil, problems: ["Line 3 is no property list."]),
    ]
    program.state.themeName = "Night"
    try program.press(": <Type:theme> <Enter>")
    return program
  }
}
