import Testing

@testable import TerminalCore

@Suite struct `Cell width` {
  @Test(
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("界", 2), ("a界b", 4), ("שלום", 4),
      ("👨‍👩‍👧", 2), ("⚠\u{FE0F}", 1), ("🇩🇪", 1), ("👍🏽", 2), ("\u{200E}a", 1), ("\t", 1),
      ("가", 2), ("\u{1100}\u{1161}", 2), ("क्ष", 2),
    ])
  func `counts cells, not characters`(text: String, width: Int) {
    #expect(CellWidth.of(text) == width)
  }

  @Test func `cuts by cells and marks the cut within them`() {
    #expect(CellWidth.cut("Marisol", to: 7) == "Marisol")
    #expect(CellWidth.cut("Marisol", to: 5) == "Mari…")
    #expect(CellWidth.cut("Marisol", to: 5, mark: false) == "Maris")
    #expect(CellWidth.cut("世界地図", to: 6) == "世界…")
    #expect(CellWidth.cut("世界地図", to: 5) == "世界…")
    #expect(CellWidth.cut("世界", to: 3, mark: false) == "世")
    #expect(CellWidth.cut("ab", to: 1) == "…")
    #expect(CellWidth.cut("ab", to: 0) == "")
    #expect(CellWidth.cut("e\u{301}e\u{301}e\u{301}", to: 2) == "e\u{301}…")
  }

  @Test func `fills up to a width on the side asked for`() {
    #expect(CellWidth.padded("界", to: 5) == "界   ")
    #expect(CellWidth.padded("9", to: 3, alignment: .right) == "  9")
    #expect(CellWidth.padded("ab", to: 5, alignment: .center) == " ab  ")
    #expect(CellWidth.padded("世界", to: 3) == "世…")
    #expect(CellWidth.padded("世界地", to: 4) == "世… ")
  }
}
