import Glibc

extension DataFolder {
  /// Moves a file that can't be trusted out of the way, so that its place is free again.
  ///
  /// It is kept, byte by byte, in `quarantine/` under its old path with dots for slashes.
  ///
  /// - Parameter file: A path below the data folder.
  /// - Returns: Where it lies now.
  /// - Throws: `disk` when there is no such file or the system says no.
  @discardableResult
  package func quarantine(file: String) throws(StorageError) -> String {
    let parts = file.split(separator: "/").map(String.init)
    guard let name = parts.last, !parts.contains(".."),
      let folder = try root.descend(parts.dropLast().joined(separator: "/")),
      folder.facts(of: name) != nil
    else { throw .disk(.rename, path: file, errno: ENOENT) }
    let target = try root.madeFolder(Layout.quarantine, isSynced: true)
    let kept = parts.map(root.diskName).joined(separator: ".") + "." + Disk.randomName()
    guard renameat(folder.descriptor, folder.diskName(name), target.descriptor, kept) == 0 else {
      throw .disk(.rename, path: file, errno: errno)
    }
    try target.sync()
    try folder.sync()
    memory.known[file] = nil
    return target.pathOf(kept)
  }

  /// What lies in quarantine, as paths below the data folder.
  package func quarantined() throws(StorageError) -> [String] {
    guard let folder = try root.folder(Layout.quarantine, path: Layout.quarantine) else {
      return []
    }
    return try folder.names().map(folder.pathOf)
  }
}
