package import Domain
import PropertyList

/// Who may open a sealed program.
extension DataFolder {
  package var isSealed: Bool { entry != nil }

  /// Whether whoever logged in has no way in any more.
  ///
  /// They were removed, or gave themselves another passphrase in another window. Looks at the record
  /// where it is another one than before.
  package var isShutOut: Bool {
    guard let entry else { return false }
    if let newer = entry.newerRing(in: root) { root.seal?.take(newer) }
    return entry.isShutOut
  }

  /// Who logged in; nil for a plain program, and for one opened with the recovery key.
  package var loggedIn: StaffID? { entry?.staff }

  /// Who has a passphrase, in the order in which they got it; none in a plain program.
  package var holders: [StaffID] { entry?.access.record.slots.compactMap(\.holder) ?? [] }

  /// Whether a passphrase is too quickly guessed to be taken.
  package static func isWeak(passphrase: String) -> Bool { Passphrase.isWeak(passphrase) }

  /// Gives a counselor a passphrase, or another one in place of theirs.
  ///
  /// Whoever calls has made sure that it is allowed.
  ///
  /// - Throws: `weakPassphrase`, `noAccess` in a plain program, `locked`, `untrusted`, `disk`.
  package func setPassphrase(
    _ passphrase: String,
    for staff: Staff,
    stretching: Stretching = .standard
  ) throws(StorageError) {
    if Passphrase.isWeak(passphrase) { throw .weakPassphrase }
    let holder = Access.Holder(
      staff: staff.id,
      code: staff.code,
      passphrase: passphrase,
      stretching: stretching
    )
    try changeAccess { access throws(StorageError) in
      if staff.id == loggedIn { try access.change(holder) } else { try access.set(holder) }
    }
    tell(loggedIn == nil ? "passphrase, with the recovery key" : "passphrase", of: staff.id)
  }

  /// Wraps the same keys of whoever logged in under a slower passphrase's key.
  func keepHolder(_ holder: Access.Holder) throws(StorageError) {
    try changeAccess { access throws(StorageError) in
      try access.set(holder, keys: access.keys)
    }
  }

  /// Takes a counselor's way in away; the program's keys, which they had, are for `renewKeys`.
  package func removeAccess(of staff: StaffID) throws(StorageError) {
    try changeAccess { access throws(StorageError) in try access.remove(staff) }
    tell("access removed", of: staff)
  }

  /// Puts a new recovery key in the place of the old one, which opens nothing any more.
  ///
  /// Whoever calls has shown it: it is kept nowhere.
  package func setRecoveryKey(_ recovery: RecoveryKey) throws(StorageError) {
    try changeAccess { access throws(StorageError) in try access.set(recovery) }
    tell("recovery key", of: nil)
  }

  /// Writes into the audit log what was changed of who may open the program.
  func tell(_ detail: String, of staff: StaffID?) {
    audit([
      AuditEvent(
        at: .ofSystem,
        by: loggedIn,
        action: .known(.configChanged),
        entity: staff.map { .staff($0) } ?? .program,
        detail: detail
      )
    ])
  }

  /// What is wrong with the record of who may open the program.
  func accessProblems() -> [RecordProblem] {
    guard let entry else { return [] }
    let place = entry.place
    do {
      guard let folder = try root.descend(place.folder) else { return [] }
      let bytes = try folder.read(place.name)
      let file = try RecordFile<AccessRecord>(bytes, at: place, under: nil)
      return entry.refreshed(file.record) == nil ? [FileFault.tampered.problem(at: place)] : []
    } catch let fault as FileFault {
      return [fault.problem(at: place)]
    } catch {
      return [.folder(place.folder, .noAccess)]
    }
  }

  /// Changes the record of who may open the program, under its lock.
  func changeAccess(
    _ change: (inout Access) throws(StorageError) -> Void
  ) throws(StorageError) {
    guard let entry else { throw .noAccess }
    let place = entry.place
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take("access", in: locks)
    defer { withExtendedLifetime(lock) {} }
    let folder = try root.madeFolders(place.folder, isSynced: true)
    let old: RecordFile<AccessRecord>
    do throws(FileFault) {
      old = try RecordFile(try folder.read(place.name), at: place, under: nil)
    } catch {
      throw .untrusted(error.problem(at: place))
    }
    guard var access = entry.refreshed(old.record) else { throw .noAccess }
    try change(&access)
    let envelope = old.envelope.next(at: .earliest, by: nil)
    try folder.replace(place.name, with: try Self.accessFile(access.record, envelope))
    entry.take(access)
    root.seal?.take(access.ring)
    audit([
      AuditEvent(access: access.record, after: old.record, by: loggedIn, at: .ofSystem)
    ])
  }

  /// The file of the record, which is never sealed; its dates would tell when somebody came or left.
  static func accessFile(_ record: AccessRecord, _ envelope: Envelope) throws(StorageError)
    -> [UInt8]
  {
    do throws(PropertyListError) {
      let place = RecordPlace.access(ID(envelope.id))
      return try envelope.file(of: record.propertyList, at: place, under: nil)
    } catch {
      throw .unwritable(Layout.access, reason: error.message)
    }
  }
}
