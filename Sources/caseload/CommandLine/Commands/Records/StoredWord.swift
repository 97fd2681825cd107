/// A word of a fixed set that stands in an argument, typed with dashes or underscores.
enum StoredWord {
  static func read<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String,
    option: String,
    as _: Word.Type = Word.self
  ) throws(CommandError) -> Word {
    let stored = String(text.map { $0 == "-" ? "_" : $0 })
    guard let word = Word(rawValue: stored) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw .use("\(option) isn't one of those there are.", form: "\(option) with one of \(words)")
    }
    return word
  }
}
