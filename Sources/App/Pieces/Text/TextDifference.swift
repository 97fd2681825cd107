/// How two texts differ: paragraph by paragraph, and word by word inside those that changed.
package struct TextDifference: Equatable, Sendable {
  package private(set) var rows: [DifferenceRow] = []

  package init() {}

  /// Whether the texts are the same.
  package var isEmpty: Bool { !rows.contains(where: \.isChange) }

  mutating func add(title: String) { rows.append(.title(title)) }

  /// Adds the paragraphs of two texts, those alike beside each other.
  mutating func add(old: String, new: String) {
    let old = Self.paragraphs(old)
    let new = Self.paragraphs(new)
    let (gone, added) = Self.changes(old, new)
    var left = 0
    var right = 0
    while left < old.count || right < new.count {
      var removed: [String] = []
      while left < old.count, gone.contains(left) {
        removed.append(old[left])
        left += 1
      }
      var inserted: [String] = []
      while right < new.count, added.contains(right) {
        inserted.append(new[right])
        right += 1
      }
      for index in 0..<max(removed.count, inserted.count) {
        rows.append(
          Self.change(
            removed.indices.contains(index) ? removed[index] : nil,
            inserted.indices.contains(index) ? inserted[index] : nil
          )
        )
      }
      guard removed.isEmpty, inserted.isEmpty else { continue }
      rows.append(.same(old[left]))
      left += 1
      right += 1
    }
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.isEmpty
      ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The places that only one of two lists has; beginnings and ends that are the same cost nothing.
  private static func changes<Item: Hashable>(_ old: [Item], _ new: [Item]) -> (Set<Int>, Set<Int>)
  {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let oldMiddle = old[start..<(old.count - end)]
    let newMiddle = new[start..<(new.count - end)]
    // Beyond this the search for what they share could take longer than a key may.
    guard oldMiddle.count * newMiddle.count <= 4_000_000 else {
      return (Set(oldMiddle.indices), Set(newMiddle.indices))
    }
    var gone: Set<Int> = []
    var added: Set<Int> = []
    for change in newMiddle.difference(from: oldMiddle) {
      switch change {
      case .remove(let offset, _, _): gone.insert(start + offset)
      case .insert(let offset, _, _): added.insert(start + offset)
      }
    }
    return (gone, added)
  }

  private static func change(_ old: String?, _ new: String?) -> DifferenceRow {
    guard let old, let new else {
      return .change(
        old: old.map { [DifferencePiece($0, isOnlyHere: true)] },
        new: new.map { [DifferencePiece($0, isOnlyHere: true)] }
      )
    }
    let oldWords = words(old)
    let newWords = words(new)
    let (gone, added) = changes(oldWords, newWords)
    return .change(old: pieces(oldWords, marked: gone), new: pieces(newWords, marked: added))
  }

  /// Words with the spaces behind them.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSpace = false
    for character in text {
      let isSpace = character == " " || character == "\t"
      if wasSpace, !isSpace {
        words.append(word)
        word = ""
      }
      word.append(character)
      wasSpace = isSpace
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func pieces(_ words: [String], marked: Set<Int>) -> [DifferencePiece] {
    var pieces: [DifferencePiece] = []
    for (index, word) in words.enumerated() {
      let isOnlyHere = marked.contains(index)
      if pieces.last?.isOnlyHere == isOnlyHere {
        pieces[pieces.count - 1].text += word
      } else {
        pieces.append(DifferencePiece(word, isOnlyHere: isOnlyHere))
      }
    }
    return pieces
  }
}

/// One paragraph of two texts beside each other.
package enum DifferenceRow: Hashable, Sendable {
  /// The part that the paragraphs below belong to.
  case title(String)
  case same(String)
  /// Nil where a side has no such paragraph.
  case change(old: [DifferencePiece]?, new: [DifferencePiece]?)

  var isChange: Bool {
    switch self {
    case .title, .same: false
    case .change: true
    }
  }
}

package struct DifferencePiece: Hashable, Sendable {
  package var text: String
  package var isOnlyHere: Bool

  package init(_ text: String, isOnlyHere: Bool) {
    self.text = text
    self.isOnlyHere = isOnlyHere
  }
}
