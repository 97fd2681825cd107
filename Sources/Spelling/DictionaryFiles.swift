import Glibc

/// The two files of a dictionary as hunspell has them.
package struct DictionaryFiles: Equatable, Sendable {
  package var affixes: String
  package var words: String

  /// Where systems put dictionaries.
  package static let folders = [
    "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
  ]

  /// Looks for the dictionary of a person's language, and for the American one where there is none.
  ///
  /// - Parameters:
  ///   - locale: As the environment has it: "en_GB.UTF-8".
  ///   - folders: Where to look, the first one first.
  /// - Returns: Two files that can be read; whether they are a dictionary is seen when it is loaded.
  /// - Throws: `noDictionary` with the languages that were looked for.
  package static func find(
    locale: String?,
    in folders: [String] = folders
  ) throws(SpellingError) -> DictionaryFiles {
    let languages = languages(of: locale)
    for language in languages {
      for folder in folders {
        let files = DictionaryFiles(
          affixes: "\(folder)/\(language).aff",
          words: "\(folder)/\(language).dic"
        )
        if access(files.affixes, R_OK) == 0, access(files.words, R_OK) == 0 { return files }
      }
    }
    throw .noDictionary(languages)
  }

  static func languages(of locale: String?) -> [String] {
    let name = locale?.prefix { $0 != "." && $0 != "@" } ?? ""
    let isName = !name.isEmpty && name.allSatisfy { $0.isASCII && $0.isLetter || $0 == "_" }
    guard isName, name != "C", name != "POSIX", name != fallback else { return [fallback] }
    return [String(name), fallback]
  }

  private static let fallback = "en_US"

  /// Some words of the list, to see whether the dictionary knows its own; empty where it isn't one.
  ///
  /// A list begins with the count of its words; behind a slash stands what is told by flags.
  func someWords() -> [String] {
    let file = open(words, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return [] }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = read(file, &bytes, bytes.count)
    let lines = bytes.prefix(max(0, count)).split(separator: 0x0A)
      .map { String(decoding: $0, as: UTF8.self) }
    let size = lines.first.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
    guard size > 0, lines.count > 2 else { return [] }
    return lines.dropFirst().dropLast().compactMap { line in
      let word = line.prefix { $0 != "/" && $0 != "\t" && $0 != " " && $0 != "\r" }
      let isPlain = word.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
      return isPlain && word.utf8.count > 2 ? String(word) : nil
    }
  }
}
