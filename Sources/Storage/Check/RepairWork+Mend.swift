package import Domain
import Glibc

extension RepairWork {
  /// Does what was offered.
  ///
  /// - Parameters:
  ///   - repair: One of `repairs`.
  ///   - now: When.
  /// - Returns: Where what was there is kept.
  /// - Throws: `repairPassed` where it isn't called for any more, `noLocks`, `locked`, `inUse`,
  ///   `disk`; then nothing was changed.
  package func mend(_ repair: Repair, at now: Instant) throws(StorageError) -> Mended {
    guard folder.sharing().locksWork else { throw .noLocks(folder.path) }
    switch repair.way {
    case .mode: return try folder.makePrivate(repair.record)
    case .list(let date): return Mended(kept: try folder.completeNoteList(of: date, at: now))
    case .journal: return try folder.mendJournal(repair.record, at: now)
    case .putAside: return try folder.putAside(journal: repair.record)
    case .putBack(let file): return try folder.putBack(file, to: repair.record)
    case .backup:
      guard let backup else { throw .repairPassed(repair.record) }
      return try folder.replace(repair.record, from: backup)
    }
  }
}

extension DataFolder {
  /// What is wrong with the file of a place; nil where it is sound.
  func fault(at place: RecordPlace) -> FileFault? {
    do throws(StorageError) {
      guard let folder = try root.descend(place.folder) else { return .missing }
      return folder.fault(at: place)
    } catch {
      return .notPlain(.unknown)
    }
  }

  /// Takes away from others what they may do with a file or folder.
  fileprivate func makePrivate(_ path: String) throws(StorageError) -> Mended {
    let (folder, name) = try open(path == "." ? "" : path)
    guard let facts = folder.facts(of: name) else { throw .repairPassed(path) }
    let kept = facts.mode & 0o600 | 0o400
    let mode: mode_t
    switch facts.type {
    case .folder: mode = 0o700
    case .plain: mode = kept
    case .link, .fifo, .socket, .device, .unknown: throw .repairPassed(path)
    }
    try folder.setMode(of: name, to: mode)
    return Mended(kept: nil)
  }

  /// The folder that a path's last name is in; for an empty path the data folder as `.`.
  private func open(_ path: String) throws(StorageError) -> (folder: Folder, name: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return (root, ".") }
    guard let folder = try root.descend(parts.dropLast().joined(separator: "/")) else {
      throw .repairPassed(path)
    }
    return (folder, name)
  }

  /// Puts a sound file out of quarantine into its place, where nothing took it meanwhile.
  fileprivate func putBack(_ file: String, to path: String) throws(StorageError) -> Mended {
    guard let place = RecordPlace(path: path, program: program.id) else {
      throw .repairPassed(path)
    }
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(lockName(of: place), in: locks)
    defer { withExtendedLifetime(lock) {} }
    guard fault(at: place) == .missing else { throw .repairPassed(path) }
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try self.bytes(ofQuarantined: file)
      _ = try place.envelope(of: bytes, under: root.seal)
    } catch {
      throw .untrusted(error.problem(ofFile: file))
    }
    try write(bytes, at: place)
    return Mended(kept: file)
  }

  /// Replaces a file that can't be used by the one that a backup has; the present one goes into
  /// quarantine first.
  fileprivate func replace(
    _ path: String,
    from backup: UnpackedBackup
  ) throws(StorageError) -> Mended {
    guard let place = RecordPlace(path: path, program: program.id) else {
      throw .repairPassed(path)
    }
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(lockName(of: place), in: locks)
    defer { withExtendedLifetime(lock) {} }
    guard let fault = fault(at: place) else { throw .repairPassed(path) }
    let bytes: [UInt8]
    do throws(FileFault) { bytes = try backup.bytes(at: place) } catch {
      throw .untrusted(error.problem(at: place))
    }
    let kept = fault == .missing ? nil : try quarantine(file: path)
    try write(bytes, at: place)
    return Mended(kept: kept)
  }

  private func write(_ bytes: [UInt8], at place: RecordPlace) throws(StorageError) {
    let folder = try root.madeFolders(place.folder, isSynced: true)
    let isSigned = place.kind == .note || place.kind == .noteEvent
    try folder.replace(place.name, with: bytes, mode: isSigned ? 0o400 : 0o600)
  }
}

extension Folder {
  /// What is wrong with the file of a place in this folder; nil where it is sound.
  fileprivate func fault(at place: RecordPlace) -> FileFault? {
    do throws(FileFault) {
      _ = try place.envelope(of: try read(place.name), under: seal)
      return nil
    } catch {
      return error
    }
  }
}
