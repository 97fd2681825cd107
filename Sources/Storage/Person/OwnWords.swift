import Domain

/// Words that a person added to the dictionary: a plain file of one word a line, beside the settings.
///
/// Nothing else of a text is kept with them.
package struct OwnWords: Sendable {
  private let config: ConfigFolder

  package init(_ config: ConfigFolder) { self.config = config }

  package var path: String { config.path + "/" + Self.name }
  private static let name = "words.txt"
  private static let limit = 1_048_576

  /// - Throws: `untrusted` for a file that can't be read as words.
  package func load() throws(StorageError) -> [String] {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try Folder.readSystemFile(path, limit: Self.limit)
    } catch {
      if error == .missing { return [] }
      throw .untrusted(problem(error.reason))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .untrusted(problem("it isn't UTF-8 text"))
    }
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// Adds a word to the file, which only the person can read.
  ///
  /// - Throws: `untrusted` where the file can't be read: it isn't written over.
  package func add(_ word: String) throws(StorageError) {
    var words = try load()
    guard !words.contains(word) else { return }
    words.append(word)
    let bytes = Array((words.joined(separator: "\n") + "\n").utf8)
    try DataFolder.makeFolders(to: config.path)
    try Folder.open(config.path, disk: Disk()).replace(Self.name, with: bytes)
  }

  private func problem(_ reason: String) -> RecordProblem {
    RecordProblem(
      record: path,
      kind: "unreadable",
      what: "Your own words \(path) can't be used: \(reason).",
      doThis: "Correct the file or move it away; until then your words are marked."
    )
  }
}
