import App
import Domain
import Support
import TerminalCore
import Testing

@testable import UI

@Suite struct `A text field` {
  private static let note = """
    Client arrived on time, alert and oriented. Reported one urge on Saturday after an argument.

    \tCoping skills: breathing/journaling/calling-somebody-before-anything-else. 王小明 came too.
    Family 👨‍👩‍👧 e\u{301} שלום \u{202E}odd\u{202C} 🇩🇪 done.
    """

  private func field(_ text: String = note, columns: Int = 38, rows: Int = 9) -> TextField {
    TextField(buffer: TextBuffer(text), layout: TextLayout(columns: columns, rows: rows))
  }

  private func press(_ keys: String, in field: inout TextField) throws {
    var clip = ""
    for key in try Key.sequence(keys) {
      let now = Instant(secondsSince1970: 0)
      if field.handle(key, at: now, clip: &clip) == nil { Issue.record("no key of a text: \(key)") }
    }
  }

  /// The field in a screen that is one cell larger on each side.
  private func frame(
    _ field: TextField,
    marks: [TextMark] = [],
    sought: String = "",
    misspelled: Set<String> = [],
    isFocused: Bool = true,
    columns: Int = 38,
    rows: Int = 9
  ) -> Frame {
    var canvas = Canvas(size: Size(columns: columns + 2, rows: rows + 2), borders: .line)
    let rect = canvas.size.rect.inset()
    canvas.text(
      field,
      marks: marks,
      sought: sought,
      misspelled: misspelled,
      isFocused: isFocused,
      in: rect
    )
    return canvas.frame
  }

  @Test func `shows its rows, its cursor and the row it is in`() throws {
    var field = field()
    try press("<C-Home> <Down> <Right> <Right>", in: &field)
    try expectScreen(frame(field), "text-field")
  }

  @Test func `shows what is selected, found and marked`() throws {
    var field = field()
    try press("<C-Home> <S-C-Right> <S-C-Right> <S-Down> <S-Down> <S-Down>", in: &field)
    let marks = [TextMark(TextPlace(2, 1)..<TextPlace(2, 14), .warning)]
    try expectScreen(frame(field, marks: marks, sought: "CÄME"), "text-field-marked")
    try expectScreen(frame(field, isFocused: false), "text-field-left")
  }

  @Test func `shows text to be read`() {
    var field = field()
    field.isReadOnly = true
    let roles = frame(field).buffer.roles(ofRow: 1)
    #expect(roles.allSatisfy { $0 == "." })
  }

  @Test func `marks every place in sight of a misspelled word`() throws {
    var field = field("wnet\u{2019}s here, wnet there\nunwnet WNET wnet")
    try press("<C-Home>", in: &field)
    let drawn = frame(field, misspelled: ["wnet"]).buffer
    #expect(drawn.roles(ofRow: 1).hasPrefix(".uuuucccccccccuuuuc"))
    #expect(drawn.roles(ofRow: 2).hasPrefix(".ffffffffffffuuuuf"))
  }

  @Test func `scrolls to the cursor, also in a window of another size`() throws {
    var field = field((1...40).map { "row \($0)" }.joined(separator: "\n"))
    #expect(frame(field).buffer.text(ofRow: 9).contains("row 40"))
    #expect(frame(field, rows: 3).buffer.text(ofRow: 3).contains("row 40"))
    try press("<C-Home>", in: &field)
    #expect(frame(field).buffer.text(ofRow: 1).contains("row 1"))
  }

  @Test(arguments: [
    "\u{301}\u{301}a", "\u{200D}b\u{200D}\u{200D}c", "👨‍👩‍👧👨‍👩‍👧", "a\u{202E}b\u{2066}c",
    "\u{FE0F}\u{FE0F}", "🇩🇪🇩",
    "שלום עולם", "\u{200B}\u{301}x", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "王\t王", "क्षिक्षि",
    "\u{2028}\u{FFFD}",
    "\u{E000}\u{10FFFF}", "❤️‍🔥x", "\u{1112}\u{1161}\u{11AB}각",
  ])
  func `shifts no cell, whatever is in it`(odd: String) {
    let layout = TextLayout(columns: 38, rows: 9)
    for text in [odd, "ab\(odd)cd", "\(odd)\n\(odd)", String(repeating: odd, count: 30)] {
      for columns in [1, 2, 3, 7, 38] {
        let field = TextField(buffer: TextBuffer(text), layout: layout)
        let frame = frame(field, columns: columns)
        for row in 0..<frame.buffer.size.rows {
          #expect(frame.buffer[Row(row), 0] == Cell(" ", role: .text))
          #expect(frame.buffer[Row(row), Column(columns + 1)] == Cell(" ", role: .text))
        }
        let isInside = Size(columns: columns + 2, rows: 11).rect.inset().contains(frame.cursor)
        #expect(isInside, "\(text.debugDescription) in \(columns)")
      }
    }
    let line = frame(TextField("ab\(odd)|"), rows: 1)
    let before = line.buffer[1, line.cursor.column - 1]
    #expect(before.scalar == "|", "the cursor isn't behind the text: \(odd.debugDescription)")
  }
}
