import Glibc

extension Folder {
  /// Replaces a file, or makes it: afterwards the name holds the old bytes or the new, never a mix.
  ///
  /// The steps: a temporary file beside it, its bytes brought to disk, renamed, the folder brought
  /// to disk. On an error the temporary file is removed.
  ///
  /// - Returns: The mark of the new file, by which it is known again.
  @discardableResult
  func replace(
    _ name: String,
    with bytes: [UInt8],
    mode: mode_t = 0o600
  ) throws(StorageError) -> FileMark? {
    var mark: FileMark?
    let temporary = "." + Disk.randomName() + ".tmp"
    do throws(StorageError) {
      try write(bytes, toNew: temporary, isSynced: true, mode: mode)
      mark = facts(of: temporary)?.mark
      try disk.pass(.rename(pathOf(name)))
      guard renameat(descriptor, temporary, descriptor, diskName(name)) == 0 else {
        throw .disk(.rename, path: pathOf(name), errno: errno)
      }
    } catch {
      disk.cleanUp { unlinkat(descriptor, temporary, 0) }
      throw error
    }
    try sync()
    return mark
  }

  /// Moves a file to the same name in another folder, replacing what is there.
  func move(_ name: String, to target: Folder) throws(StorageError) {
    try move(name, to: target, as: name)
  }

  /// Gives a file another name in this folder, replacing what is there.
  func rename(_ name: String, to new: String) throws(StorageError) {
    try move(name, to: self, as: new)
  }

  private func move(_ name: String, to target: Folder, as new: String) throws(StorageError) {
    try disk.pass(.rename(target.pathOf(new)))
    guard renameat(descriptor, diskName(name), target.descriptor, target.diskName(new)) == 0 else {
      throw .disk(.rename, path: target.pathOf(new), errno: errno)
    }
  }

  /// Makes a file that isn't there yet.
  func write(
    _ bytes: [UInt8],
    toNew name: String,
    isSynced: Bool,
    mode: mode_t = 0o600
  ) throws(StorageError) {
    let path = pathOf(name)
    try disk.pass(.createFile(path))
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(descriptor, diskName(name), flags, mode)
    guard file >= 0 else { throw .disk(.create, path: path, errno: errno) }
    do throws(StorageError) {
      try disk.pass(.write(path))
      try Folder.write(bytes, to: file, path: path)
      if isSynced {
        try disk.pass(.syncFile(path))
        guard fsync(file) == 0 else { throw .disk(.sync, path: path, errno: errno) }
      }
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw .disk(.write, path: path, errno: errno) }
  }

  private static func write(_ bytes: [UInt8], to file: Int32, path: String) throws(StorageError) {
    var written = 0
    while written < bytes.count {
      let got = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if got >= 0 {
        written += got
      } else if errno != EINTR {
        throw .disk(.write, path: path, errno: errno)
      }
    }
  }

  /// Brings the folder's names to disk.
  func sync() throws(StorageError) {
    try disk.pass(.syncFolder(path))
    guard fsync(descriptor) == 0 else { throw .disk(.sync, path: path, errno: errno) }
  }

  /// Brings everything that was written so far to disk, once after many files.
  ///
  /// On Linux the call returns only when all is written. It reports no error of the disk: that is
  /// found by the checksums.
  func syncEverything() throws(StorageError) {
    try disk.pass(.syncFolder(path))
    Glibc.sync()
  }

  /// Opens a folder below this one, making it if it isn't there.
  ///
  /// - Parameters:
  ///   - name: A single name.
  ///   - isSynced: Whether a new folder's name is brought to disk before going on.
  /// - Returns: The folder, open.
  /// - Throws: `disk` when it can't be made or opened.
  func madeFolder(_ name: String, isSynced: Bool) throws(StorageError) -> Folder {
    let path = pathOf(name)
    if let folder = try folder(name, path: path) { return folder }
    try disk.pass(.makeFolder(path))
    let isMade = mkdirat(descriptor, diskName(name), 0o700) == 0
    guard isMade || errno == EEXIST else { throw .disk(.create, path: path, errno: errno) }
    if isMade && isSynced { try sync() }
    guard let folder = try folder(name, path: path) else {
      throw .disk(.create, path: path, errno: ENOENT)
    }
    return folder
  }

  /// Opens the folder at a path below this one, making what isn't there.
  func madeFolders(_ path: String, isSynced: Bool) throws(StorageError) -> Folder {
    var folder = self
    for step in path.split(separator: "/") {
      folder = try folder.madeFolder(String(step), isSynced: isSynced)
    }
    return folder
  }

  /// Says who may do what with a file or folder that is no link.
  func setMode(of name: String, to mode: mode_t) throws(StorageError) {
    try disk.pass(.setMode(pathOf(name)))
    guard fchmodat(descriptor, diskName(name), mode, 0) == 0 else {
      throw .disk(.write, path: pathOf(name), errno: errno)
    }
  }

  func remove(_ name: String) throws(StorageError) {
    try disk.pass(.remove(pathOf(name)))
    guard unlinkat(descriptor, diskName(name), 0) == 0 || errno == ENOENT else {
      throw .disk(.remove, path: pathOf(name), errno: errno)
    }
  }

  /// Removes a temporary file that nobody is writing any more: one older than a minute.
  ///
  /// Where it can't be removed it does no harm; `check` reports it.
  func removeIfOld(_ name: String) {
    if let facts = facts(of: name), facts.type == .plain, facts.changedAt < time(nil) - 60 {
      disk.cleanUp { unlinkat(descriptor, diskName(name), 0) }
    }
  }

  /// Removes a file, or a folder with everything in it; links are removed, not followed.
  func removeTree(_ name: String) throws(StorageError) {
    guard facts(of: name)?.type == .folder else { return try remove(name) }
    if let folder = try folder(name, path: pathOf(name)) {
      for inner in try folder.names() { try folder.removeTree(inner) }
    }
    try disk.pass(.remove(pathOf(name)))
    guard unlinkat(descriptor, diskName(name), AT_REMOVEDIR) == 0 || errno == ENOENT else {
      throw .disk(.remove, path: pathOf(name), errno: errno)
    }
  }
}
