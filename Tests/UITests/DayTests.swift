import App
import Domain
import Support
import TerminalCore
import Testing
import UI

@Suite struct `The day's screen` {
  static let sizes = [
    Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 160, rows: 50),
  ]

  @Test(arguments: sizes)
  func `shows the demo at a usual size`(size: Size) throws {
    let state = DemoState.day(columns: size.columns, rows: size.rows)
    try expectScreen(render(state, borders: .line), "day-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: [Size(columns: 60, rows: 16), Size(columns: 80, rows: 24)])
  func `marks the pane that has the focus`(size: Size) throws {
    var state = DemoState.day(columns: size.columns, rows: size.rows)
    for pane in ["individual", "roster"] {
      try state.press("<Tab>")
      try expectScreen(
        render(state, borders: .line),
        "day-\(pane)-\(size.columns)x\(size.rows)"
      )
    }
  }

  @Test func `shows everyone's day`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("*")
    try expectScreen(render(state, borders: .line), "day-everyone-80x24")
  }

  @Test(arguments: [(RoomMode.names, "names"), (.seats, "seats")])
  func `shows a room what it may see, at every width`(mode: (RoomMode, String)) throws {
    for (columns, rows) in [(80, 24), (160, 50)] {
      var program = try TestProgram.demo()
      program.state.size = Size(columns: columns, rows: rows)
      try program.press("<Enter>")
      program.state.roomMode = mode.0
      program.send(.ticked)
      try expectScreen(
        render(program.state, borders: .line),
        "room-\(mode.1)-\(columns)x\(rows)"
      )
    }
  }

  @Test func `thirty groups scroll`() throws {
    var state = CrowdedState.groups(30, size: (80, 24))
    try state.press("<Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down>")
    try expectScreen(render(state, borders: .line), "day-thirty-80x24")
  }

  @Test func `an empty day says what to do`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("] ] ] ]")
    try expectScreen(render(state, borders: .line), "day-empty-80x24")
  }

  @Test func `a closed day and a broken record are named`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    let date = state.day.date
    state.data.calendar[date] = CalendarEntry(
      date: date,
      kind: .known(.holiday),
      note: "Thanksgiving"
    )
    state.data.problems = [
      RecordProblem(
        record: "attendance/2026/03/gs_abc.plist",
        kind: "damaged",
        what: "It ends too early.",
        doThis: "Take it from the backup.",
        date: date
      )
    ]
    try expectScreen(render(state, borders: .line), "day-closed-80x24")
  }
}
