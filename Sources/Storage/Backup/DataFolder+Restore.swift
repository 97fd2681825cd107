import Domain
import Glibc

extension DataFolder {
  /// Takes a backup back into a folder that is empty or isn't there yet.
  ///
  /// It is unpacked beside that folder, looked through, and only then put in its place: cut off at
  /// any point, the place holds nothing or everything.
  ///
  /// - Parameters:
  ///   - archive: A file that `backUp` made.
  ///   - path: Where the program is to lie.
  ///   - stops: Asked now and then: whether it isn't wanted any longer.
  /// - Returns: The folder, open.
  /// - Throws: `sealed` where all is in place and somebody has to log in; `notEmpty`, `backup`, `disk`, and whatever keeps a folder from being opened.
  package static func restore(
    _ archive: String,
    to path: String,
    stops: () -> Bool = { false }
  ) throws(StorageError) -> DataFolder {
    try checkArchive(archive)
    var place = path
    while place.count > 1, place.hasSuffix("/") { place.removeLast() }
    if access(place, F_OK) == 0, !(try Folder.open(place, disk: Disk()).names().isEmpty) {
      throw .notEmpty(path)
    }
    let unfinished = place + "." + Disk.randomName() + ".tmp"
    try makeFolders(to: unfinished)
    do throws(StorageError) {
      try unpack(archive, to: unfinished, stops: stops)
      rmdir(place)
      guard rename(unfinished, place) == 0 else {
        throw .disk(.rename, path: place, errno: errno)
      }
    } catch {
      remove(unfinished)
      throw error
    }
    let root = try Folder.open(place, disk: Disk())
    try root.syncEverything()
    do throws(StorageError) {
      let folder = try open(at: place)
      folder.audit([AuditEvent(at: .ofSystem, by: nil, action: .known(.restore), entity: .program)])
      folder.syncAudit()
      return folder
    } catch {
      if case .sealed = error { root.addWaiting(.restore) }
      throw error
    }
  }

  /// Whether there is a plain file: from a pipe `tar` would wait for ever.
  private static func checkArchive(_ path: String) throws(StorageError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .backup(.noArchive(path)) }
    guard FileType(mode: status.st_mode) == .plain else { throw .backup(.notABackup(path)) }
  }

  /// Unpacks a backup into an empty folder that a person alone can read, and looks it through.
  ///
  /// - Throws: `backup` where it is none; what was unpacked stays for the caller to remove.
  package static func unpack(
    _ archive: String,
    to path: String,
    stops: () -> Bool = { false }
  ) throws(StorageError) {
    try checkArchive(archive)
    guard try Tar.extract(archive, to: path, stops: stops) else {
      throw .backup(.notABackup(archive))
    }
    let root = try Folder.open(path, disk: Disk())
    guard root.facts(of: Layout.program)?.type == .plain else {
      throw .backup(.notABackup(archive))
    }
    try makePrivate(root)
  }

  /// Gives everything the modes that it has in a data folder.
  private static func makePrivate(_ folder: Folder) throws(StorageError) {
    fchmod(folder.descriptor, 0o700)
    for name in try folder.names() {
      guard let facts = folder.facts(of: name) else { continue }
      switch facts.type {
      case .folder:
        if let inner = try folder.folder(name, path: folder.pathOf(name)) {
          try makePrivate(inner)
        }
      case .plain: fchmodat(folder.descriptor, name, facts.mode & 0o600, 0)
      case .link, .fifo, .socket, .device, .unknown:
        throw .backup(.strange(folder.pathOf(name)))
      }
    }
  }

  private static func remove(_ path: String) {
    do throws(StorageError) {
      let folder = try Folder.open(path, disk: Disk())
      for name in try folder.names() { try folder.removeTree(name) }
      rmdir(path)
    } catch { return }
  }
}
