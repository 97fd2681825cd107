import App
import Domain
import Glibc
import Spelling
import Storage

/// Checks words by the installed spell checker, which is loaded at the first F7 and not before.
final class SpellingKeeper {
  private var checker: SpellChecker?
  private let ownWords = ConfigFolder.standard { Environment.value($0) }.map { OwnWords($0) }

  /// Looks words up.
  ///
  /// - Parameters:
  ///   - request: The words.
  ///   - own: Where a sealed program keeps the words of whoever is at the keyboard; nil in a plain one.
  /// - Returns: What isn't known, or why nothing can be looked up.
  func check(_ request: SpellingRequest, own: SealedWords?) -> Action {
    do throws(SpellingError) {
      let checker = try loaded()
      let problem = learnOwnWords(checker, own)
      let unknown = checker.unknown(of: request.words)
      let suggestions = unknown.first.map { checker.suggestions(for: $0) } ?? []
      if unknown.isEmpty, let problem { return .spellingFailed(why: problem) }
      return .spellingChecked(SpellingAnswer(unknown: unknown, suggestions: suggestions))
    } catch {
      return .spellingFailed(why: error.sentence)
    }
  }

  /// Forgets the words of whoever logged off.
  func forget() { checker = nil }

  private func loaded() throws(SpellingError) -> SpellChecker {
    if let checker { return checker }
    let new = try SpellChecker(files: try files(), library: library)
    checker = new
    return new
  }

  func learn(_ word: String, own: SealedWords?) -> Action {
    guard own != nil || ownWords != nil else {
      return .spellingFailed(
        why: "There is no home folder to keep your words in; ignore it with 0."
      )
    }
    do throws(StorageError) {
      // Beside a sealed program a list in clear would tell what is in its notes.
      if let own {
        try own.folder.addOwnWord(word, of: own.staff, at: own.now)
      } else {
        try ownWords?.add(word)
      }
      checker?.learn([word])
      return .wordLearned(word)
    } catch {
      return .spellingFailed(why: error.message)
    }
  }

  /// Another window may have added some meanwhile.
  ///
  /// - Returns: Why they can't be used; nil where they can.
  private func learnOwnWords(_ checker: SpellChecker, _ own: SealedWords?) -> String? {
    do throws(StorageError) {
      if let own { checker.learn(try own.folder.ownWords(of: own.staff)) }
      if let ownWords { checker.learn(try ownWords.load()) }
      return nil
    } catch { return error.message }
  }

  /// The library's name; `CASELOAD_SPELLING` stands in for it, such as by a path.
  private var library: String { Environment.value("CASELOAD_SPELLING") ?? SpellChecker.library }

  /// By the language of messages, and where `DICPATH` says, as hunspell itself has it.
  private func files() throws(SpellingError) -> DictionaryFiles {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Environment.value($0) }.first
    let own = Environment.value("DICPATH")?.split(separator: ":").map(String.init) ?? []
    return try DictionaryFiles.find(locale: locale, in: own + DictionaryFiles.folders)
  }
}

/// Where a sealed program keeps the words of whoever is at the keyboard.
struct SealedWords {
  let folder: DataFolder
  let staff: StaffID
  let now: Instant
}
