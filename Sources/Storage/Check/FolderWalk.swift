import Domain

/// Looks at every name in the folder: its mode, whether it belongs there, and what was left over.
struct FolderWalk {
  private(set) var files = 0
  private(set) var problems: [RecordProblem] = []
  private let limit = 2_000_000
  private let isSealed: Bool

  /// - Parameters:
  ///   - root: The data folder.
  ///   - isSealed: Whether it has what only a sealed program has.
  init(_ root: Folder, isSealed: Bool) {
    self.isSealed = isSealed
    walk(root, depth: 0)
  }

  private mutating func walk(_ folder: Folder, depth: Int) {
    if let facts = folder.facts(of: "."), facts.mode & 0o077 != 0 {
      let path = folder.path.isEmpty ? "." : folder.path
      addMode(path, facts.mode, wanted: "0700")
    }
    do throws(StorageError) {
      for name in try folder.names() where files < limit {
        try look(at: name, in: folder, depth: depth)
      }
    } catch {
      problems.append(.folder(folder.path, error))
    }
  }

  private mutating func look(
    at name: String,
    in folder: Folder,
    depth: Int
  ) throws(StorageError) {
    let path = folder.pathOf(name)
    guard let facts = folder.facts(of: name) else { return }
    switch facts.type {
    case .folder:
      guard depth > 0 || Layout.folders.contains(name) || name == Layout.incoming else {
        problems.append(.foreign(path))
        return
      }
      // The copy that a backup is being made of, or was.
      guard folder.path != Layout.backups || !Layout.isTemporary(name) else {
        return addLeftover(path)
      }
      guard depth < 8, let inner = try folder.folder(name, path: path) else { return }
      walk(inner, depth: depth + 1)
    case .plain:
      files += 1
      if facts.mode & 0o177 != 0 { addMode(path, facts.mode, wanted: "0600") }
      // A trial of locks that a kill left is as empty as every lock, and does no harm.
      let isTemporary = Layout.isTemporary(name) && folder.path != Layout.locks
      let isLeftover = isTemporary || path == Layout.unfinished
      if isLeftover { addLeftover(path) }
      if depth == 0, name != Layout.program, !isLeftover {
        problems.append(.foreign(path))
      }
      if path == "settings/" + name, !Layout.settings.contains(path), path != Layout.phrases,
        !Layout.isTemporary(name), !isSealed || !Layout.sealing.contains(path)
      {
        problems.append(.foreign(path))
      }
    case .link, .fifo, .socket, .device, .unknown:
      files += 1
      problems.append(
        RecordProblem(
          record: path,
          kind: ProblemWord.notPlain.rawValue,
          what: "\(path) is \(facts.type.words). It is neither used nor followed.",
          doThis: "Take it out of the data folder.",
          date: RecordProblem.day(of: path)
        )
      )
    }
  }

  private mutating func addMode(_ path: String, _ mode: UInt32, wanted: String) {
    let found = "0" + String(mode, radix: 8)
    problems.append(
      RecordProblem(
        record: path,
        kind: ProblemWord.mode.rawValue,
        what: "\(path) has the mode \(found): others than its owner may get at it.",
        doThis: "Run chmod \(wanted) \(path).",
        date: RecordProblem.day(of: path)
      )
    )
  }

  private mutating func addLeftover(_ path: String) {
    problems.append(
      RecordProblem(
        record: path,
        kind: ProblemWord.leftover.rawValue,
        what: "\(path) was left over when a save was cut off. No record is missing by it.",
        doThis: "Nothing: the next start takes it away.",
        date: RecordProblem.day(of: path)
      )
    )
  }
}
