package import Domain

extension DataFolder {
  /// Makes a folder for a sealed program, whose first counselor has the first passphrase.
  ///
  /// - Parameters:
  ///   - path: A folder that is empty or isn't there yet.
  ///   - snapshot: What to write.
  ///   - staff: The counselor, one of the snapshot's.
  ///   - passphrase: Theirs.
  ///   - recovery: The recovery key, which is kept nowhere.
  ///   - now: When the records are made.
  ///   - stretching: How slow trying passphrases is.
  /// - Returns: The folder, open for that counselor.
  /// - Throws: What `create` throws, and `weakPassphrase`.
  package static func createSealed(
    at path: String,
    snapshot: ProgramSnapshot,
    for staff: Staff,
    passphrase: String,
    recovery: RecoveryKey,
    now: Instant,
    stretching: Stretching = .standard
  ) throws(StorageError) -> DataFolder {
    if Passphrase.isWeak(passphrase) { throw .weakPassphrase }
    let holder = Access.Holder(
      staff: staff.id,
      code: staff.code,
      passphrase: passphrase,
      stretching: stretching
    )
    let access = try Access.founded(snapshot.program.id, by: holder, recovery)
    let place = RecordPlace.access(snapshot.program.id)
    let entry = Entry(access, staff: staff.id, place: place, readAt: nil)
    var options = CreateOptions(durable: true, now: now)
    options.entry = entry
    return try create(at: path, snapshot: snapshot, options: options)
  }
}
