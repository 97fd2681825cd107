import Glibc

/// Records on their way in: written whole beside the others, then moved into place.
///
/// ```text
/// incoming/ without `ready`   cut off while it was written: nothing has changed, it is taken away
/// incoming/ with `ready`      cut off while it was moved: what is left is moved, then it is removed
/// ```
enum Incoming {
  static let ready = "ready"
  /// The name of the lock that is held as long as records are on their way.
  static let lock = "incoming"

  /// Ends what another process began, unless it is still at it.
  static func recover(in root: Folder) throws(StorageError) {
    guard root.facts(of: Layout.incoming)?.type == .folder,
      let locks = try root.folder(Layout.locks, path: Layout.locks)
    else { return }
    do throws(StorageError) {
      let lock = try FileLock.take(Self.lock, in: locks, patience: 0)
      defer { withExtendedLifetime(lock) {} }
      try finish(in: root)
    } catch .locked {
      return
    }
  }

  /// Moves what is ready into place, and takes away what isn't.
  static func finish(in root: Folder) throws(StorageError) {
    let name = Layout.incoming
    guard let incoming = try root.folder(name, path: name) else { return }
    if incoming.facts(of: ready)?.type == .plain {
      try move(incoming, to: root)
    }
    try root.removeTree(name)
  }

  /// Takes away what can't be ended; where that fails too, the next start does it.
  static func abandon(in root: Folder) {
    do throws(StorageError) { try root.removeTree(Layout.incoming) } catch { return }
  }

  private static func move(_ folder: Folder, to target: Folder) throws(StorageError) {
    for name in try folder.names() where folder.path != Layout.incoming || name != ready {
      if folder.facts(of: name)?.type == .folder {
        guard let inner = try folder.folder(name, path: folder.pathOf(name)) else { continue }
        try move(inner, to: try target.madeFolder(name, isSynced: false))
      } else {
        try folder.move(name, to: target)
      }
    }
    try target.sync()
  }
}
