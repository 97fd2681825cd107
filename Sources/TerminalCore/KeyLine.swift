/// One line of a key file: the keys that a person wants for a command in one place, nothing checked.
package struct KeyLine: Equatable, Sendable {
  /// The place's word, such as `attendance`.
  package var context: String
  /// The command's word, such as `no-show`.
  package var command: String
  /// All keys it is to have there, as help says them, with blanks between; none for an empty text.
  package var keys: String
  /// Counted from 1.
  package var line: Int

  package init(context: String, command: String, keys: String, line: Int) {
    self.context = context
    self.command = command
    self.keys = keys
    self.line = line
  }
}

/// Why a line of a key file, or all of it, isn't used.
package struct KeyFileProblem: Error, Equatable, Sendable {
  /// Counted from 1; 0 is the whole file.
  package var line: Int
  /// What is wrong and what stays, with a full stop.
  package var sentence: String
  /// Whether no line is used because of it.
  package var isOfAll: Bool

  package init(line: Int, sentence: String, isOfAll: Bool = false) {
    self.line = line
    self.sentence = sentence
    self.isOfAll = isOfAll
  }

  /// That something isn't used, short enough for the narrowest status line.
  package static func notice(of problems: [KeyFileProblem], file: String) -> String {
    if let all = problems.first(where: \.isOfAll) {
      let place = all.line == 0 ? "" : ", see its line \(all.line)"
      return "\(file) isn't used\(place) (caseload keys --check)."
    }
    let count = problems.count == 1 ? "a line isn't" : "\(problems.count) lines aren't"
    return "\(file): \(count) used (caseload keys --check)."
  }

  /// The whole of what is to be said, with the file's name in front.
  package func words(file: String) -> String {
    line == 0 ? "\(file) \(sentence)" : "\(file) line \(line): \(sentence)"
  }
}
