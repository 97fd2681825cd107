import Domain
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `The palette` {
  @Test(arguments: [
    "", "<Tab>", "<Enter>", "g w", "g q", "g c", "g c <Enter>", "g r", "g s", "c", "g m",
  ])
  func `says beside a command only the key that does it here`(keys: String) throws {
    var program = try TestProgram.demo()
    try program.press(keys)
    let context = program.state.contextBelowPrompt
    for line in PaletteList.lines(of: program.state, query: "") {
      guard let spoken = line.key else { continue }
      if spoken.hasPrefix("g "), let letter = spoken.unicodeScalars.last {
        #expect(Menu.goTo.items.first { $0.key == letter }?.choice == .command(line.command))
        continue
      }
      let keys = Keymap.standard.bindings.flatMap(\.keys).filter { $0.spoken == spoken }
      let doings = Set(keys.map { Keymap.standard.command(for: $0, in: context) })
      #expect(doings == [line.command], "\(spoken) beside \(line.command) in \(context)")
    }
  }

  @Test(arguments: ["<F2>", "<F1>"])
  func `goes to its last and first line by End and Home`(key: String) throws {
    var program = try TestProgram.demo()
    try program.press("\(key) <End>")
    func cursor() -> Int? {
      switch program.state.prompt {
      case .palette(let picker), .help(let picker): picker.cursor
      default: nil
      }
    }
    let last = try #require(cursor())
    #expect(last > 10)
    try program.press("<Down>")
    #expect(cursor() == last)
    try program.press("<Home>")
    #expect(cursor() == 0)
    // In what is typed they are the text's, and leave the choice where it is.
    try program.press("o <Down> <Home>")
    #expect(cursor() == 1)
  }

  @Test(arguments: ["", "g w", "g c", "c"])
  func `leads to a date from anywhere`(keys: String) throws {
    var program = try TestProgram.demo()
    try program.press("\(keys) : <Type:to a date> <Enter> <Type:3/20> <Enter>")
    let date =
      program.state.screen == .calendar ? program.state.calendar.date : program.state.day.date
    #expect(date == .on("2026-03-20"))
  }

  @Test(arguments: ["g c", "g c <Enter>"])
  func `knows + as a place in a group where the key gives one`(keys: String) throws {
    var program = try TestProgram.demo()
    try program.press(keys)
    let lines = PaletteList.lines(of: program.state, query: "")
    #expect(lines.filter { $0.key == "+" }.map(\.command) == [.enroll])
    #expect(lines.contains { $0.command == .newNote && $0.key == nil })
  }
}
