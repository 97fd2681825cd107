import Glibc

/// A lock on one record, held while the value lives; it dies with its process too.
///
/// Locks lie on empty files of their own in `locks/`, since a record's file is replaced under it.
final class FileLock {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Takes the lock of a name.
  ///
  /// - Parameters:
  ///   - name: The record's identifier.
  ///   - folder: The folder of locks.
  ///   - patience: Milliseconds to wait for another holder.
  /// - Returns: The lock, held.
  /// - Throws: `locked` when somebody else still holds it, `disk`.
  static func take(_ name: String, in folder: Folder, patience: Int32 = 500)
    throws(StorageError) -> FileLock
  {
    let path = folder.pathOf(name)
    try folder.disk.pass(.lock(path))
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = openat(folder.descriptor, folder.diskName(name), flags, 0o600)
    guard descriptor >= 0 else { throw .disk(.lock, path: path, errno: errno) }
    let lock = FileLock(descriptor: descriptor)
    try lock.wait(patience, path: path)
    return lock
  }

  private func wait(_ patience: Int32, path: String) throws(StorageError) {
    var rest = patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw .disk(.lock, path: path, errno: errno)
      }
      guard rest > 0 else { throw .locked(path) }
      poll(nil, 0, 10)
      rest -= 10
    }
  }
}
