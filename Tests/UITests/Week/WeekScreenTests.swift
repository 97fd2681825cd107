@testable import App
import Domain
import Support
import TerminalCore
import Testing
import UI

@Suite struct `The Week screen` {
  static let sizes = [
    Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 140, rows: 40), Size(columns: 160, rows: 50),
  ]

  @Test(arguments: sizes)
  func `shows the demo's week at a usual size`(size: Size) throws {
    var state = DemoState.day(columns: size.columns, rows: size.rows)
    try state.press("g w j j")
    try expectScreen(render(state, borders: .line), "week-\(size.columns)x\(size.rows)")
  }

  @Test func `shows nothing of one client beside it in room mode`() throws {
    var state = DemoState.day(columns: 160, rows: 50)
    try state.press("g w")
    #expect(render(state, borders: .line).buffer.text.contains("individual"))
    try state.press("<C-r>")
    let text = render(state, borders: .line).buffer.text
    #expect(state.screen == .week && text.contains("Room mode: nothing about one client"))
    #expect(!text.contains("individual"))
  }

  @Test func `marks the sorted column and puts the short ones first`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("g w <lt> <Home>")
    #expect(state.week.sort == .state)
    try expectScreen(render(state, borders: .ascii), "week-by-state-80x24")
  }

  @Test func `says how many are hidden below and above`() throws {
    var state = DemoState.day(columns: 60, rows: 16)
    try state.press("g w <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down>")
    try expectScreen(render(state, borders: .line), "week-long-60x16")
  }

  @Test func `shows only the names that are searched for`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("g w / <Type:an> <Enter>")
    try expectScreen(render(state, borders: .line), "week-found-80x24")
  }

  @Test func `says so when nobody is found`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("g w / <Type:zzz> <Enter>")
    let text = render(state, borders: .line).buffer.text
    #expect(text.contains("Nobody has these letters in the name. Esc shows all."))
  }

  @Test func `says so while a week is read`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("g w [ [ [ [ [ [ [ [ [ [ [ [")
    #expect(render(state, borders: .line).buffer.text.contains("This week is being read."))
  }

  @Test(arguments: sizes)
  func `shows full names without shifting a column`(size: Size) throws {
    var state = DemoState.day(columns: size.columns, rows: size.rows)
    try state.press("g w <F8>")
    let frame = render(state, borders: .line)
    let lines = frame.buffer.text.split(separator: "\n", omittingEmptySubsequences: false)
    let header = try #require(lines.first { $0.contains("Client") })
    let word = try #require(header.firstRange(of: "State"))
    let column = header.distance(from: header.startIndex, to: word.lowerBound)
    let words = ["on track", "tight", "SHORT", "transition", "exempt", "no minimum"]
    let row = frame.cursor.row.rawValue
    let rest = lines[row].dropFirst(column)
    #expect(words.contains { rest.hasPrefix($0) }, "\(lines[row])")
  }
  @Test func `says of a week that is over whether it was met, not that it is tight`() throws {
    var state = DemoState.day(columns: 100, rows: 30)
    try state.press("g w [")
    let rows = render(state, borders: .line).buffer.text
    #expect(rows.contains(" met "))
    #expect(!rows.contains("tight") && !rows.contains("on track"))
  }
}
