/// Finds text that was taken over from another note.
///
/// Compared are runs of five words; texts under 20 words are not compared.
///
/// - Source: BR-39.
package enum CloneGuard {
  private static let run = 5
  package static let fewestWords = 20

  /// How much of a text stands in another, 0 to 100; nil where one of them is too short to tell.
  ///
  /// 100 only where all the words are the same.
  package static func likeness(of text: String, to other: String) -> Int? {
    TextToCompare(text).likeness(to: other)
  }

  /// A text taken apart once, since it is compared with several.
  package struct TextToCompare {
    private let words: [String]

    package init(_ text: String) { words = CloneGuard.words(of: text) }

    /// How much of the text stands in another, as `likeness(of:to:)` says.
    package func likeness(to other: String) -> Int? {
      let others = CloneGuard.words(of: other)
      guard words.count >= fewestWords, others.count >= fewestWords else { return nil }
      if words == others { return 100 }
      var numbers: [String: Int] = [:]
      for word in others where numbers[word] == nil { numbers[word] = numbers.count }
      let theirs = others.map { numbers[$0] ?? -1 }
      let known = Set((0...(theirs.count - run)).map { Array(theirs[$0..<($0 + run)]) })
      // A word that the other lacks has no number, and no run with it is known.
      let mine = words.map { numbers[$0] ?? -1 }
      let starts = 0...(mine.count - run)
      let alike = starts.count { start in
        let words = mine[start..<(start + run)]
        return !words.contains(-1) && known.contains(Array(words))
      }
      return min(99, alike * 100 / starts.count)
    }
  }

  /// The sentences of a text that stand in another as well, as they are written.
  package static func alikeSentences(of text: String, in other: String) -> [String] {
    let known = Set(sentences(of: other).map { words(of: $0) })
    return sentences(of: text).filter { sentence in
      let words = words(of: sentence)
      return words.count >= run && known.contains(words)
    }
  }

  private static func words(of text: String) -> [String] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "\u{2019}" }
        .map { String($0).folded.withStraightApostrophes }
    }
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "'"):
        word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte + 0x20)
      default:
        guard !word.isEmpty else { continue }
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func sentences(of text: String) -> [String] {
    text.split { $0 == "." || $0 == "!" || $0 == "?" || $0.isNewline }
      .map { String($0.drop(while: \.isWhitespace)) }
  }
}

/// Another text that a note's own text is much like.
package struct CloneFinding: Hashable, Sendable {
  /// 0 to 100.
  package var likeness: Int
  package var isRefused: Bool { likeness == 100 }
  /// Where the other text is from, in words.
  package var source: String
  package var sentences: [String]

  package init(likeness: Int, source: String, sentences: [String]) {
    self.likeness = likeness
    self.source = source
    self.sentences = sentences
  }
}
