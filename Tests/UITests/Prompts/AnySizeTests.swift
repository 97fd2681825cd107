@testable import App
import Support
import TerminalCore
import Testing

@testable import UI

@Suite struct `Any size of window` {
  @Test func `too small for a screen is drawn with the cursor inside`() {
    var state = DemoState.day(columns: 1, rows: 1)
    for columns in 0...61 {
      for rows in 0...17 where columns < 60 || rows < 16 {
        state.size = Size(columns: columns, rows: rows)
        check(render(state, borders: .line), state.size)
      }
    }
  }

  @Test func `holds the week`() throws {
    var state = DemoState.day(columns: 80, rows: 24)
    try state.press("g w j j j")
    for size in Self.sizes {
      state.size = size
      check(render(state, borders: .line), size)
    }
  }

  @Test(arguments: PromptCase.opened)
  func `holds each prompt`(prompt: PromptCase) throws {
    var state = try prompt.state(Size(columns: 80, rows: 24))
    for size in Self.sizes {
      state.size = size
      check(PromptStates.frame(state), size)
    }
  }

  @Test(arguments: PromptStates.made.indices)
  func `holds each prompt in its longest wording`(place: Int) {
    var state = PromptStates.state(PromptStates.made[place].prompt, Size(columns: 80, rows: 24))
    for size in Self.sizes {
      state.size = size
      check(PromptStates.frame(state, cursor: Position(row: Row(size.rows - 3), column: 1)), size)
    }
  }

  @Test func `too small for anything traps in no view`() throws {
    for prompt in PromptCase.opened {
      var state = try prompt.state(Size(columns: 80, rows: 24))
      for size in Self.tinySizes {
        state.size = size
        _ = PromptStates.frame(state)
      }
    }
    var state = DemoState.day(columns: 80, rows: 24)
    for size in Self.tinySizes {
      state.size = size
      var canvas = Canvas(size: size, borders: .line)
      drawWeek(state, on: &canvas)
      drawFirstRun(state, on: &canvas)
    }
  }

  private static let tinySizes = [1, 2, 3, 4, 5, 8, 21, 59].flatMap { columns in
    [1, 2, 3, 4, 5, 8, 15].map { Size(columns: columns, rows: $0) }
  }

  /// From the smallest that is drawn to beyond the usual.
  private static let sizes = [60, 61, 73, 79, 80, 99, 140, 180, 200].flatMap {
    columns in
    [16, 17, 19, 20, 21, 24, 60].map { Size(columns: columns, rows: $0) }
  }

  private func check(_ frame: Frame, _ size: Size) {
    #expect(frame.buffer.size == size)
    let isInside = size.rect.contains(frame.cursor) || size.rect.isEmpty
    #expect(isInside, "the cursor is outside at \(size.columns)x\(size.rows)")
  }
}
