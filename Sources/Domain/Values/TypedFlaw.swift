/// Why a typed text can't be read, in a sentence that says what is understood.
package struct TypedFlaw: Error, Hashable, Sendable {
  package let words: String

  package init(_ words: String) { self.words = words }
}

extension StringProtocol {
  /// Without spaces before and behind.
  package var withoutOuterSpaces: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// The lines with something in them, without spaces around.
  var typedLines: [String] {
    split(whereSeparator: \.isNewline).map(\.withoutOuterSpaces).filter { !$0.isEmpty }
  }

  /// A stored word as it is typed: one that is known with spaces, one of a newer version in quotes,
  /// so that it is kept as it is.
  static func typedWord<Word: RawRepresentable<String>>(_ word: Coded<Word>) -> String {
    switch word {
    case .known(let word): word.rawValue.split(separator: "_").joined(separator: " ")
    case .unknown(let text): "\"\(text)\""
    }
  }

  /// The one of some stored words that is meant: whole, or cut down so that only it begins like that.
  func typedWord<Word: RawRepresentable<String>>(of words: [Word]) -> Coded<Word>? {
    let typed = withoutOuterSpaces.lowercased().split { $0 == " " || $0 == "_" }
      .joined(separator: "_")
    guard !typed.isEmpty else { return nil }
    if typed.count > 2, typed.first == "\"", typed.last == "\"" {
      return Coded(stored: String(withoutOuterSpaces.dropFirst().dropLast()))
    }
    let found = words.filter { $0.rawValue.hasPrefix(typed) }
    let whole = found.first { $0.rawValue == typed }
    return (whole ?? (found.count == 1 ? found[0] : nil)).map { .known($0) }
  }
}
