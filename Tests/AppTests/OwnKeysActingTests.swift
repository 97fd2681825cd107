import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `A key of one's own` {
  private static func program(_ lines: String) throws -> TestProgram {
    var program = try TestProgram.demo()
    program.state.keymap = `Keys of one's own`.own(lines).keymap
    return program
  }

  @Test func `acts where it is bound, and the old one doesn't`() throws {
    var program = try Self.program("attendance no-show: N")
    try program.press("<Enter> n")
    #expect(program.statuses.count { $0 == .noShow } == 0)
    #expect(
      program.state.status.text == "n is \"no-show\" in Individual; Tab goes there."
    )
    try program.press("N")
    #expect(program.statuses.count { $0 == .noShow } == 1)
  }

  @Test func `is told by hints, help, palette and sentences`() throws {
    var program = try Self.program(
      "attendance no-show: N\nlist undo: Z\nattendance video: \nlist palette: F2\nlist help: F1"
    )
    try program.press("<Enter> N")
    #expect(program.state.status.text.contains("(Z undo)"))
    let hints = HintList.flowing(of: program.state)
    #expect(hints.contains(HintList.Hint("N", "no-show")))
    #expect(hints.contains(HintList.Hint("Z", "undo")))
    #expect(!hints.contains { $0.words == "video" })
    let help = HelpList.lines(of: program.state, query: "no-show")
    #expect(help.first { $0.command == .noShow }?.keys == "N")
    #expect(!HelpList.lines(of: program.state, query: "").contains { $0.command == .video })
    let palette = PaletteList.lines(of: program.state, query: "")
    #expect(palette.first { $0.command == .noShow }?.key == "N")
    #expect(palette.contains { $0.command == .video && $0.key == nil })
    try program.press("<F11>")
    #expect(program.state.status.text == "F11 does nothing here. F1 shows the keys.")
    try program.press("Z")
    #expect(program.statuses.count { $0 == .noShow } == 0)
  }

  @Test func `of the palette opens and closes it, also over a question`() throws {
    var program = try Self.program("everywhere palette: F11\nlist palette: F11")
    try program.press("g <F11>")
    guard case .palette = program.state.prompt else {
      Issue.record("\(String(describing: program.state.prompt))")
      return
    }
    try program.press("<F11>")
    guard case .menu = program.state.prompt else {
      Issue.record("\(String(describing: program.state.prompt))")
      return
    }
    try program.press("<F2>")
    #expect(program.state.status.text.hasPrefix("Choose one of "))
  }

  @Test func `of closing the day goes on with it`() throws {
    var program = try Self.program("everywhere close-day: F11")
    try program.press("<F11>")
    #expect(program.state.closing != nil)
    let first = program.state.status.text
    #expect(first.hasPrefix("Close the day: "))
    try program.press("<F9>")
    #expect(program.state.status.text.hasPrefix("F9 does nothing "))
  }

  @Test func `in a note leaves what is typed alone`() throws {
    var program = try Self.program("note sign: F11\nnote older-versions: Ctrl-G")
    try program.press("<Enter> 1 E <Type:calm> <F4>")
    #expect(program.state.status.text == "F4 does nothing in a text. F1 tells all keys.")
    try program.press("<C-g>")
    #expect(program.state.note?.fields.values.contains { $0.text == "calm" } == true)
    #expect(program.state.note != nil)
    #expect(HintList.flowing(of: program.state).contains(HintList.Hint("F11", "sign")))
  }

  @Test func `that isn't used is told on the status line, and why among the messages`() throws {
    var program = try TestProgram.demo()
    let own = `Keys of one's own`.own("attendance late: n\nattendance no-show: Esc")
    program.state.take(own.keymap, problems: own.problems, of: "keys.plist")
    #expect(
      program.state.status.text
        == "keys.plist: 2 lines aren't used (caseload keys --check)."
    )
    #expect(program.state.status.tone == .warning)
    #expect(
      program.state.messages.suffix(3).map(\.text).first
        == "keys.plist line 1: n already means no-show in Attendance; late keeps t."
    )
  }

  @Test(arguments: [
    (
      KeyFileProblem(line: 4, sentence: "x."),
      "keys.plist: a line isn't used (caseload keys --check)."
    ),
    (
      KeyFileProblem(line: 12, sentence: "x.", isOfAll: true),
      "keys.plist isn't used, see its line 12 (caseload keys --check)."
    ),
  ])
  func `that isn't used is told apart from a file that isn't`(
    problem: KeyFileProblem,
    words: String
  ) {
    #expect(KeyFileProblem.notice(of: [problem], file: "keys.plist") == words)
  }

  @Test func `is said after the log-in where the program is sealed, and stays after it`() throws {
    var program = try TestProgram.demo()
    let data = program.state.data
    program.state.isSealed = true
    program.state.lock = .logIn(code: "TB")
    let own = `Keys of one's own`.own("attendance late: n\nattendance no-show: N")
    let problem = KeyFileProblem(line: 0, sentence: "isn't used: it is a pipe.", isOfAll: true)
    program.state.take(own.keymap, problems: [problem], of: "keys.plist")
    #expect(program.state.status.text == "")
    program.send(.opened(data, data.staff.values.first { $0.code == "TB" }?.id))
    #expect(program.state.status.text == "keys.plist isn't used (caseload keys --check).")
    program.state.forget(data)
    #expect(program.state.keymap == own.keymap)
  }
}
