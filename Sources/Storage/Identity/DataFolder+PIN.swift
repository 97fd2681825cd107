package import Domain

/// Counselors' PINs; accounts will take them over.
extension DataFolder {
  /// Whether a counselor has set a PIN.
  package func hasPIN(_ staff: StaffID) throws(StorageError) -> Bool {
    try storedPIN(of: staff) != nil
  }

  /// Sets a counselor's PIN, or another one in its place.
  ///
  /// Whoever calls has made sure who it is.
  ///
  /// - Throws: `weakPIN` for one that is quickly guessed, `locked`, `untrusted`, `disk`.
  package func setPIN(
    _ pin: String,
    for staff: StaffID,
    at now: Instant
  ) throws(StorageError) {
    if let weakness = PINWeakness(of: pin) { throw .weakPIN(weakness) }
    guard StoredID.isValid(staff.rawValue, .staff) else { throw .badIdentifier(staff.rawValue) }
    let place = RecordPlace.pin(of: staff)
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(staff.rawValue + ".pin", in: locks)
    defer { withExtendedLifetime(lock) {} }
    let old = try storedPIN(of: staff)
    let envelope =
      old?.envelope.next(at: now, by: staff) ?? Envelope(new: place, at: now, by: staff)
    let record = try StoredPIN(pin, of: staff)
    let bytes = try root.file(of: record, envelope: envelope, at: place)
    try root.madeFolders(place.folder, isSynced: true).replace(place.name, with: bytes)
    memory.failedPINs[staff] = nil
    let stamp = SaveStamp(at: now, by: staff)
    audit([AuditEvent(saved: place, revision: envelope.revision, stamp: stamp)])
  }

  /// Whether it is the counselor's PIN; false where none is set.
  package func checkPIN(_ pin: String, for staff: StaffID) throws(StorageError) -> Bool {
    guard let stored = try storedPIN(of: staff) else { return false }
    let isRight = try stored.record.matches(pin)
    memory.failedPINs[staff] = isRight ? nil : failedPINs(of: staff) + 1
    return isRight
  }

  /// How often a wrong PIN was given in this window since the last right one.
  package func failedPINs(of staff: StaffID) -> Int { memory.failedPINs[staff] ?? 0 }

  private func storedPIN(of staff: StaffID) throws(StorageError) -> RecordFile<StoredPIN>? {
    try ownRecord(of: staff, at: .pin(of: staff))
  }
}
