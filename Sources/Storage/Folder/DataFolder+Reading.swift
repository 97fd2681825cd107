import Domain

extension DataFolder {
  /// Reads one record.
  ///
  /// - Parameters:
  ///   - place: Where it lies.
  ///   - folder: The folder it lies in.
  ///   - problems: Takes what makes the file unusable.
  ///   - _: What it is read as.
  /// - Returns: Nil where there is no such file, or where it can't be used.
  func read<Record: StoredRecord>(
    _ place: RecordPlace,
    in folder: Folder,
    problems: inout [RecordProblem],
    as _: Record.Type = Record.self
  ) -> Record? {
    let known = memory.known.removeValue(forKey: place.path)
    memory.seen[place.path] = folder.facts(of: place.name)?.mark
    do throws(FileFault) {
      let file = try folder.record(at: place, as: Record.self)
      try checkNotRolledBack(file.envelope, since: known)
      remember(file, at: place)
      return file.record
    } catch {
      if error != .missing { problems.append(error.problem(at: place)) }
      return nil
    }
  }

  /// Refuses a sealed record that is older than the one this window knows.
  ///
  /// A plain one may have been put back by hand.
  func checkNotRolledBack(_ envelope: Envelope, since known: KnownRecord?) throws(FileFault) {
    guard root.seal != nil, let seen = known?.envelope.revision, envelope.revision < seen else {
      return
    }
    throw .rolledBack(found: envelope.revision, seen: seen)
  }

  /// Reads a record of `settings/`; nil where it isn't there or can't be used.
  func readSetting<Element: StoredRecord>(
    _ place: RecordPlace,
    problems: inout [RecordProblem],
    as _: Element.Type
  ) -> [Element]? {
    guard let folder = openFolder(place.folder, problems: &problems) else { return nil }
    return read(place, in: folder, problems: &problems, as: ListRecord<Element>.self)?.elements
  }

  /// Opens a folder; nil where it isn't there, or where it can't be used, which is a problem.
  func openFolder(_ path: String, problems: inout [RecordProblem]) -> Folder? {
    do throws(StorageError) {
      return try root.descend(path)
    } catch {
      problems.append(.folder(path, error))
      return nil
    }
  }

  /// The names of records in a folder; what else is there is a problem, or a left-over.
  ///
  /// - Parameters:
  ///   - folder: An open folder.
  ///   - problems: Takes what doesn't belong there.
  ///   - isRecord: Whether a name is one of a record.
  /// - Returns: The names in order.
  func recordNames(
    in folder: Folder,
    problems: inout [RecordProblem],
    where isRecord: (String) -> Bool
  ) -> [String] {
    do throws(StorageError) {
      var names: [String] = []
      for name in try folder.names() {
        if isRecord(name) {
          names.append(name)
        } else if Layout.isTemporary(name) {
          if removesLeftovers { folder.removeIfOld(name) }
        } else {
          problems.append(.foreign(folder.pathOf(name)))
        }
      }
      return names
    } catch {
      problems.append(.folder(folder.path, error))
      return []
    }
  }
}

extension RecordProblem {
  /// A folder that can't be opened or listed.
  static func folder(_ path: String, _ error: StorageError) -> RecordProblem {
    var word = ProblemWord.unreadable
    var reason = error.message
    if case .disk(_, _, let code) = error {
      reason = "The folder \(path) can't be opened: \(StorageError.reason(code))."
      if FileType.isWrongType(code) {
        word = .notPlain
        reason = "The folder \(path) isn't used: a link or a file stands where it should be."
      }
    }
    return RecordProblem(
      record: path,
      kind: word.rawValue,
      what: reason,
      doThis: "Put the folder back as it was, or give the permission to read it back.",
      date: day(of: path)
    )
  }

  /// A name that isn't one of the program's.
  static func foreign(_ path: String) -> RecordProblem {
    RecordProblem(
      record: path,
      kind: ProblemWord.foreign.rawValue,
      what: "\(path) isn't a file of this program. It is left alone.",
      doThis: "Move it out of the data folder.",
      date: day(of: path)
    )
  }

  /// The day that a path tells.
  static func day(of path: String) -> CalendarDate? {
    let parts = path.split(separator: "/")
    guard parts.count > 1, parts.first == "days" else { return nil }
    return Layout.day(ofFolder: String(parts[1]))
  }
}
