/// A place in a text: its paragraph, and the bytes of UTF-8 before it there.
///
/// A cursor's place always lies between two grapheme clusters; an edit's between two scalars.
package struct TextPlace: Hashable, Comparable, Sendable {
  package var paragraph: Int
  package var offset: Int

  package init(_ paragraph: Int, _ offset: Int) {
    self.paragraph = paragraph
    self.offset = offset
  }

  package static let start = TextPlace(0, 0)

  package static func < (left: Self, right: Self) -> Bool {
    left.paragraph == right.paragraph
      ? left.offset < right.offset : left.paragraph < right.paragraph
  }

  /// The place behind a text put in here.
  package func behind(_ text: String) -> TextPlace {
    var breaks = 0
    var tail = 0
    for byte in text.utf8 {
      tail += 1
      if byte == 0x0A {
        breaks += 1
        tail = 0
      }
    }
    return TextPlace(paragraph + breaks, breaks == 0 ? offset + tail : tail)
  }
}
