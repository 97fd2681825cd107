import Domain

extension DataFolder {
  /// Seals a month's lines anew where some are under an older key; what they say stays.
  func sealAuditAnew(_ month: CalendarDate) throws(StorageError) -> SealedAnew {
    guard let folder = try root.descend(Layout.audit), let seal = root.seal else { return .done }
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(Layout.auditLock, in: locks)
    defer { withExtendedLifetime(lock) {} }
    let file = AuditFile(month: month, seal: seal)
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try folder.read(file.name, limit: AuditFile.sizeLimit)
    } catch {
      return error == .missing ? .done : .unusable
    }
    guard let lines = AuditFile.lines(of: bytes) else { return .unusable }
    guard lines.contains(where: { AuditFile.key(of: $0) != seal.ring.current.id }) else {
      return .done
    }
    var fresh = AuditFile.head
    for line in lines {
      guard let plain = file.line(line), let sealed = file.bytes(of: plain) else {
        return .unusable
      }
      fresh += sealed
    }
    try folder.replace(file.name, with: fresh)
    memory.auditEnd = nil
    return .done
  }
}
