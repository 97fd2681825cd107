import Testing

@testable import TerminalCore

@Suite struct `Cell buffer` {
  private var line = CellBuffer(size: Size(columns: 10, rows: 2))

  @Test mutating func `puts text and says how many columns it took`() {
    #expect(line.put("Élodie", at: 0, 1, role: .title) == 6)
    #expect(line.text(ofRow: 0) == " Élodie   ")
    #expect(line.roles(ofRow: 0) == ".tttttt...")
  }

  @Test mutating func `a cell takes eight bytes`() {
    #expect(MemoryLayout<Cell>.stride == 8)
  }

  @Test mutating func `clips at the edge and at the columns given`() {
    #expect(line.put("abcdef", at: 0, 7, role: .text) == 3)
    #expect(line.put("abcdef", at: 1, 0, role: .text, maxColumns: 2) == 2)
    #expect(line.put("x", at: 5, 0, role: .text) == 0)
    #expect(line.put("x", at: 0, 10, role: .text) == 0)
    #expect(line.put("x", at: 0, Column(-1), role: .text) == 0)
    #expect(line.text == "       abc\nab")
  }

  @Test mutating func `never shows half a wide character`() {
    #expect(line.put("世界世界世", at: 0, 0, role: .text, maxColumns: 5) == 4)
    #expect(line.put("界", at: 1, 9, role: .text) == 0)
    line.put("|", at: 0, 1, role: .title)
    #expect(line.text(ofRow: 0) == " |界      ")
    line.put("|", at: 0, 2, role: .title)
    #expect(line.text(ofRow: 0) == " ||       ")
    line.put("界", at: 1, 4, role: .text)
    line.fill(Rect(row: 1, column: 5, columns: 3, rows: 1), with: "-", role: .border)
    #expect(line.text(ofRow: 1) == "     ---  ")
  }

  @Test mutating func `keeps marks with their letter, up to four`() {
    #expect(line.put("ne\u{301}e\u{301}!", at: 0, 0, role: .text) == 4)
    #expect(line.text(ofRow: 0) == "ne\u{301}e\u{301}!      ")
    line.put("a\u{301}\u{302}\u{303}\u{304}\u{305}", at: 1, 0, role: .text)
    #expect(line.text(ofRow: 1) == "a         ")
    #expect(line.roles(ofRow: 1) == "?.........")
  }

  @Test mutating func `a mark behind the last column that fits stays with its letter`() {
    #expect(line.put("abe\u{301}d", at: 0, 0, role: .text, maxColumns: 3) == 3)
    #expect(line.text(ofRow: 0) == "abe\u{301}       ")
  }

  @Test(
    arguments: [
      ("👨‍👩‍👧x", "👨x", "??."), ("⚠\u{FE0F}x", "⚠x", "?."), ("🇩🇪x", "?x", "?."),
      ("a\tb", "a?b", ".?."), ("a\u{1B}b", "a?b", ".?."), ("\u{301}x", "?x", "?."),
      ("a\u{202E}b", "a?b", ".?."), ("a\u{200F}b", "ab", ".."), ("👍🏽x", "👍x", "??."),
      ("\u{378}x", "?x", "?."), ("\u{85}", "?", "?"), ("क्ष", "क्ष", ".."),
    ])
  mutating func `one replacement stands for what terminals disagree about`(
    text: String,
    shown: String,
    roles: String
  ) {
    line.put(text, at: 0, 0, role: .text)
    #expect(line.text.prefix { $0 != "\n" } == shown)
    #expect(line.roles(ofRow: 0).hasPrefix(roles + "."))
  }

  @Test mutating func `right-to-left text stays in the order it is read`() {
    line.put("שלום", at: 0, 0, role: .text)
    #expect(line[0, 0].scalar == "ש")
    #expect(line[0, 3].scalar == "ם")
  }

  @Test mutating func `roles change without the text`() {
    line.put("界a", at: 0, 0, role: .text)
    line.setRole(Rect(row: 0, column: 0, columns: 99, rows: 1), .selected)
    #expect(line.text(ofRow: 0) == "界a       ")
    #expect(line.roles(ofRow: 0) == "SSSSSSSSSS")
  }

  @Test mutating func `equal pictures are equal, however they were drawn`() {
    var other = line
    line.put("e\u{301}", at: 0, 0, role: .text)
    line.put("o\u{302}", at: 0, 1, role: .text)
    other.put("o\u{302}", at: 0, 1, role: .text)
    other.put("e\u{301}", at: 0, 0, role: .text)
    #expect(line == other)
    other.put("e\u{300}", at: 0, 0, role: .text)
    #expect(line != other)
  }

  @Test mutating func `tells the columns that changed, whole characters only`() {
    line.put("a世界b", at: 0, 0, role: .text)
    var other = line
    #expect(line.changedColumns(ofRow: 0, from: other) == nil)
    other.put("a世間b", at: 0, 0, role: .text)
    #expect(other.changedColumns(ofRow: 0, from: line) == 3..<5)
    other.put("a世xyb", at: 0, 0, role: .text)
    #expect(other.changedColumns(ofRow: 0, from: line) == 3..<5)
    #expect(line.changedColumns(ofRow: 0, from: other) == 3..<5)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  mutating func `whatever is put, wide characters keep both halves`(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let texts = ["a", "界", "世界", "e\u{301}", "abc", "👨‍👩‍👧", "─", "x界y", "\u{200F}"]
    for _ in 0..<5000 {
      line.put(
        texts.randomElement(using: &numbers) ?? "",
        at: Row(Int.random(in: 0...1, using: &numbers)),
        Column(Int.random(in: 0...9, using: &numbers)),
        role: .text,
        maxColumns: Int.random(in: 0...4, using: &numbers)
      )
      for row in 0..<2 {
        for column in 0..<10 {
          let isHalf = line[Row(row), Column(column)].width == 0
          let isBehindWide = column > 0 && line[Row(row), Column(column - 1)].width == 2
          #expect(isHalf == isBehindWide)
        }
      }
      #expect(line[0, 9].width != 2 && line[1, 9].width != 2)
    }
  }
}

@Suite struct `Rectangles` {
  private let rect = Rect(row: 2, column: 3, columns: 10, rows: 4)

  @Test func `are split without a gap`() {
    let (left, rest) = rect.split(left: 4)
    #expect(left.endColumn == rest.column && left.columns + rest.columns == 10)
    let (top, below) = rect.split(bottom: 1)
    #expect(top.endRow == below.row && below.rows == 1)
    #expect(rect.split(left: 99).rest.isEmpty)
    #expect(rect.split(right: -1).right.isEmpty)
  }

  @Test func `shrink to nothing, never below`() {
    #expect(rect.inset() == Rect(row: 3, column: 4, columns: 8, rows: 2))
    #expect(rect.inset(rows: 3, columns: 1).rows == 0)
    #expect(rect.intersection(Rect(row: 50, column: 0, columns: 5, rows: 5)).isEmpty)
  }

  @Test func `know what is inside`() {
    #expect(rect.contains(Position(row: 5, column: 12)))
    #expect(!rect.contains(Position(row: 6, column: 12)))
  }
}
