import CSpelling

/// The installed spell checker with one dictionary, loaded when it is made.
final class SpellingDictionary {
  private let handle: OpaquePointer

  /// - Parameters:
  ///   - library: A name that the system's loader looks for, or a path.
  ///   - files: The two files of a dictionary.
  /// - Throws: `noLibrary`, `oddLibrary`, `brokenDictionary`.
  init(library: String, files: DictionaryFiles) throws(SpellingError) {
    var problem: Int32 = 0
    guard let handle = sp_open(library, files.affixes, files.words, &problem) else {
      switch sp_problem(UInt32(problem)) {
      case sp_no_library: throw .noLibrary
      case sp_odd_library: throw .oddLibrary(library)
      default: throw .brokenDictionary(files.words)
      }
    }
    self.handle = handle
  }

  deinit { sp_close(handle) }

  func knows(_ word: String) -> Bool { sp_knows(handle, word) }

  func add(_ word: String) { sp_add(handle, word) }

  /// The likeliest first.
  func suggestions(for word: String) -> [String] {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = sp_suggest(handle, word, &list)
    guard let list = list else { return [] }
    defer { sp_free(list, count) }
    var words: [String] = []
    for place in 0..<Int(count) {
      if let text = list[place] { words.append(String(cString: text)) }
    }
    return words
  }
}
