@testable import App
import Support
import TerminalCore
import Testing

@testable import UI

@Suite struct `Prompts on the screen` {
  @Test(arguments: PromptCase.opened, PromptStates.sizes)
  func `are drawn as expected when keys open them`(prompt: PromptCase, size: Size) throws {
    let state = try prompt.state(size)
    #expect(state.prompt != nil)
    let cursor = Position(row: 5, column: 4)
    try expectScreen(
      PromptStates.frame(state, cursor: cursor),
      "prompt-\(prompt.name)-\(size.columns)x\(size.rows)"
    )
  }

  @Test(arguments: PromptStates.made.indices, PromptStates.sizes)
  func `hold their longest wording`(place: Int, size: Size) throws {
    let (name, prompt) = PromptStates.made[place]
    let state = PromptStates.state(prompt, size)
    try expectScreen(
      PromptStates.frame(state),
      "prompt-\(name)-\(size.columns)x\(size.rows)"
    )
  }

  @Test(arguments: 1...12)
  func `about a word never cover it, and always offer to ignore it`(row: Int) throws {
    let state = try #require(PromptStates.made.first { $0.name == "spelling" })
    let small = PromptStates.state(state.prompt, Size(columns: 60, rows: 16))
    let frame = PromptStates.frame(small, cursor: Position(row: Row(row), column: 9))
    #expect(frame.buffer.text(ofRow: Row(row)).allSatisfy { $0 == " " })
    let rows = (0..<16).map { frame.buffer.text(ofRow: Row($0)) }
    #expect(rows.contains { $0.contains("0 ignore here") })
    #expect(rows.contains { $0.contains(">1 psychoeducational") })
  }

  @Test(arguments: ["palette", "help"])
  func `keep their size on a large screen`(name: String) throws {
    let size = Size(columns: 160, rows: 50)
    for prompt in PromptCase.opened where prompt.name == name {
      let state = try prompt.state(size)
      try expectScreen(PromptStates.frame(state), "prompt-\(name)-160x50")
    }
  }

  @Test(arguments: PromptStates.sizes)
  func `show themes with what is wrong with them`(size: Size) throws {
    for (name, cursor) in [("themes", 0), ("themes-broken", 3)] {
      var state = PromptStates.state(.theme(ThemePrompt(cursor: cursor, before: "Night")), size)
      state.themes = Self.themes
      try expectScreen(PromptStates.frame(state), "prompt-\(name)-\(size.columns)x\(size.rows)")
    }
  }

  private static let themes = [
    ThemeChoice(name: "Night", theme: .plain, problems: []),
    ThemeChoice(name: "Day", theme: .plain, problems: []),
    ThemeChoice(
      name: "My own theme of last summer",
      theme: .plain,
      problems: ["dim on text has a contrast of 3.1; 4.5 is the least that reads well."],
      path: "/home/someone/.config/caseload/themes/mine.plist"
    ),
    ThemeChoice(
      name: "Broken",
      theme: nil,
      problems: [
        "Line 14: the role mark.late has no such colour as \"gren\".",
        "The role question looks the same as text, so that a question couldn't be seen.",
      ],
      path: "/home/someone/.config/caseload/themes/broken.plist"
    ),
  ]
}
