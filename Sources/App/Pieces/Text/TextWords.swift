/// The words of a paragraph that a dictionary could know, as ranges of bytes.
///
/// Latin letters with apostrophes between them; a possessive `'s` is no part of its word. Left out is
/// what no dictionary judges well: single letters, whatever has a digit or an `@` in it, addresses of
/// the web, abbreviations of up to five capitals (also as "IOPs"), and words of other scripts.
package struct TextWords: Sequence, IteratorProtocol {
  private let text: String
  private var index: Int
  private let end: Int

  package init(_ text: String) { self.init(text, 0..<text.utf8.count) }

  /// The words in a part of a paragraph that begins and ends between words.
  package init(_ text: String, _ range: Range<Int>) {
    self.text = text
    index = range.lowerBound
    end = range.upperBound
  }

  package mutating func next() -> Range<Int>? {
    let bytes = text.utf8.span
    while index < end {
      var run = WordRun(start: index)
      while index < end {
        let piece = WordPiece(bytes, index)
        if piece.kind == .gap { break }
        run.take(piece, bytes[index], at: index)
        index += piece.size
      }
      if let word = run.word(in: bytes) { return word }
      if index < end { index += WordPiece(bytes, index).size }
    }
    return nil
  }
}

extension TextWords {
  /// How many words there are, divided by blanks, whatever they are made of.
  package static func count(_ text: String) -> Int {
    var count = 0
    var isInside = false
    for byte in text.utf8 {
      let isBlank = byte == 0x20 || byte == 0x09
      if !isBlank, !isInside { count += 1 }
      isInside = !isBlank
    }
    return count
  }

  /// A word as a dictionary has it, with a straight apostrophe.
  package static func plain(_ text: String, _ word: Range<Int>) -> String {
    let letters = text.slice(word)
    return letters.utf8.contains(0xE2) ? letters.replacing("\u{2019}", with: "'") : letters
  }
}

/// What one character is to a word.
private struct WordPiece {
  enum Kind {
    case letter, apostrophe
    /// A digit or the like: makes it no word.
    case sign
    /// A letter of another script, a combining mark.
    case foreign
    case gap
  }

  var kind: Kind
  /// In bytes.
  var size: Int

  @inline(__always)
  init(_ bytes: Span<UInt8>, _ index: Int) {
    let byte = bytes[index]
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: (kind, size) = (.letter, 1)
    case 0x30...0x39, 0x40, 0x5F: (kind, size) = (.sign, 1)
    case 0x27: (kind, size) = (.apostrophe, 1)
    case ..<0x80: (kind, size) = (.gap, 1)
    case ..<0xE0: (kind, size) = (Self.ofTwo(byte, bytes[index + 1]), 2)
    case ..<0xF0: (kind, size) = (Self.ofThree(byte, bytes[index + 1], bytes[index + 2]), 3)
    default: (kind, size) = (.foreign, 4)
    }
  }

  /// Latin letters up to U+027F but for "×" and "÷"; signs such as "«" and "°" before them.
  private static func ofTwo(_ first: UInt8, _ second: UInt8) -> Kind {
    switch first {
    case 0xC2: .gap
    case 0xC3: second == 0x97 || second == 0xB7 ? .gap : .letter
    case 0xC4...0xC9: .letter
    default: .foreign
    }
  }

  /// Dashes, quotes and symbols are gaps, the curly apostrophes aren't.
  private static func ofThree(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Kind {
    switch (first, second) {
    case (0xE1, 0xB8...0xBB): .letter
    case (0xE2, 0x80) where third == 0x98 || third == 0x99: .apostrophe
    case (0xE2, 0x80...0xAF), (0xE3, 0x80): .gap
    default: .foreign
    }
  }
}

/// Characters without a gap between them.
private struct WordRun {
  private let start: Int
  /// The first letter, and behind the last.
  private var first = -1
  private var last = 0
  /// Behind the letter before the last, and the bytes since: an apostrophe of a possessive.
  private var beforeLast = 0
  private var lastStart = 0
  private var lastByte: UInt8 = 0
  private var letters = 0
  private var capitals = 0
  private var isWord = true

  init(start: Int) { self.start = start }

  mutating func take(_ piece: WordPiece, _ byte: UInt8, at index: Int) {
    switch piece.kind {
    case .letter:
      if first < 0 { first = index }
      beforeLast = letters == 0 ? index : last
      last = index + piece.size
      lastStart = index
      lastByte = byte
      letters += 1
      if byte < 0x5B { capitals += 1 }
    case .apostrophe, .gap: break
    case .sign, .foreign: isWord = false
    }
  }

  func word(in bytes: Span<UInt8>) -> Range<Int>? {
    guard isWord, letters > 1, !isOfAddress(bytes) else { return nil }
    var word = first..<last
    var count = letters
    // Behind an apostrophe an s is a possessive: "client's", "SUD's".
    if lastByte | 0x20 == 0x73, beforeLast < lastStart {
      word = first..<beforeLast
      count -= 1
    }
    let small = capitals == count ? 0 : lastByte == 0x73 ? 1 : 2
    let isAbbreviation = capitals > 1 && capitals <= 5 && capitals + small == count
    return count > 1 && !isAbbreviation ? word : nil
  }

  /// Whether it stands in an address: beside a point or slashes without a blank.
  private func isOfAddress(_ bytes: Span<UInt8>) -> Bool {
    let next = last
    if next + 1 < bytes.count {
      if bytes[next] == 0x3A, bytes[next + 1] == 0x2F { return true }
      if bytes[next] == 0x2E, (0x61...0x7A).contains(bytes[next + 1]) { return true }
    }
    guard start > 1, bytes[start] >= 0x61 else { return false }
    let (before, beyond) = (bytes[start - 1], bytes[start - 2])
    return before == 0x2F && beyond == 0x2F || before == 0x2E && WordPiece.isLetter(beyond)
  }
}

extension WordPiece {
  fileprivate static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
