import App
import Support
import TerminalCore
import Testing
import UI

@Suite struct `The day at every size` {
  static let keys = [
    "", "<Tab>", "<Tab> <Tab> b", "<Enter>", "<Tab> z", "z", "<Tab> <Tab> <Down> z",
  ]

  @Test(arguments: keys)
  func `keeps its edges and its cursor with awkward names`(keys: String) throws {
    var state = CrowdedState.roster(25, names: CrowdedState.awkwardNames, size: (80, 24))
    try state.press(keys)
    // A long message stands over the edge below; `StatusLineTests` has those.
    state.say("")
    for rows in [16, 17, 20, 23, 24, 25, 31, 45, 60] {
      for columns in stride(from: 60, through: 200, by: 9) {
        state.size = Size(columns: columns, rows: rows)
        check(state, "\(columns)x\(rows) after \(keys)")
      }
    }
  }

  @Test func `shows the whole demo with full names everywhere`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("<F8> * <Tab> <Tab> <End>")
    for rows in [16, 24, 50] {
      for columns in stride(from: 60, through: 170, by: 2) {
        state.size = Size(columns: columns, rows: rows)
        check(state, "\(columns)x\(rows)")
      }
    }
  }

  private func check(_ state: AppState, _ place: String) {
    let frame = render(state, borders: .ascii)
    let buffer = frame.buffer
    #expect(buffer.size == state.size, "\(place)")
    #expect(buffer.size.rect.contains(frame.cursor), "\(place): the cursor is off the screen")
    let cell = buffer[frame.cursor.row, frame.cursor.column]
    let isOnRow = cell.role == .selected || buffer.text(ofRow: frame.cursor.row).contains("No ")
    #expect(isOnRow, "\(place): the cursor isn't on the selected row")
    for row in 1..<(state.size.rows - 2) {
      let edge = [buffer[Row(row), 0], buffer[Row(row), Column(state.size.columns - 1)]]
      #expect(
        edge.allSatisfy { $0.scalar == "|" || $0.scalar == "+" },
        "\(place): row \(row) is shifted: \(buffer.text(ofRow: Row(row)))"
      )
    }
    for row in 0..<state.size.rows {
      let width = CellWidth.of(buffer.text(ofRow: Row(row)))
      #expect(width == state.size.columns, "\(place): row \(row) has \(width) cells")
    }
  }
}
