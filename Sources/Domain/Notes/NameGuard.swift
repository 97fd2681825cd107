/// Finds other clients' names in a note's text.
///
/// Legal, preferred and last names, names of support persons, and initials ("J.T."), as whole words,
/// case and accents ignored, possessives included. Names that the note's own client bears are not
/// looked for.
///
/// - Source: BR-40.
package struct NameGuard: Equatable, Sendable {
  private var names: [String: Named]
  /// Names of several words, by the first of them.
  private var phrases: [String: [Phrase]]
  private var initials: [String: ClientID]

  private struct Named: Equatable, Sendable {
    var client: ClientID
    /// Whether somebody close to the note's own client is called so too: then it is asked about.
    var isShared: Bool
  }

  private struct Phrase: Equatable, Sendable {
    var words: [String]
    var named: Named
  }

  /// - Parameters:
  ///   - others: Everybody else whose name must not stand in it.
  ///   - own: The client that the note is of; nil for a text that a group shares, in which nobody
  ///     may be named.
  package init(others: [Client], own: Client?) {
    names = [:]
    phrases = [:]
    initials = [:]
    let borne = Set(own.map { NameGuard.ownWords(of: $0).flatMap(\.self) } ?? [])
    let near = Set(own.map { NameGuard.supportWords(of: $0).flatMap(\.self) } ?? [])
    let ownInitials = own.map { NameGuard.initials($0) } ?? []
    for client in others where client.id != own?.id {
      for words in NameGuard.ownWords(of: client) + NameGuard.supportWords(of: client)
      where !words.allSatisfy(borne.contains) {
        let isShared = words.allSatisfy { borne.contains($0) || near.contains($0) }
        add(words, Named(client: client.id, isShared: isShared))
      }
      for pair in NameGuard.initials(client) where !ownInitials.contains(pair) {
        initials[pair] = client.id
      }
    }
  }

  private mutating func add(_ words: [String], _ named: Named) {
    guard let first = words.first else { return }
    if words.count > 1 {
      phrases[first, default: []].append(Phrase(words: words, named: named))
    } else if first.count > 1 || !first.utf8.allSatisfy({ $0 < 0x80 }) {
      // A single Latin letter is a word of its own ("a", "I") more often than a name.
      names[first] = named
    }
  }

  /// Where the text names somebody, in its order; empty where it doesn't.
  package func findings(in text: String) -> [NameFinding] {
    let words = NameGuard.split(text)
    var findings: [NameFinding] = []
    var next = 0
    while next < words.count {
      let (finding, count) = finding(at: next, in: words)
      if let finding { findings.append(finding) }
      next += count
    }
    return findings
  }

  /// What begins at a word, and how many words it takes.
  private func finding(at place: Int, in words: [Word]) -> (NameFinding?, Int) {
    let word = words[place]
    if let pair = pair(at: place, in: words), let client = initials[pair.text] {
      let range = word.range.lowerBound..<pair.end
      return (NameFinding(client: client, range: range, certainty: .initials), pair.count)
    }
    if let phrase = phrase(at: place, in: words) {
      let last = words[place + phrase.words.count - 1]
      let range = word.range.lowerBound..<last.range.upperBound
      let certainty: NameCertainty = phrase.named.isShared ? .commonWord : .name
      let client = phrase.named.client
      return (NameFinding(client: client, range: range, certainty: certainty), phrase.words.count)
    }
    guard let named = names[word.bare] ?? names[word.folded] else { return (nil, 1) }
    let isCommon = CommonNames.contains(word.bare) || CommonNames.contains(word.folded)
    let certainty: NameCertainty = isCommon || named.isShared ? .commonWord : .name
    return (NameFinding(client: named.client, range: word.range, certainty: certainty), 1)
  }

  /// The longest name of several words that begins here.
  private func phrase(at place: Int, in words: [Word]) -> Phrase? {
    var longest: Phrase?
    for phrase in (phrases[words[place].folded] ?? [])
    where place + phrase.words.count <= words.count {
      let window = words[place..<(place + phrase.words.count)]
      let isHere = zip(window, phrase.words).allSatisfy { $0.bare == $1 || $0.folded == $1 }
      if isHere, phrase.words.count > (longest?.words.count ?? 0) { longest = phrase }
    }
    return longest
  }

  /// Two initials that begin here, with a blank between them or without.
  private func pair(at place: Int, in words: [Word]) -> (text: String, end: Int, count: Int)? {
    let word = words[place]
    if word.isInitials { return (word.raw, word.range.upperBound, 1) }
    guard word.raw.count == 2, word.raw.hasSuffix("."), place + 1 < words.count else { return nil }
    let second = words[place + 1]
    guard second.raw.count == 2, second.raw.hasSuffix("."),
      second.range.lowerBound - word.range.upperBound <= 2
    else { return nil }
    return (word.raw + second.raw, second.range.upperBound + 1, 2)
  }

  private static func ownWords(of client: Client) -> [[String]] {
    words(of: [client.legalFirst, client.legalLast] + (client.preferredName.map { [$0] } ?? []))
  }

  private static func supportWords(of client: Client) -> [[String]] {
    words(of: client.supports.flatMap { $0.name.split(separator: " ").map(String.init) })
  }

  /// Every name as folded words; titles and kin ("Mom") name nobody.
  private static func words(of names: [String]) -> [[String]] {
    var all: [[String]] = []
    for name in names {
      let words = split(name).map(\.folded)
      guard !words.isEmpty, !words.allSatisfy(CommonNames.isNobody) else { continue }
      all.append(words)
      // "Smith-Jones" is called Smith, or Jones, as well.
      if words.count > 1 {
        all += words.filter { $0.count > 2 && !CommonNames.isNobody($0) }.map { [$0] }
      }
    }
    return all
  }

  /// "j.t." and "jt" without points are both how initials are written; only the first is looked for,
  /// the second is any word.
  private static func initials(_ client: Client) -> [String] {
    guard let last = client.legalLast.folded.first else { return [] }
    let firsts = [client.legalFirst, client.preferredName ?? client.legalFirst]
    return firsts.compactMap { $0.folded.first.map { "\($0).\(last)." } }
  }
}

/// A place in a text that names somebody.
package struct NameFinding: Hashable, Sendable {
  package var client: ClientID
  /// In bytes of UTF-8 from the text's start.
  package var range: Range<Int>
  package var certainty: NameCertainty

  package init(client: ClientID, range: Range<Int>, certainty: NameCertainty) {
    self.client = client
    self.range = range
    self.certainty = certainty
  }
}

package enum NameCertainty: Hashable, Sendable {
  /// Can't be signed.
  case name
  /// A word too ("hope"), or two initials: asked about.
  case commonWord, initials

  package var isRefused: Bool { self == .name }
}

extension NameGuard {
  struct Word: Hashable {
    /// As written, folded, with its points; initials as "j.t.", however they are written.
    var raw: String
    var isInitials = false
    /// Without accents: "renee's".
    var folded: String
    /// Without a possessive: "renee".
    var bare: String
    var range: Range<Int>
  }

  /// The words of a text: letters, and apostrophes and points between letters.
  static func split(_ text: String) -> [Word] {
    var words: [Word] = []
    var current = ""
    var start = 0
    var offset = 0
    func end(at end: Int) {
      guard !current.isEmpty else { return }
      words.append(contentsOf: NameGuard.words(from: current, at: start, end: end))
      current = ""
    }
    for character in text {
      let size = character.utf8.count
      if character.isLetter || character == "'" || character == "\u{2019}" || character == "." {
        if current.isEmpty { start = offset }
        current.append(character)
      } else {
        end(at: offset)
      }
      offset += size
    }
    end(at: offset)
    return words
  }

  private static func words(from run: String, at start: Int, end: Int) -> [Word] {
    let raw = run.folded.withStraightApostrophes
    if let pair = initials(raw) {
      return [Word(raw: pair, isInitials: true, folded: pair, bare: pair, range: start..<end)]
    }
    var words: [Word] = []
    var offset = start
    for piece in run.split(separator: ".", omittingEmptySubsequences: false) {
      let size = piece.utf8.count
      let trimmed = piece.drop { $0 == "'" || $0 == "\u{2019}" }
      let lead = size - trimmed.utf8.count
      if !trimmed.isEmpty {
        let folded = String(trimmed).folded.withStraightApostrophes
        words.append(
          Word(
            raw: raw,
            folded: folded,
            bare: bare(folded),
            range: (offset + lead)..<(offset + size)
          )
        )
      }
      offset += size + 1
    }
    return words
  }

  /// "j.t." of a run that is nothing but two initials, with their points and a possessive or not.
  private static func initials(_ run: String) -> String? {
    let letters = bare(run).split(separator: ".", omittingEmptySubsequences: false)
    guard letters.count == 2 || letters.count == 3 && letters[2].isEmpty,
      letters[0].count == 1, letters[1].count == 1
    else { return nil }
    return "\(letters[0]).\(letters[1])."
  }

  private static func bare(_ word: String) -> String {
    if word.hasSuffix("'s") { return String(word.dropLast(2)) }
    if word.hasSuffix("'") { return String(word.dropLast()) }
    return word
  }
}
