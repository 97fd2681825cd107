import Glibc

/// An open file that grows at its end, one write and one sync at a time.
///
/// What a failed write left behind is cut off before the next one.
final class AppendedFile {
  private let folder: Folder
  private let name: String
  private let descriptor: Int32
  /// How many bytes are safely on disk.
  private(set) var length: Int
  /// Whether there may be bytes of a failed write behind them.
  private var hasRest = false

  private init(folder: Folder, name: String, descriptor: Int32, length: Int) {
    self.folder = folder
    self.name = name
    self.descriptor = descriptor
    self.length = length
  }

  deinit { close(descriptor) }

  var path: String { folder.pathOf(name) }

  /// Opens a plain file that is there.
  static func open(_ name: String, in folder: Folder, length: Int) throws(StorageError)
    -> AppendedFile
  {
    let flags = O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = openat(folder.descriptor, folder.diskName(name), flags)
    guard descriptor >= 0 else { throw .disk(.open, path: folder.pathOf(name), errno: errno) }
    return AppendedFile(folder: folder, name: name, descriptor: descriptor, length: length)
  }

  /// Adds bytes and brings them to disk; on an error none of them count as there.
  func append(_ bytes: [UInt8]) throws(StorageError) {
    try checkUnchanged()
    if hasRest {
      try folder.disk.pass(.truncate(path))
      guard ftruncate(descriptor, length) == 0 else {
        throw .disk(.write, path: path, errno: errno)
      }
    }
    hasRest = true
    try folder.disk.pass(.write(path))
    try write(bytes)
    try folder.disk.pass(.syncFile(path))
    guard fdatasync(descriptor) == 0 else { throw .disk(.sync, path: path, errno: errno) }
    hasRest = false
    length += bytes.count
  }

  private func write(_ bytes: [UInt8]) throws(StorageError) {
    var written = 0
    while written < bytes.count {
      let got = bytes.withUnsafeBytes {
        pwrite(
          descriptor,
          $0.baseAddress?.advanced(by: written),
          bytes.count - written,
          length + written
        )
      }
      if got >= 0 {
        written += got
      } else if errno != EINTR {
        throw .disk(.write, path: path, errno: errno)
      }
    }
  }

  /// Whether the name still stands for this file, and nobody else wrote into it.
  private func checkUnchanged() throws(StorageError) {
    var own = stat()
    var named = stat()
    guard fstat(descriptor, &own) == 0 else { throw .disk(.read, path: path, errno: errno) }
    guard fstatat(folder.descriptor, folder.diskName(name), &named, AT_SYMLINK_NOFOLLOW) == 0 else {
      guard errno == ENOENT else { throw .disk(.read, path: path, errno: errno) }
      throw .changedUnderneath(path)
    }
    let isSame = own.st_ino == named.st_ino && own.st_dev == named.st_dev
    let size = Int(own.st_size)
    guard isSame, size == length || (hasRest && size > length) else {
      throw .changedUnderneath(path)
    }
  }
}
