import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Older texts of a note` {
  /// The first client's part open, with an older text kept.
  private func opened(
    _ older: String,
    risk: String? = nil,
    today: String
  ) throws -> TestProgram {
    var program = try TestProgram.finishedGroup()
    let code = try #require(program.attended.first)
    try program.select(code)
    let document = try program.ownDocument(code)
    try program.press("E")
    var draft = try #require(program.state.note?.current)
    draft.content.setText(older, of: SampleTemplates.response)
    if let risk { draft.content.choices[SampleTemplates.risk] = [risk] }
    program.notes.versions[document] = [
      NoteVersion(number: 1, at: program.now.adding(seconds: -200), draft: draft)
    ]
    program.paste(today)
    program.send(.draftDue)
    return program
  }

  private func shown(_ program: TestProgram) throws -> VersionsPrompt {
    var shown: VersionsPrompt?
    if case .versions(let prompt) = program.state.prompt { shown = prompt }
    return try #require(shown)
  }

  private func showVersions(_ program: inout TestProgram) throws {
    try program.press("<F2> <Type:older versions> <Enter>")
  }

  @Test func `are shown with their difference to today's`() throws {
    var program = try opened("Spoke about sleep.\nNo plan.", today: "Spoke about work.\nNo plan.")
    try showVersions(&program)
    let rows = try shown(program).difference.rows
    #expect(
      rows.contains(
        .change(
          old: [
            DifferencePiece("Spoke about ", isOnlyHere: false),
            DifferencePiece("sleep.", isOnlyHere: true),
          ],
          new: [
            DifferencePiece("Spoke about ", isOnlyHere: false),
            DifferencePiece("work.", isOnlyHere: true),
          ]
        )
      )
    )
    #expect(rows.contains(.same("No plan.")))
    #expect(program.state.title(of: try shown(program)).hasPrefix("Older text 1 of 1, 12:0"))
  }

  @Test func `come back as an edit that Ctrl-Z takes back`() throws {
    var program = try opened("Spoke about sleep.", today: "Nothing.")
    try showVersions(&program)
    try program.press("b")
    #expect(program.state.prompt == nil)
    #expect(program.text(SampleTemplates.response) == "Spoke about sleep.")
    #expect(program.kept(SampleTemplates.response) == "Spoke about sleep.")
    try program.press("<C-z>")
    #expect(program.text(SampleTemplates.response) == "Nothing.")
    program.send(.draftDue)
    #expect(program.kept(SampleTemplates.response) == "Nothing.")
  }

  @Test func `choices come back with the text, and what stood here is kept`() throws {
    let risk = try #require(
      SampleTemplates.all.all.values.flatMap(\.parts).first { $0.key == SampleTemplates.risk }
    )
    guard case .choice(let options, _) = risk.form else { return }
    var program = try opened("Spoke about sleep.", risk: options[0].code, today: "Nothing.")
    let document = try #require(program.state.note?.document)
    try showVersions(&program)
    try program.press("b")
    #expect(program.state.note?.current.content.choices[risk.key] == [options[0].code])
    #expect(program.notes.drafts[document]?.content.choices[risk.key] == [options[0].code])
    let newest = try #require(program.state.note?.versions.last)
    #expect(newest.draft.content.text(SampleTemplates.response) == "Nothing.")
    #expect(newest.draft.content.choices[risk.key] == nil)
  }

  @Test func `Esc changes nothing`() throws {
    var program = try opened("Spoke about sleep.", today: "Spoke about work.")
    try showVersions(&program)
    try program.press("n N j k <Left> <Right> <PageDown> x <Esc>")
    #expect(program.state.prompt == nil)
    #expect(program.text(SampleTemplates.response) == "Spoke about work.")
  }

  @Test func `a text that was changed elsewhere is kept beside the own one`() throws {
    var program = try opened("old", today: "Mine so far.")
    let document = try #require(program.state.note?.document)
    var theirs = try #require(program.state.note?.current)
    theirs.content.setText("Theirs instead.", of: SampleTemplates.response)
    program.notes.differing[document] = theirs
    try program.press("<Type: And more.>")
    program.send(.draftDue)
    #expect(program.text(SampleTemplates.response) == "Theirs instead.")
    let rows = try shown(program).difference.rows
    guard case .change(let old?, let new?) = rows.first(where: \.isChange) else {
      Issue.record("no difference was shown")
      return
    }
    #expect(old.map(\.text).joined() == "Mine so far. And more.")
    #expect(new.map(\.text).joined() == "Theirs instead.")
    #expect(program.state.status.text.contains("Both are kept"))
    try program.press("b")
    #expect(program.kept(SampleTemplates.response) == "Mine so far. And more.")
  }
}

@Suite struct `The difference of two texts` {
  private func rows(_ old: String, _ new: String) -> [DifferenceRow] {
    var difference = TextDifference()
    difference.add(old: old, new: new)
    return difference.rows
  }

  private func only(_ text: String) -> [DifferencePiece] {
    [DifferencePiece(text, isOnlyHere: true)]
  }

  @Test func `is empty for the same text, and for none`() {
    var difference = TextDifference()
    difference.add(old: "a\nb", new: "a\nb")
    #expect(difference.isEmpty)
    #expect(difference.rows == [.same("a"), .same("b")])
    #expect(rows("", "") == [])
  }

  @Test func `shows a paragraph that only one side has`() {
    #expect(rows("a\nb\nc", "a\nc") == [.same("a"), .change(old: only("b"), new: nil), .same("c")])
    #expect(rows("", "a") == [.change(old: nil, new: only("a"))])
  }

  @Test func `gives both texts back whole, whatever they are`() {
    var random = SystemRandomNumberGenerator()
    let words = ["a", "bb", "c c", "\n", " ", "e\u{301}", "👨‍👩‍👧", "ab\n", "\n\n"]
    for _ in 0..<300 {
      let old = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      .joined()
      let new = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      .joined()
      var left: [String] = []
      var right: [String] = []
      for row in rows(old, new) {
        switch row {
        case .title: break
        case .same(let text):
          left.append(text)
          right.append(text)
        case .change(let before, let after):
          if let before { left.append(before.map(\.text).joined()) }
          if let after { right.append(after.map(\.text).joined()) }
        }
      }
      #expect(left.joined(separator: "\n") == old)
      #expect(right.joined(separator: "\n") == new)
    }
  }

  @Test func `of two long texts with nothing in common is found at once`() {
    let old = (0..<3_000).map { "left \($0)" }.joined(separator: "\n")
    let new = (0..<3_000).map { "right \($0)" }.joined(separator: "\n")
    #expect(rows(old, new).count == 3_000)
  }

  @Test(arguments: [40, 76, 120])
  func `is laid out within its columns`(columns: Int) {
    var difference = TextDifference()
    difference.add(title: "Response")
    difference.add(
      old: "Spoke at length about sleep, and about what helps against a long night.\nsame",
      new: "Spoke at length about work, and about what helps against a short day, mostly.\nsame"
    )
    let lines = DifferenceLines(difference, columns: columns)
    #expect(lines.isSideBySide == (columns >= 76))
    for line in lines.lines {
      for side in [line.left, line.right] {
        #expect(CellWidth.of(side.map(\.text).joined()) <= lines.columns + 1)
      }
    }
    #expect(lines.lines.filter(\.beginsChange).count == 1)
  }
}

@Suite struct `A note that is only read` {
  /// The trainee's draft, as the supervisor sees it.
  private func read() throws -> TestProgram {
    var program = try TestProgram.withNotes(as: "NP")
    try program.press("g q <Enter>")
    let opening = try #require(program.state.note?.opening)
    try program.press("<Esc>")
    try program.sitDown("MQ")
    program.send(.noteOpened(try #require(found(opening, in: program))))
    return program
  }

  private func found(_ opening: NoteOpening, in program: TestProgram) -> OpenedNote? {
    var desk = program.notes
    guard case .noteOpened(let opened)? = desk.answer(.openNote(opening), program.state) else {
      return nil
    }
    return opened
  }

  @Test func `takes no letter, neither as text nor as a command`() throws {
    var program = try read()
    let opening = try #require(program.state.followed)
    let drafts = program.notes.drafts
    try program.press("h e l l o a s 5")
    #expect(program.state.note?.opening == opening)
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text == "Somebody else writes it.")
    #expect(program.notes.drafts == drafts)
  }

  @Test func `shows what its author writes, in the place that is looked at`() throws {
    var program = try read()
    let opening = try #require(program.state.followed)
    var opened = try #require(found(opening, in: program))
    opened.draft.content.setText("A new plan.", of: SampleTemplates.plan)
    program.send(.noteFollowed(opened))
    #expect(program.text(SampleTemplates.plan) == "A new plan.")
    #expect(program.state.followed == opening)
  }

  @Test func `is locked once its author has signed it`() throws {
    var program = try read()
    let opening = try #require(program.state.followed)
    var opened = try #require(found(opening, in: program))
    opened.record = program.notes.records.values.first { $0.status == .signed }
    opened.access = .locked
    program.send(.noteFollowed(opened))
    #expect(program.state.note?.access == .locked)
    // What others add to it then is looked for too.
    #expect(program.state.followed == opening)
  }

  @Test func `can be written by Enter where it is free`() throws {
    var program = try read()
    try program.sitDown("NP")
    try program.press("<Enter>")
    #expect(program.state.note?.access == .writing)
  }
}
