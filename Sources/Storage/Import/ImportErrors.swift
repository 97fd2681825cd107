/// Something in a file that can't be imported.
package struct ImportProblem: Error, Hashable, Sendable {
  package var file: String
  /// Counted from 1; nil is the file as a whole.
  package var line: Int?
  package var place: Place
  /// What was found, and what was expected.
  package var message: String

  package init(file: String, line: Int?, place: Place, message: String) {
    self.file = file
    self.line = line
    self.place = place
    self.message = message
  }

  /// Where in a line.
  package enum Place: Hashable, Sendable {
    case line
    /// Counted from 1, with the name of the column.
    case column(Int, String)
    case character(Int)
  }

  /// "clients.csv, line 3, column 4 (birthDate): …".
  package var sentence: String {
    let line = line.map { ", line \($0)" } ?? ""
    switch place {
    case .line: return "\(file)\(line): \(message)"
    case .column(let number, let name):
      return "\(file)\(line), column \(number) (\(name)): \(message)"
    case .character(let number): return "\(file)\(line), character \(number): \(message)"
    }
  }
}

/// Everything that stands against an import, in the order of files and lines.
package struct ImportErrors: Error, Hashable, Sendable {
  package var problems: [ImportProblem]

  package init(_ problems: [ImportProblem]) { self.problems = problems }

  /// What happened, what wasn't changed, and what to do.
  package var message: String {
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    let list = problems.map { "  " + $0.sentence }.joined(separator: "\n")
    return "Nothing was imported: \(count).\n\(list)\n"
      + "Nothing was changed. Correct the files, then import again."
  }
}
