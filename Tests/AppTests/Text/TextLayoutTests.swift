import TerminalCore
import Testing

@testable import App

/// The rows of a paragraph as text.
private func rows(_ text: String, _ limit: Int) -> [String] {
  let rows = TextRows(text, limit: limit)
  return (0..<rows.count).map { text.slice(rows.range($0)) }
}

@Suite struct `Rows of a text` {
  static let table: [(text: String, limit: Int, rows: [String])] = [
    ("", 5, [""]),
    ("one two", 7, ["one two"]),
    ("one two", 6, ["one ", "two"]),
    ("one two three", 7, ["one two ", "three"]),
    ("one  two", 4, ["one  ", "two"]),
    ("one   two", 4, ["one  ", " two"]),
    ("one ", 3, ["one ", ""]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("a abcdefgh", 3, ["a ", "abc", "def", "gh"]),
    ("one/two/three", 9, ["one/two/", "three"]),
    ("王小明王小明", 5, ["王小", "明王", "小明"]),
    ("王小", 1, ["王", "小"]),
    ("a王小", 2, ["a", "王", "小"]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ("👨‍👩‍👧👨‍👩‍👧", 3, ["👨‍👩‍👧", "👨‍👩‍👧"]),
    ("a\tb", 4, ["a\t", "b"]), ("\t\t", 4, ["\t\t", ""]), ("\ta", 5, ["\ta"]),
    ("ab\u{200B}\u{200B}\u{200B}c", 3, ["ab\u{200B}\u{200B}\u{200B}c"]),
    ("αβγδε ζ", 5, ["αβγδε ", "ζ"]), ("привет мир", 7, ["привет ", "мир"]),
  ]

  @Test(arguments: table)
  func `break at words and never in a character`(text: String, limit: Int, expected: [String]) {
    #expect(rows(text, limit) == expected)
  }

  @Test func `hold the whole text, each within the limit`() {
    let text = "Went well—she said “ça va”, 王小明 agreed/refused/left 👨‍👩‍👧 e\u{301}\u{302} שלום  end "
    for limit in 1...40 {
      let pieces = rows(text, limit)
      #expect(pieces.joined() == text)
      for piece in pieces {
        let words = piece.last == " " ? String(piece.dropLast()) : piece
        guard words.count > 1 else { continue }
        #expect(TextWalk.width(of: words, 0..<words.utf8.count) <= limit, "\(limit): \(piece)")
      }
    }
  }
}

@Suite struct `Rows after a change` {
  static let pieces = [
    "word", " ", "  ", "a", "/", "é", "e", "\u{301}", "王", "👩‍🚀", "🇩", "🇪", "\u{200D}", "\t",
    "-long-word-",
    "שלום", "\u{FE0F}", "❤", "x y ",
  ]

  @Test(arguments: 1...60)
  func `are those of measuring everything`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func piece(_ most: Int) -> String {
      (0..<below(most)).map { _ in Self.pieces[below(Self.pieces.count)] }.joined()
    }
    let limit = 1 + below(30)
    var text = piece(120)
    var rows = TextRows(text, limit: limit)
    for _ in 0..<40 {
      let from = text.clusterBoundary(atOrBefore: below(text.utf8.count + 1))
      let to = text.clusterBoundary(atOrAfter: min(text.utf8.count, from + below(9)))
      let edit = TextEdit(
        at: TextPlace(0, from),
        removed: text.slice(from..<max(from, to)),
        inserted: below(3) == 0 ? "" : piece(5)
      )
      text.replaceSubrange(text.at(from)..<text.at(max(from, to)), with: edit.inserted)
      guard let change = RowChange(edit, in: 0) else { return }
      rows = TextRows(text, limit: limit, after: change, of: rows)
      let whole = TextRows(text, limit: limit)
      #expect(rows == whole, "limit \(limit), \(edit), in \(text.debugDescription)")
      for most in [1, 2, 5] {
        #expect(TextRows.count(text, limit: limit, most: most) == min(most, whole.count))
      }
      rows = whole
    }
  }
}

@Suite struct `Going through a text by rows` {
  private static let text = "one two three four five six\nshort\nseven eight nine ten"

  private func sheet(rows: Int = 10) -> Sheet { Sheet(Self.text, columns: 11, rows: rows) }

  @Test func `keeps the column over shorter rows`() throws {
    var sheet = sheet()
    try sheet.press("<C-Home> <Right> <Right> <Right> <Right> <Right> <Right>")
    #expect(sheet.picture.hasPrefix("one tw|o "))
    try sheet.press("<Down>")
    #expect(sheet.picture.hasPrefix("one two three |four"))
    try sheet.press("<Down>")
    #expect(sheet.picture.contains("five s|ix"))
    try sheet.press("<Down>")
    #expect(sheet.picture.contains("\nshort|\n"))
    try sheet.press("<Down>")
    #expect(sheet.picture.contains("seven| eight"))
    try sheet.press("<Up> <Up>")
    #expect(sheet.picture.contains("five s|ix"))
  }

  @Test func `Home and End are those of the row`() throws {
    var sheet = sheet()
    try sheet.press("<C-Home> <End>")
    #expect(sheet.picture.hasPrefix("one two| three"))
    try sheet.press("<Down> <Home>")
    #expect(sheet.picture.hasPrefix("one two |three"))
    try sheet.press("<End> x")
    #expect(sheet.picture.contains("three fourx| five"))
  }

  @Test func `End of a row in a long word stays in that row`() throws {
    var sheet = Sheet("abcdefghij", columns: 5, rows: 5)
    try sheet.press("<C-Home> <End>")
    #expect(sheet.buffer.cursor.offset == 4)
    var rows = sheet.field.layout.visible(sheet.buffer, from: sheet.field.scroll)
    var cell = sheet.field.layout.cursorCell(sheet.buffer, in: rows)
    #expect(cell.map { [$0.row, $0.column] } == [0, 4])
    try sheet.press("<End> <Down>")
    #expect(sheet.buffer.cursor.offset == 8)
    try sheet.press("<Left> <Right>")
    rows = sheet.field.layout.visible(sheet.buffer, from: sheet.field.scroll)
    cell = sheet.field.layout.cursorCell(sheet.buffer, in: rows)
    #expect(cell.map { [$0.row, $0.column] } == [2, 0])
  }

  @Test func `pages, and the window follows as little as it must`() throws {
    var sheet = Sheet((1...30).map { "row \($0)" }.joined(separator: "\n"), rows: 5)
    try sheet.press("<C-Home> <PgDn>")
    #expect(sheet.buffer.cursor.paragraph == 4)
    #expect(sheet.field.scroll.paragraph == 0)
    try sheet.press("<Down>")
    #expect(sheet.field.scroll.paragraph == 1)
    try sheet.press("<C-End>")
    #expect(sheet.field.scroll.paragraph == 25)
    try sheet.press("<PgUp> <Up>")
    #expect(sheet.buffer.cursor.paragraph == 24)
    #expect(sheet.field.scroll.paragraph == 24)
    try sheet.press("<PgUp> <PgUp> <PgUp> <PgUp> <PgUp> <PgUp> <PgUp>")
    #expect(sheet.buffer.cursor.paragraph == 0)
    #expect(sheet.notice == .edge(.pageUp))
  }

  @Test func `a space typed at the edge puts the cursor into the next row`() throws {
    var sheet = Sheet("", columns: 6, rows: 5)
    try sheet.press("<Type:words>")
    var rows = sheet.field.layout.visible(sheet.buffer, from: sheet.field.scroll)
    #expect(
      sheet.field.layout.cursorCell(sheet.buffer, in: rows).map { [$0.row, $0.column] } == [0, 5]
    )
    try sheet.press("<Space>")
    rows = sheet.field.layout.visible(sheet.buffer, from: sheet.field.scroll)
    #expect(
      sheet.field.layout.cursorCell(sheet.buffer, in: rows).map { [$0.row, $0.column] } == [1, 0]
    )
  }
}
