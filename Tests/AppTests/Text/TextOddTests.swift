import TerminalCore
import Testing

@testable import App

@Suite struct `Odd text` {
  static let cleaned: [(text: String, kept: String)] = [
    ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\r\r\nb\n\rc", "a\n\nb\n\nc"),
    ("a\u{0}b\u{7}c\u{7F}d\u{85}e\u{9B}f", "abcdef"), ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
    ("\u{1B}]0;title\u{7}", "]0;title"), ("a\tb", "a\tb"), ("e\u{301}", "e\u{301}"),
    ("\u{E9}", "\u{E9}"), ("\u{301}", "\u{301}"), ("\u{202E}abc", "\u{202E}abc"), ("", ""),
    ("\r", "\n"), ("\u{A0}é", "\u{A0}é"),
  ]

  @Test(arguments: cleaned)
  func `keeps its letters and loses its control characters`(text: String, kept: String) {
    var sheet = Sheet()
    sheet.perform(.paste(text))
    #expect(Array(sheet.text.utf8) == Array(kept.utf8))
    var start = Sheet(text)
    #expect(Array(start.text.utf8) == Array(kept.utf8))
    start.perform(.deleteAll)
    start.perform(.undo)
    #expect(Array(start.text.utf8) == Array(kept.utf8))
  }

  @Test func `a mark typed behind a letter joins it, and one cluster goes at once`() throws {
    var sheet = Sheet("ex")
    try sheet.press("<Left>")
    sheet.perform(.insert("\u{301}"))
    #expect(sheet.buffer.cursor == TextPlace(0, 3))
    sheet.perform(.move(.left))
    #expect(sheet.buffer.cursor == .start)
    sheet.perform(.deleteRight)
    #expect(sheet.text == "x")
  }

  @Test func `a letter typed before a lone mark takes the cursor behind both`() {
    var sheet = Sheet("\u{301}")
    sheet.perform(.move(.textStart))
    sheet.perform(.insert("e"))
    #expect(sheet.buffer.cursor == TextPlace(0, 3))
    sheet.perform(.undo)
    #expect(Array(sheet.text.unicodeScalars) == ["\u{301}"])
    #expect(sheet.buffer.cursor == .start)
  }

  static let large = [
    ("word ", 1_000_000), ("привет ", 40_000), ("x", 40_000), ("王", 40_000),
    ("e\u{301}", 40_000),
  ]

  @Test(arguments: large)
  func `in one large paragraph can be typed in at its end and its start`(piece: String, bytes: Int)
    throws
  {
    let count = bytes / piece.utf8.count
    var sheet = Sheet("", columns: 77, rows: 20)
    sheet.perform(.paste(String(repeating: piece, count: count)))
    try sheet.press("x <Up> <Home> y <C-Home> z <PgDn> <C-z>")
    #expect(sheet.text.utf8.count == count * piece.utf8.count + 2)
    #expect(TextBuffer("", replaying: sheet.journal)?.text == sheet.text)
  }

  @Test func `of line breaks, flags or marks alone is only a large text`() throws {
    for piece in ["\n", "🇩", "\u{301}", "\u{200D}"] {
      let count = 20_000 / piece.utf8.count
      var sheet = Sheet("", columns: 77, rows: 20)
      sheet.perform(.paste(String(repeating: piece, count: count)))
      try sheet.press("x <Left> <Left> <Up> <Del> <C-z> <C-z>")
      #expect(sheet.text.utf8.count == count * piece.utf8.count)
    }
  }
}
