import Glibc
import Testing

@testable import Spelling

/// The installed library itself, with the dictionary it comes with; `Tests/run` installs both.
@Suite(.enabled(if: Installed.isThere, "hunspell and hunspell-en-us aren't installed"))
struct `The installed spell checker` {
  private func checker() throws -> SpellChecker {
    try SpellChecker(files: try DictionaryFiles.find(locale: "en_US.UTF-8"))
  }

  @Test func `knows words and not their slips, and says what may be meant`() throws {
    let checker = try checker()
    #expect(checker.knows("arrived"))
    #expect(checker.knows("Client"))
    #expect(checker.knows("doesn't"))
    #expect(!checker.knows("arived"))
    #expect(checker.suggestions(for: "arived").prefix(3).contains("arrived"))
    #expect(checker.suggestions(for: "arived").count <= SpellChecker.mostSuggestions)
    #expect(checker.unknown(of: ["wnet", "the", "teh", "group"]) == ["wnet", "teh"])
  }

  @Test func `knows the words of the field and offers them`() throws {
    let checker = try checker()
    for word in ["naltrexone", "Naltrexone", "buprenorphine", "psychoeducation", "sponsee"] {
      #expect(checker.knows(word), "\(word)")
    }
    #expect(checker.suggestions(for: "buprenorphin").contains("buprenorphine"))
  }

  @Test func `no word of the field stands twice or is known anyway`() throws {
    let files = try DictionaryFiles.find(locale: nil)
    let bare = try SpellingDictionary(library: SpellChecker.library, files: files)
    for word in FieldWords.all.dropLast(5) { #expect(!bare.knows(word), "\(word)") }
    #expect(Set(FieldWords.all).count == FieldWords.all.count)
    #expect(FieldWords.all.suffix(5).contains("tele"), "what follows are parts of words")
  }

  @Test func `learns a person's own words, also those judged before`() throws {
    let checker = try checker()
    #expect(!checker.knows("Quillfeather"))
    checker.learn(["Quillfeather"])
    #expect(checker.knows("Quillfeather"))
    #expect(!checker.knows("Quilfeather"))
  }

  @Test func `an endless word is unknown and nothing is like it`() throws {
    let checker = try checker()
    let word = String(repeating: "ab", count: 50_000)
    #expect(!checker.knows(word))
    #expect(checker.suggestions(for: word).isEmpty)
  }

  @Test func `a dictionary in an older character set is asked in its own`() throws {
    let folder = try WordFolder()
    try folder.write("SET ISO8859-1\nTRY abcdefghijklmnopqrstuvwxyz\n", "fr_FR.aff")
    try folder.write(Array("3\nclient\nliste\n".utf8) + [0xE9, 0x74, 0xE9, 0x0A], "fr_FR.dic")
    let files = try DictionaryFiles.find(locale: "fr_FR.UTF-8", in: [folder.path])
    let checker = try SpellChecker(files: files)
    #expect(checker.knows("été"))
    #expect(!checker.knows("ete"))
    #expect(!checker.knows("日本"))
    #expect(checker.suggestions(for: "étté").contains("été"))
  }

  @Test(arguments: [
    ("", ""), ("SET UTF-8\n", ""), ("SET UTF-8\n", "\0\u{1}\u{2}"),
    ("SET x-nothing\n", "2\nword\nlist\n"),
    ("SET UTF-8\n", "not a list\nof words\nat all\n"), ("FLAG long\nSFX", "0\n\n\n"),
  ])
  func `a broken dictionary is a sentence`(affixes: String, words: String) throws {
    let folder = try WordFolder()
    try folder.write(affixes, "en_US.aff")
    try folder.write(words, "en_US.dic")
    let files = try DictionaryFiles.find(locale: nil, in: [folder.path])
    #expect(throws: SpellingError.brokenDictionary(folder.path + "/en_US.dic")) {
      try SpellChecker(files: files)
    }
  }

  @Test func `another library is a sentence`() throws {
    let files = try DictionaryFiles.find(locale: nil)
    #expect(throws: SpellingError.oddLibrary("libc.so.6")) {
      try SpellChecker(files: files, library: "libc.so.6")
    }
  }
}

@Suite struct `Without a spell checker` {
  @Test func `no library is a sentence that tells how to get it`() {
    let files = DictionaryFiles(affixes: "/none.aff", words: "/none.dic")
    #expect(throws: SpellingError.noLibrary) {
      try SpellChecker(files: files, library: "/nowhere/libhunspell.so")
    }
    #expect(SpellingError.noLibrary.sentence.contains("apt install hunspell hunspell-en-us"))
  }

  @Test func `no dictionary names the languages that were looked for`() {
    #expect(throws: SpellingError.noDictionary(["en_GB", "en_US"])) {
      try DictionaryFiles.find(locale: "en_GB.UTF-8", in: ["/nowhere"])
    }
    #expect(SpellingError.noDictionary(["en_GB", "en_US"]).sentence.contains("en_GB or en_US"))
  }

  @Test(arguments: [
    ("en_GB.UTF-8", ["en_GB", "en_US"]), ("de_AT@euro", ["de_AT", "en_US"]), ("C.UTF-8", ["en_US"]),
    ("POSIX", ["en_US"]), ("en_US.UTF-8", ["en_US"]), ("../../tmp/x", ["en_US"]), ("", ["en_US"]),
  ])
  func `the language is the locale's`(locale: String, languages: [String]) {
    #expect(DictionaryFiles.languages(of: locale) == languages)
  }

  @Test func `the person's language comes before the American one`() throws {
    let folder = try WordFolder()
    for name in ["en_US.aff", "en_US.dic", "en_GB.aff", "en_GB.dic"] { try folder.write("", name) }
    let found = try DictionaryFiles.find(locale: "en_GB.UTF-8", in: ["/nowhere", folder.path])
    #expect(found.words == folder.path + "/en_GB.dic")
    let other = try DictionaryFiles.find(locale: "nl_NL.UTF-8", in: [folder.path])
    #expect(other.words == folder.path + "/en_US.dic")
  }
}

enum Installed {
  static let isThere = access("/usr/share/hunspell/en_US.dic", R_OK) == 0
}

/// A folder for dictionaries, gone with it.
final class WordFolder {
  struct Failed: Error {}
  let path: String
  private var files: [String] = []

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/caseload-words-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failed() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func write(_ text: String, _ name: String) throws { try write(Array(text.utf8), name) }

  func write(_ bytes: [UInt8], _ name: String) throws {
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0, Glibc.write(file, bytes, bytes.count) == bytes.count, close(file) == 0 else {
      throw Failed()
    }
    files.append(name)
  }

  deinit {
    for name in files { unlink(path + "/" + name) }
    rmdir(path)
  }
}
