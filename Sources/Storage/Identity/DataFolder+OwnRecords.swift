import Domain

/// Records of a counselor's own beside the program's settings, a file each: the PIN, words, and
/// forms that aren't done.
extension DataFolder {
  /// - Returns: Nil where there is none.
  /// - Throws: `untrusted` where it can't be used.
  func ownRecord<Record: StoredRecord>(
    of staff: StaffID,
    at place: RecordPlace
  ) throws(StorageError) -> RecordFile<Record>? {
    guard StoredID.isValid(staff.rawValue, .staff) else { throw .badIdentifier(staff.rawValue) }
    guard let folder = try root.descend(place.folder) else { return nil }
    do throws(FileFault) {
      return try folder.record(at: place)
    } catch {
      if error == .missing { return nil }
      throw .untrusted(error.problem(at: place))
    }
  }

  /// Changes the record as it lies on disk under its lock; it is written only where it differs then.
  ///
  /// Where there is none, it begins with `first`.
  ///
  /// - Returns: The revision that was written; nil where none was.
  /// - Throws: `locked`, `untrusted`, `disk`.
  func changeOwnRecord<Record: StoredRecord & Equatable>(
    of staff: StaffID,
    at place: RecordPlace,
    orElse first: Record,
    now: Instant,
    _ change: (inout Record) -> Void
  ) throws(StorageError) -> Int? {
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(lockName(of: place), in: locks)
    defer { withExtendedLifetime(lock) {} }
    let old: RecordFile<Record>? = try ownRecord(of: staff, at: place)
    var record = old?.record ?? first
    change(&record)
    guard record != old?.record ?? first else { return nil }
    let envelope =
      old?.envelope.next(at: now, by: staff) ?? Envelope(new: place, at: now, by: staff)
    let bytes = try root.file(of: record, envelope: envelope, at: place)
    try root.madeFolders(place.folder, isSynced: true).replace(place.name, with: bytes)
    return envelope.revision
  }

  /// Those that can't be used.
  func ownRecordProblems() -> [RecordProblem] {
    problems(in: RecordPlace.pin(of: StaffID("")).folder) { id throws(StorageError) in
      let _: RecordFile<StoredPIN>? = try ownRecord(of: id, at: .pin(of: id))
    }
      + problems(in: RecordPlace.words(of: StaffID("")).folder) { id throws(StorageError) in
        let _: RecordFile<StoredWords>? = try ownRecord(of: id, at: .words(of: id))
      }
      + problems(in: RecordPlace.forms(of: StaffID("")).folder) { id throws(StorageError) in
        let _: RecordFile<StoredForms>? = try ownRecord(of: id, at: .forms(of: id))
      }
  }

  private func problems(
    in path: String,
    reading: (StaffID) throws(StorageError) -> Void
  ) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    guard let folder = openFolder(path, problems: &problems) else { return problems }
    let names = recordNames(in: folder, problems: &problems) {
      StoredID.inFileName($0, .staff) != nil
    }
    for name in names {
      do throws(StorageError) {
        try reading(StaffID(String(name.dropLast(Layout.suffix.count))))
      } catch {
        if case .untrusted(let problem) = error { problems.append(problem) }
      }
    }
    return problems
  }
}
