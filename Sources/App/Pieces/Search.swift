import Domain

/// Matching typed fragments against names and titles.
package enum Search {
  /// Whether every fragment of the query is in the text, in any order, case and accents ignored.
  package static func matches(_ query: String, _ text: String) -> Bool {
    let text = text.folded
    return query.split(separator: " ").allSatisfy { text.contains(String($0).folded) }
  }
}
