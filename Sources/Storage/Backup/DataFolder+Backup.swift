package import Domain
import Glibc

/// What a backup holds.
package struct BackupReport: Equatable, Sendable {
  package var files: Int
  /// Paths of what is neither a file nor a folder, and so isn't in it.
  package var leftOut: [String]
}

extension DataFolder {
  /// Writes one archive of everything as it stands at one moment, while others save, and reads it
  /// back.
  ///
  /// - Parameters:
  ///   - archive: A file that isn't there yet.
  ///   - now: Kept as the time of the last backup.
  ///   - stops: Asked now and then: whether it isn't wanted any longer.
  /// - Returns: What is in it.
  /// - Throws: `backup`, `locked` where another one is being made, `disk`.
  package func backUp(
    to archive: String,
    at now: Instant,
    stops: () -> Bool = { false }
  ) throws(StorageError) -> BackupReport {
    if Self.leads(archive, into: path) { throw .backup(.insideData(archive)) }
    guard access(archive, F_OK) != 0 else { throw .backup(.isThere(archive)) }
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take("backup", in: locks, patience: 0)
    defer { withExtendedLifetime(lock) {} }
    let backups = try root.madeFolder(Layout.backups, isSynced: false)
    // One that was cut off left its copy behind.
    for name in try backups.names() where Layout.isTemporary(name) { try backups.removeTree(name) }
    let name = "." + Disk.randomName() + ".tmp"
    let copy = try backups.madeFolder(name, isSynced: false)
    let report: BackupReport
    do throws(StorageError) {
      let moment = try KeptMoment(of: root, in: copy)
      report = BackupReport(files: moment.files, leftOut: moment.leftOut.sorted())
      if stops() { throw .backup(.stopped) }
      try write(archive, of: self.path + "/" + Layout.backups + "/" + name, stops: stops)
      try keepBackup(archive, at: now, in: backups)
    } catch {
      Self.abandon(name, in: backups)
      throw error
    }
    Self.abandon(name, in: backups)
    return report
  }

  /// When the last backup was made from here; nil for never, or where that can't be read.
  package var lastBackupAt: Instant? { lastBackup?.at }

  /// When the last backup was made, and the archive as an absolute path where that is known.
  var lastBackup: (at: Instant, archive: String?)? {
    do {
      guard let backups = try root.folder(Layout.backups, path: Layout.backups) else { return nil }
      let file = try backups.read(Layout.lastBackup, limit: 16_384)
      let path = backups.pathOf(Layout.lastBackup)
      let text = try SealedText.text(file, at: path, under: root.seal)
      let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", maxSplits: 1)
      guard let at = lines.first.flatMap({ Instant(String($0)) }) else { return nil }
      return (at, lines.dropFirst().first.map(String.init))
    } catch {
      return nil
    }
  }

  private func keepBackup(
    _ archive: String,
    at now: Instant,
    in backups: Folder
  ) throws(StorageError) {
    let path = backups.pathOf(Layout.lastBackup)
    var text = Array(now.description.utf8)
    if let absolute = realpath(archive, nil) {
      text += Array("\n".utf8) + Array(String(cString: absolute).utf8)
      free(absolute)
    }
    guard let file = SealedText.file(text, at: path, under: root.seal) else {
      throw .unwritable(path, reason: "it can't be sealed")
    }
    try backups.replace(Layout.lastBackup, with: file)
  }

  /// How many days the last backup is old, or the program where there is none.
  package func daysSinceBackup(at now: Instant) -> Int {
    let made = memory.known[Layout.program]?.envelope.createdAt ?? now
    return max(0, Instant.minutes(from: lastBackupAt ?? made, to: now) / (24 * 60))
  }

  /// Takes away the copy; where that fails it is the next backup's work.
  private static func abandon(_ name: String, in backups: Folder) {
    do throws(StorageError) { try backups.removeTree(name) } catch { return }
  }

  private func write(
    _ archive: String,
    of folder: String,
    stops: () -> Bool
  ) throws(StorageError) {
    let unfinished = archive + "." + Disk.randomName() + ".tmp"
    do throws(StorageError) {
      try disk.pass(.createFile(unfinished))
      try Tar.create(unfinished, of: folder, stops: stops)
      guard try Tar.isSame(unfinished, as: folder, stops: stops) else {
        throw .backup(.differs(archive))
      }
      try disk.pass(.syncFile(unfinished))
      try Self.sync(unfinished)
      try disk.pass(.rename(archive))
      guard rename(unfinished, archive) == 0 else {
        throw .disk(.rename, path: archive, errno: errno)
      }
    } catch {
      disk.cleanUp { unlink(unfinished) }
      throw error
    }
    let parts = archive.split(separator: "/").dropLast()
    let parent = (archive.hasPrefix("/") ? "/" : "./") + parts.joined(separator: "/")
    try disk.pass(.syncFolder(parent))
    try Self.sync(parent)
  }

  private static func sync(_ path: String) throws(StorageError) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .disk(.sync, path: path, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .disk(.sync, path: path, errno: errno) }
  }
}
