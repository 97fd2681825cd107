import Domain

/// A word of a fixed set that stands in an argument, typed with dashes or underscores.
enum StoredWord {
  static func read<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String,
    option: String,
    as _: Word.Type = Word.self
  ) throws(CommandError) -> Word {
    guard let word: Word = known(text) else {
      throw refusal(option, Word.allCases.map(\.rawValue))
    }
    return word
  }

  /// One of the set, or one of an agency's own words, as the settings have them.
  static func read<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String,
    or own: [String],
    option: String,
    as _: Word.Type = Word.self
  ) throws(CommandError) -> Coded<Word> {
    if let word: Word = known(text) { return .known(word) }
    guard let word = own.first(where: { $0.folded == text.folded }) else {
      throw refusal(option, Word.allCases.map(\.rawValue) + own)
    }
    return Coded(stored: word)
  }

  private static func known<Word: RawRepresentable<String>>(_ text: String) -> Word? {
    Word(rawValue: String(text.map { $0 == "-" ? "_" : $0 }))
  }

  private static func refusal(_ option: String, _ words: [String]) -> CommandError {
    .use(
      "\(option) isn't one of those there are.",
      form: "\(option) with one of \(words.joined(separator: ", "))"
    )
  }
}
