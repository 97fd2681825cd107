/// Judges words by the installed dictionary, the words of the field and a person's own.
///
/// What a word was judged is kept, so that a long text is as quick as a short one the next time.
/// Nothing leaves the process, and no word is stored here.
package final class SpellChecker {
  private let dictionary: SpellingDictionary
  private var verdicts: [String: Bool] = [:]
  private var own: Set<String> = []

  /// The library's name for the system's loader.
  package static let library = "libhunspell-1.7.so.0"
  /// How many suggestions are worth showing.
  package static let mostSuggestions = 9
  /// Longer words are unknown and nothing is like them: the library's time grows with the length.
  private static let longest = 48
  private static let mostVerdicts = 400_000

  /// Loads the library and the dictionary: some tens of milliseconds.
  package init(files: DictionaryFiles, library: String = library) throws(SpellingError) {
    dictionary = try SpellingDictionary(library: library, files: files)
    let some = files.someWords().prefix(200)
    guard some.contains(where: dictionary.knows) else { throw .brokenDictionary(files.words) }
    for word in FieldWords.all { dictionary.add(word) }
  }

  /// Takes over a person's own words.
  package func learn(_ words: some Sequence<String>) {
    let new = words.filter { own.insert($0).inserted }
    guard !new.isEmpty else { return }
    for word in new { dictionary.add(word) }
    verdicts = verdicts.filter(\.value)
  }

  package func knows(_ word: String) -> Bool {
    if let verdict = verdicts[word] { return verdict }
    if verdicts.count >= Self.mostVerdicts { verdicts = [:] }
    let verdict = word.utf8.count <= Self.longest && dictionary.knows(word)
    verdicts[word] = verdict
    return verdict
  }

  /// The words that aren't known, in the order in which they were given.
  package func unknown(of words: [String]) -> [String] { words.filter { !knows($0) } }

  package func suggestions(for word: String) -> [String] {
    guard word.utf8.count <= Self.longest else { return [] }
    return Array(dictionary.suggestions(for: word).prefix(Self.mostSuggestions))
  }
}
