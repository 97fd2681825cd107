/// Why nothing is checked: each with what to do; no text was changed.
package enum SpellingError: Error, Equatable, Sendable {
  case noLibrary
  /// A library of that name without what a spell checker has.
  case oddLibrary(String)
  /// By the languages that were looked for.
  case noDictionary([String])
  /// By the path of its list of words.
  case brokenDictionary(String)

  package var sentence: String {
    switch self {
    case .noLibrary:
      "No spell checker is installed here: apt install hunspell hunspell-en-us, then F7."
    case .oddLibrary(let library):
      "\(library) isn't a spell checker. Nothing was changed. apt install hunspell, then F7."
    case .noDictionary(let languages):
      "No dictionary for \(languages.joined(separator: " or ")): apt install hunspell-en-us, then F7."
    case .brokenDictionary(let path):
      "The dictionary \(path) can't be used. Nothing was changed. Install it anew, then F7."
    }
  }
}
