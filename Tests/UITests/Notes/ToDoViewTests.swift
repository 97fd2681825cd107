import Domain
import Support
import TerminalCore
import Testing

@testable import App
@testable import UI

@Suite struct `The lists of what is due` {
  private static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 160, rows: 50),
    Size(columns: 200, rows: 60),
  ]

  private func program(_ size: Size, _ keys: String, as code: String = "TB") throws -> TestProgram {
    var program = try TestProgram.withNotes(as: code)
    program.state.size = size
    try program.press(keys)
    return program
  }

  private func lines(_ program: TestProgram) -> [String] { lines(program.state) }

  private func lines(_ state: AppState) -> [String] {
    let buffer = render(state, borders: .line).buffer
    return (0..<state.size.rows).map { buffer.text(ofRow: Row($0)) }
  }

  private func layout(_ program: TestProgram) -> ToDoLayout {
    let size = program.state.size
    let body = Rect(row: 1, column: 0, columns: size.columns, rows: size.rows - 3)
    return ToDoLayout(program.state, program.state.toDoRows, in: body)
  }

  /// Where a line first has a text, in cells.
  private func column(of text: String, in line: String) -> Int? {
    line.firstRange(of: text).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
  }

  @Test(arguments: sizes)
  func `say what it is whole, and when it is due beside`(size: Size) throws {
    var state = DemoState.day(columns: size.columns, rows: size.rows)
    try state.press("g q <Tab>")
    let shown = lines(state)
    let family = try #require(
      shown.first { $0.contains("Family session") && $0.contains("none for too long") }
    )
    let end = try #require(column(of: "none for too long", in: family)) + 17
    let due = try #require(column(of: "OVERDUE", in: family))
    #expect(due - end <= 16, "\(family)")
    #expect(shown.allSatisfy { !$0.contains("Family sess…") })
  }

  @Test(arguments: sizes, ["MQ", "NP", "TB"])
  func `keep their columns for each kind of line`(size: Size, code: String) throws {
    let program = try program(size, "g q", as: code)
    let shown = lines(program)
    let dues = shown.dropFirst(2).prefix { !$0.hasPrefix("└") }.compactMap { line in
      ["due ", "soon: ", "OVERDUE "].compactMap { column(of: $0, in: line) }.first
    }
    #expect(dues.count == program.state.toDoRows.count)
    #expect(Set(dues).count == 1, "\(shown)")
  }

  @Test(arguments: sizes, ["g q", "g q <Tab>"])
  func `share the rows: none stays empty above while some are missing below`(
    size: Size,
    keys: String
  ) throws {
    for code in ["TB", "MQ", "NP"] {
      let program = try program(size, keys, as: code)
      let shown = lines(program)
      let layout = layout(program)
      let notes = try #require(layout.notes)
      let box = shown[(notes.row.rawValue + 1)..<notes.lastRow.rawValue]
      let blank = box.count { $0.allSatisfy { $0 == "│" || $0 == " " } }
      // One stands between the list and what is said below it; the rest is for longer words there.
      #expect(blank <= 1 + ToDoLayout.mostDetail - 2, "\(code) \(size)")
      let isCut = shown.contains { $0.contains("more below") }
      #expect(!isCut || blank <= 2, "\(code) \(size) \(keys)")
    }
  }

  @Test func `give the one with the keys the most where both need more`() throws {
    var program = try program(Size(columns: 80, rows: 24), "g q", as: "MQ")
    let note = try #require(program.state.dueNotes.first { $0.kind == .noShow })
    let task = try #require(program.state.dueTasks.first)
    program.state.dueNotes = (0..<30).map { number in
      var copy = note
      copy.id = NoteID("\(number)")
      return copy
    }
    program.state.dueTasks = Array(repeating: task, count: 30)
    let above = layout(program)
    #expect((above.notes?.rows ?? 0) > (above.tasks?.rows ?? 0))
    program.state.toDo.focus = .tasks
    let below = layout(program)
    #expect((below.notes?.rows ?? 0) < (below.tasks?.rows ?? 0))
    #expect((below.notes?.rows ?? 0) >= 5)
  }

  @Test(arguments: sizes)
  func `stand still while the cursor moves`(size: Size) throws {
    for keys in ["g q", "g q <Tab>"] {
      var program = try program(size, keys)
      let before = layout(program)
      for _ in program.state.taskRows.indices {
        try program.press("j")
        #expect(layout(program).notes == before.notes)
        #expect(layout(program).tasks == before.tasks)
      }
    }
  }

  @Test func `stand beside what there is to know where there is room`() throws {
    for (columns, isWide) in [(139, false), (140, true), (160, true), (200, true)] {
      var program = try program(Size(columns: columns, rows: 40), "g q <Down>", as: "NP")
      let layout = layout(program)
      #expect((layout.preview != nil) == isWide)
      #expect((layout.detail == 0) == isWide)
      #expect((layout.notes?.columns ?? 0) >= 88)
      let shown = lines(program).joined(separator: "\n")
      #expect(shown.contains("It came back: Good data part."))
      #expect(shown.contains("[Assessment]") == isWide)
      try program.press("<Tab>")
      #expect(lines(program).contains { $0.contains("Why it is due") } == isWide)
    }
  }

  @Test func `hint at keys only where they act`() throws {
    let size = Size(columns: 160, rows: 24)
    let notes = try program(size, "g q")
    #expect(HintList.flowing(of: notes.state).contains(HintList.Hint("s", "sign")))
    let tasks = try program(size, "g q <Tab>")
    let hints = HintList.flowing(of: tasks.state).map(\.key)
    #expect(!hints.contains("s"))
    #expect(!hints.contains("m"))
    #expect(hints.contains("o"))
  }
}
