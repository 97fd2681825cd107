import Domain

extension FileFault {
  /// What the screen says about a file, and what a person can do.
  ///
  /// - Parameter place: Which file it is.
  /// - Returns: Two sentences, with the path and the day.
  func problem(at place: RecordPlace) -> RecordProblem {
    RecordProblem(
      record: place.path,
      kind: word.rawValue,
      what: "\(place.words) \(what).",
      doThis: advice(place.path),
      date: place.date
    )
  }

  /// The same, for a file of which only the path is known.
  func problem(ofFile path: String) -> RecordProblem {
    RecordProblem(
      record: path,
      kind: word.rawValue,
      what: "\(path) \(what).",
      doThis: advice(path)
    )
  }

  /// What is wrong, for a file that isn't a record.
  var reason: String {
    switch self {
    case .badContent(let error): error
    case .missing, .notPlain, .unreadable, .tooLarge, .empty, .foreign, .badChecksum, .tooDeep,
      .newer, .isSealed, .otherKind, .otherID, .misplaced, .notSealed, .otherKey, .tampered,
      .rolledBack:
      "it " + what
    }
  }

  private var what: String {
    switch self {
    case .missing: "isn't there"
    case .notPlain(let type): "isn't used: \(type.words) stands where a file should be"
    case .unreadable(let code): "can't be read: \(StorageError.reason(code))"
    case .tooLarge(let bytes):
      bytes == 0
        ? "isn't used: it is larger than 8 MB"
        : "isn't used: it has \(bytes / 1_048_576) MB, and 8 MB is the most"
    case .empty: "is damaged: its file is empty"
    case .foreign: "isn't used: its file wasn't written by this program"
    case .badChecksum: "is damaged: its checksum doesn't fit"
    case .badContent(let error): "is damaged: \(error)"
    case .tooDeep(let line):
      "isn't used: from line \(line) on it is nested deeper than any record"
    case .newer(let found, let known):
      "was written by a newer version of the program: format \(found), this one knows \(known)"
    case .isSealed: "isn't used: it is sealed, and this program's files aren't"
    case .notSealed: "isn't used: it is in clear, and this program's files are sealed"
    case .otherKey(let id): "can't be opened: it is sealed under the key \(id), which isn't here"
    case .tampered:
      "isn't used: it was changed, moved or renamed by something else than this program"
    case .rolledBack(let found, let seen):
      "isn't used: it is an older copy, revision \(found), and revision \(seen) was there before"
    case .otherKind(let kind): "isn't used: the file holds a record of the kind \"\(kind)\""
    case .otherID(let id): "isn't used: the file holds the record \(id)"
    case .misplaced(let reason): "isn't used: \(reason)"
    }
  }

  private func advice(_ path: String) -> String {
    switch self {
    case .missing: "Bring it back from a backup, or run check to see what still names it."
    case .notPlain: "Put the file back, or take away what stands there."
    case .unreadable: "Give the permission to read it back, or look at the disk."
    case .tooLarge, .tooDeep, .foreign, .empty:
      "Bring the file back from a backup, or move it out of the data folder."
    case .badChecksum, .badContent:
      "Bring it back from a backup; or mend it by hand, then run check --accept \(path)."
    case .newer: "Open it with the newer version of the program."
    case .isSealed, .notSealed, .tampered, .otherKey:
      "Bring the file back from a backup, and find out who could write here."
    case .rolledBack:
      "Bring the newer copy back from a backup, and find out who put this one here."
    case .otherKind, .otherID, .misplaced: "Put the file where it belongs."
    }
  }
}
