import Domain

/// Looking for words in a paragraph, case and accents ignored; a match is whole clusters.
package struct TextSearch: Sendable {
  private let sought: [UInt8]

  package init(_ words: String) {
    sought = Array(words.folded.utf8)
  }

  package var isEmpty: Bool { sought.isEmpty }

  /// The first match that begins at an offset or behind it.
  package func first(in text: String, from offset: Int) -> Range<Int>? {
    matches(in: text, offset..<text.utf8.count, isFirstEnough: true).first
  }

  /// The matches in a part of a paragraph that begins and ends between clusters.
  package func matches(in text: String, _ range: Range<Int>) -> [Range<Int>] {
    matches(in: text, range, isFirstEnough: false)
  }

  private func matches(
    in text: String,
    _ range: Range<Int>,
    isFirstEnough: Bool
  ) -> [Range<Int>] {
    guard !sought.isEmpty, !range.isEmpty else { return [] }
    let folded = Folded(text, range)
    let bytes = folded.bytes
    var found: [Range<Int>] = []
    var index = 0
    while index + sought.count <= bytes.count {
      if bytes[index] == sought[0], isThere(in: bytes, at: index),
        let match = folded.source(of: index..<(index + sought.count))
      {
        found.append(match)
        if isFirstEnough { return found }
        index += sought.count
      } else {
        index += 1
      }
    }
    return found
  }

  private func isThere(in bytes: [UInt8], at start: Int) -> Bool {
    for offset in sought.indices where bytes[start + offset] != sought[offset] { return false }
    return true
  }
}

/// A text without case and accents, and where each byte of it comes from.
private struct Folded {
  private(set) var bytes: [UInt8] = []
  /// For each byte, and behind the last, the start of its cluster; empty where that is the same.
  private var origins: [Int] = []
  private let start: Int

  init(_ text: String, _ range: Range<Int>) {
    start = range.lowerBound
    let part = text[text.at(range.lowerBound)..<text.at(range.upperBound)]
    if part.utf8.allSatisfy({ $0 < 0x80 }) {
      bytes = part.utf8.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }
      return
    }
    var known: [Character: [UInt8]] = [:]
    var place = range.lowerBound
    for cluster in part {
      let plain = known[cluster] ?? Array(String(cluster).folded.utf8)
      known[cluster] = plain
      bytes += plain
      origins += Array(repeating: place, count: plain.count)
      place += cluster.utf8.count
    }
    origins.append(place)
  }

  /// The part of the text that some folded bytes stand for; nil if they begin or end in a cluster.
  func source(of range: Range<Int>) -> Range<Int>? {
    if origins.isEmpty { return (start + range.lowerBound)..<(start + range.upperBound) }
    let (first, last) = (range.lowerBound, range.upperBound)
    guard first == 0 || origins[first - 1] != origins[first], origins[last - 1] != origins[last]
    else { return nil }
    return origins[first]..<origins[last]
  }
}
