import Testing

@testable import TerminalCore

/// The clusters of a text and the cells of each.
private func clusters(_ text: String) -> [(String, Int)] {
  let bytes = text.utf8.span
  var result: [(String, Int)] = []
  var offset = 0
  while offset < bytes.count {
    let start = text.utf8.index(text.startIndex, offsetBy: offset)
    let width = ClusterScanner.next(in: text, bytes, at: &offset)
    let end = text.utf8.index(text.startIndex, offsetBy: offset)
    result.append((String(text[start..<end]), width))
  }
  return result
}

@Suite struct `Stepping by characters` {
  @Test(
    arguments: [
      "", "abc", "é", "e\u{301}x", "\u{301}", "a\u{200D}b", "👨‍👩‍👧👍🏽", "🇩🇪🇫🇷🇩", "王小明",
      "각\u{1112}\u{1161}\u{11AB}",
      "שלום", "क्षि", "❤️a", "\u{FE0F}", "привет", "ελ\u{301}", "か\u{3099}", "\u{600}1", "a\tb",
      "\u{200B}\u{301}",
      "\u{202E}abc", "\u{1F1E6}\u{301}\u{1F1E6}", "가\u{11A8}", "©\u{200D}®", "x\u{AD}y",
    ])
  func `has the clusters of the language and the widths of the screen`(text: String) {
    let found = clusters(text)
    #expect(found.map(\.0) == text.map(String.init))
    for (cluster, width) in found { #expect(width == CellWidth.of(cluster)) }
  }

  @Test func `the short way round gives the width of the table`() {
    for value in UInt32(0)..<0x11000 {
      let width = ClusterScanner.aloneWidth(value)
      guard width > 0, let scalar = Unicode.Scalar(value) else { continue }
      #expect(width == CellWidth.of(String(Character(scalar))), "U+\(String(value, radix: 16))")
      #expect("a\(scalar)b".count == 3)
    }
  }
}
