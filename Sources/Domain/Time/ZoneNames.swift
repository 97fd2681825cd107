/// The names of the time zones that a system knows, found by a part of them.
package struct ZoneNames: Equatable, Sendable {
  /// What is known under a typed name.
  package enum Finding: Equatable, Sendable {
    case one(String)
    /// The best first, each zone once.
    case several([String])
    case none
  }

  private struct Name: Equatable, Sendable {
    let identifier: String
    /// The zone that it is; another where the name is only another one for it.
    let zone: String
    /// Folded: "america los angeles".
    let words: [Substring]
    let isInUnitedStates: Bool

    /// The same as what is typed for a part of it: "los angeles".
    var place: String {
      let last = identifier.split(separator: "/").last.map(String.init) ?? identifier
      return ZoneNames.words(of: last).joined(separator: " ")
    }
  }

  /// Those of the United States first, else by name.
  private var names: [Name]

  package var isEmpty: Bool { names.isEmpty }

  /// No names; then any that may be one is taken.
  package init() { names = [] }

  /// - Parameters:
  ///   - zones: The zones by their own names.
  ///   - links: Other names, each with the zone that it stands for.
  ///   - unitedStates: Which of the zones are there.
  package init(
    zones: [String],
    links: [(name: String, zone: String)] = [],
    unitedStates: Set<String> = []
  ) {
    let all = zones.map { (name: $0, zone: $0) } + links
    names = all.map {
      Name(
        identifier: $0.name,
        zone: $0.zone,
        words: Self.words(of: $0.name),
        isInUnitedStates: unitedStates.contains($0.zone)
      )
    }
    names.sort {
      ($0.isInUnitedStates ? 0 : 1, $0.identifier) < ($1.isInUnitedStates ? 0 : 1, $1.identifier)
    }
  }

  /// Finds a zone by its whole name, its city, or parts of them, case and accents ignored.
  package func find(_ text: String) -> Finding {
    let wanted = Self.words(of: text)
    guard !wanted.isEmpty else { return .none }
    if let whole = names.first(where: { $0.words == wanted }) { return .one(whole.identifier) }
    let ranked = names.compactMap { name in Self.rank(name, wanted).map { (name, rank: $0) } }
    let best = ranked.filter { $0.rank == 0 }.map(\.0)
    let found = Self.zones(
      of: ranked.enumerated().sorted {
        ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
      }.map(\.element.0)
    )
    if let only = Self.only(Self.zones(of: best)) ?? Self.only(found) { return .one(only) }
    return found.isEmpty ? .none : .several(found)
  }

  /// How well a name fits, 0 best; nil where not every word is in it.
  private static func rank(_ name: Name, _ wanted: [Substring]) -> Int? {
    let text = wanted.joined(separator: " ")
    if name.place == text { return 0 }
    if name.place.hasPrefix(text) { return 1 }
    if wanted.allSatisfy({ part in name.words.contains { $0.hasPrefix(part) } }) { return 2 }
    let isIn = wanted.allSatisfy { part in name.words.contains { $0.contains(part) } }
    return isIn ? 3 : nil
  }

  private static func zones(of names: [Name]) -> [String] {
    var zones: [String] = []
    for name in names where !zones.contains(name.zone) { zones.append(name.zone) }
    return zones
  }

  private static func only(_ zones: [String]) -> String? { zones.count == 1 ? zones[0] : nil }

  private static func words(of text: String) -> [Substring] {
    text.folded.split { $0 == "/" || $0 == "_" || $0 == "," || $0.isWhitespace }
  }
}
