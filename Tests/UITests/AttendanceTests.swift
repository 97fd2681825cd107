import App
import Domain
import Support
import TerminalCore
import Testing
import UI

@Suite struct `The roster's screen` {
  @Test(arguments: `The day's screen`.sizes)
  func `fills the screen when the group is opened`(size: Size) throws {
    var state = DemoState.day(columns: size.columns, rows: size.rows)
    try state.press("<Enter>")
    try expectScreen(render(state, borders: .line), "attendance-\(size.columns)x\(size.rows)")
  }

  @Test func `forty people scroll and say how many are out of sight`() throws {
    var state = CrowdedState.roster(40, size: (80, 24))
    try state.press("<Tab> <Tab> b 2 0")
    try expectScreen(render(state, borders: .line), "attendance-forty-80x24")
  }

  @Test func `an empty roster says what to do`() throws {
    var state = CrowdedState.roster(0, size: (80, 24))
    try state.press("<Enter>")
    try expectScreen(render(state, borders: .line), "attendance-nobody-80x24")
  }

  @Test func `awkward names are cut by cells and told apart`() throws {
    var state = CrowdedState.roster(12, names: CrowdedState.awkwardNames, size: (100, 30))
    try state.press("<Tab> <Tab> b")
    try expectScreen(render(state, borders: .line), "attendance-names-100x30")
  }

  @Test func `what the disk refused is said in words`() throws {
    var state = DemoState.day(columns: 100, rows: 30)
    try state.press("<Tab> <Tab> t")
    let session = try #require(state.openSession)
    _ = reduce(&state, .saveFailed(.session(session.id), why: "The disk is full."), at: state.now)
    try expectScreen(render(state, borders: .line), "attendance-not-saved-100x30")
  }

  @Test func `a filter, chosen rows and a quick line are seen`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("<Tab> <Tab> 2 m m , 4 <Space> 6 <Space> t i r e d <Enter> / e <Enter>")
    try expectScreen(render(state, borders: .line), "attendance-filtered-80x24")
  }

  @Test(arguments: [(80, 24), (100, 30), (160, 50)])
  func `what the counselor typed stands first in the remarks`(columns: Int, rows: Int) throws {
    var state = DemoState.day(columns: columns, rows: rows)
    try state.press("<Enter> 1 , 4 <Space> 6 <Space> 2 <Space> t i r e d <Enter>")
    let buffer = render(state, borders: .line).buffer
    let lines = (0..<rows).map { buffer.text(ofRow: Row($0)) }
    let head = lines.first { $0.contains("Remarks") } ?? ""
    let row = lines.first { $0.contains("Aster F.") } ?? ""
    let column = head.distance(
      from: head.startIndex,
      to: head.firstRange(of: "Remarks")?.lowerBound ?? head.startIndex
    )
    #expect(column > 0)
    #expect(row.dropFirst(column).hasPrefix("tired"), "\(row)")
  }

  @Test func `the time beside who went is when they went`() throws {
    for (key, word) in [("d", "Left early 10:52"), ("i", "stepped out 10:52")] {
      var state = DemoState.day(columns: 80, rows: 24)
      try state.press("<Tab> <Tab> 1 \(key)")
      let buffer = render(state, borders: .line).buffer
      let rows = (0..<24).map { buffer.text(ofRow: Row($0)) }
      let row = rows.first { $0.contains("Aster F.") } ?? ""
      let words = row.split(separator: " ").joined(separator: " ")
      #expect(words.contains(word), "\(row)")
    }
  }

  @Test(arguments: [Theme.Borders.ascii, .none])
  func `other borders keep every cell in place`(borders: Theme.Borders) throws {
    let state = DemoState.day(columns: 80, rows: 24)
    try expectScreen(render(state, borders: borders), "day-80x24-\(borders.rawValue)")
  }
}
