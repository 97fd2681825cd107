/// Finds other clients' names in a note's text.
///
/// Legal, preferred and last names, names of support persons, and initials ("J.T."), as whole words,
/// case and accents ignored, possessives included. Names that the note's own client bears are not
/// looked for.
///
/// - Source: BR-40.
package struct NameGuard: Sendable {
  private var names: [String: ClientID]
  private var phrases: [[String]: ClientID]
  private var initials: [String: ClientID]

  /// - Parameters:
  ///   - others: Everybody else whose name must not stand in it.
  ///   - own: The client that the note is of; nil for a text that a group shares, in which nobody
  ///     may be named.
  package init(others: [Client], own: Client?) {
    names = [:]
    phrases = [:]
    initials = [:]
    let borne = Set(own.map { NameGuard.words(of: $0).flatMap(\.self) } ?? [])
    let ownInitials = own.map { NameGuard.initials($0) } ?? []
    for client in others where client.id != own?.id {
      for words in NameGuard.words(of: client) where !words.allSatisfy(borne.contains) {
        if words.count == 1 {
          // A single letter is a word of its own ("a", "I") more often than a name.
          if words[0].count > 1 { names[words[0]] = client.id }
        } else {
          phrases[words] = client.id
        }
      }
      for pair in NameGuard.initials(client) where !ownInitials.contains(pair) {
        initials[pair] = client.id
      }
    }
  }

  /// Where the text names somebody, in its order; empty where it doesn't.
  package func findings(in text: String) -> [NameFinding] {
    let words = NameGuard.split(text)
    var findings: [NameFinding] = []
    for (place, word) in words.enumerated() {
      if let client = initials[word.raw] {
        findings.append(NameFinding(client: client, range: word.range, certainty: .initials))
        continue
      }
      if let client = names[word.bare] ?? names[word.folded] {
        let isCommon = CommonNames.contains(word.bare) || CommonNames.contains(word.folded)
        findings.append(
          NameFinding(client: client, range: word.range, certainty: isCommon ? .commonWord : .name)
        )
        continue
      }
      for (phrase, client) in phrases where place + phrase.count <= words.count {
        let window = words[place..<(place + phrase.count)]
        let isFound = zip(window, phrase).allSatisfy { $0.bare == $1 || $0.folded == $1 }
        if isFound, let last = window.last {
          let range = word.range.lowerBound..<last.range.upperBound
          findings.append(NameFinding(client: client, range: range, certainty: .name))
        }
      }
    }
    return findings
  }

  /// Every name of a client as folded words: "Mary Ann" is two.
  private static func words(of client: Client) -> [[String]] {
    var names = [client.legalFirst, client.legalLast]
    if let preferred = client.preferredName { names.append(preferred) }
    for support in client.supports { names += support.name.split(separator: " ").map(String.init) }
    var all: [[String]] = []
    for name in names {
      let words = split(name).map(\.folded)
      guard !words.isEmpty else { continue }
      all.append(words)
      // "Smith-Jones" is called Smith, or Jones, as well.
      if words.count > 1 { all += words.filter { $0.count > 2 }.map { [$0] } }
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
    /// As written, lower case, with its points: "j.t.".
    var raw: String
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
    let raw = run.lowercased()
    if isInitials(raw) {
      return [Word(raw: raw.folded, folded: raw.folded, bare: raw.folded, range: start..<end)]
    }
    var words: [Word] = []
    var offset = start
    for piece in run.split(separator: ".", omittingEmptySubsequences: false) {
      let size = piece.utf8.count
      let trimmed = piece.drop { $0 == "'" || $0 == "\u{2019}" }
      let lead = size - trimmed.utf8.count
      if !trimmed.isEmpty {
        let folded = String(trimmed).folded.replacing("\u{2019}", with: "'")
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

  private static func isInitials(_ run: String) -> Bool {
    let letters = run.split(separator: ".", omittingEmptySubsequences: false)
    return letters.count == 3 && letters[0].count == 1 && letters[1].count == 1
      && letters[2].isEmpty
  }

  private static func bare(_ word: String) -> String {
    if word.hasSuffix("'s") { return String(word.dropLast(2)) }
    if word.hasSuffix("'") { return String(word.dropLast()) }
    return word
  }
}
