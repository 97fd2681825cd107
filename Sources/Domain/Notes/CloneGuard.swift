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
    let own = words(of: text).map(\.word)
    let others = words(of: other).map(\.word)
    guard own.count >= fewestWords, others.count >= fewestWords else { return nil }
    if own == others { return 100 }
    let known = Set(runs(of: others))
    let mine = runs(of: own)
    let alike = mine.count { known.contains($0) }
    return min(99, alike * 100 / mine.count)
  }

  /// The sentences of a text that stand in another as well, as they are written.
  package static func alikeSentences(of text: String, in other: String) -> [String] {
    let known = Set(sentences(of: other).map { words(of: $0).map(\.word) })
    return sentences(of: text).filter { sentence in
      let words = words(of: sentence).map(\.word)
      return words.count >= run && known.contains(words)
    }
  }

  private static func runs(of words: [String]) -> [[String]] {
    guard words.count >= run else { return [words] }
    return (0...(words.count - run)).map { Array(words[$0..<($0 + run)]) }
  }

  private static func words(of text: String) -> [(word: String, at: Int)] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "\u{2019}" }
      .enumerated().map { (String($1).folded.replacing("\u{2019}", with: "'"), $0) }
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
