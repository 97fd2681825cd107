import TerminalCore

extension TextField {
  /// The same with a star for each cluster, for what must not be seen.
  package var masked: TextField {
    TextField(String(repeating: "*", count: text.count))
  }

  /// Selects what lies between two places given in bytes from the text's start, and shows it.
  package mutating func select(_ bytes: Range<Int>) {
    let start = place(at: bytes.lowerBound)
    select(start..<max(start, place(at: bytes.upperBound)))
  }

  /// Selects all of the text, so that what is typed next replaces it.
  mutating func selectAll() { select(TextPlace.start..<buffer.end) }

  /// Selects a part of the text and shows it.
  mutating func select(_ range: Range<TextPlace>) {
    buffer.select(range)
    follow(isChanged: false)
  }

  private func place(at bytes: Int) -> TextPlace {
    var left = bytes
    for (index, paragraph) in buffer.paragraphs.enumerated() {
      let count = paragraph.utf8.count
      if left <= count { return TextPlace(index, left) }
      left -= count + 1
    }
    return buffer.end
  }
}
