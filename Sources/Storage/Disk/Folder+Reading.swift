import Glibc

/// The facts of a name in a folder.
struct FileFacts {
  let type: FileType
  let size: Int
  let mode: mode_t
  /// Seconds since 1970, by the machine's clock.
  let changedAt: Int
  let device: UInt64
  let mark: FileMark
}

/// What tells one version of a file from the next without reading it.
///
/// Each save makes a new file and each history grows, so that a version of a record has another
/// inode, another size or another time than the one before.
struct FileMark: Hashable {
  let inode: UInt64
  let size: Int64
  let seconds: Int
  let nanoseconds: Int
}

extension Folder {
  /// The largest file that is read, in bytes.
  static let sizeLimit = 8 * 1_048_576
  /// The most names that are listed of one folder; more is an error, so that nothing is passed over.
  static let nameLimit = 1_000_000

  /// The whole of a file.
  ///
  /// Nothing that isn't a plain file is opened for longer than it takes to see that, nor waited
  /// for; nothing larger than the limit is read.
  func read(_ name: String, limit: Int = Folder.sizeLimit) throws(FileFault) -> [UInt8] {
    if let code = disk.refusal?(pathOf(name)) { throw fault(opening: name, code) }
    let file = openat(
      descriptor,
      diskName(name),
      O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    )
    guard file >= 0 else { throw fault(opening: name, errno) }
    disk.countOpened()
    return try Folder.read(andClose: file, limit: limit)
  }

  /// The beginning of a plain file.
  func readHead(_ name: String, count: Int) throws(FileFault) -> [UInt8] {
    let file = openat(
      descriptor,
      diskName(name),
      O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    )
    guard file >= 0 else { throw fault(opening: name, errno) }
    defer { close(file) }
    disk.countOpened()
    var buffer = [UInt8](repeating: 0, count: count)
    let got = Glibc.read(file, &buffer, count)
    guard got >= 0 else { throw .unreadable(errno) }
    return Array(buffer.prefix(got))
  }

  /// The whole of a file of the system's or of a person's own, links followed.
  static func readSystemFile(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT ? .missing : .unreadable(errno) }
    return try read(andClose: file, limit: limit)
  }

  /// A file of the system's that tells no size.
  static func readUnsized(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT ? .missing : .unreadable(errno) }
    defer { close(file) }
    return try bytes(of: file, size: limit)
  }

  private static func read(andClose file: Int32, limit: Int) throws(FileFault) -> [UInt8] {
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(errno) }
    let type = FileType(mode: status.st_mode)
    guard type == .plain else { throw .notPlain(type) }
    guard status.st_size <= limit else { throw .tooLarge(Int(status.st_size)) }
    return try bytes(of: file, size: Int(status.st_size))
  }

  private func fault(opening name: String, _ code: Int32) -> FileFault {
    switch code {
    case ENOENT: .missing
    case ELOOP: .notPlain(.link)
    case ENXIO: .notPlain(facts(of: name)?.type ?? .socket)
    default: .unreadable(code)
    }
  }

  /// Reads one byte more than the size says, so that a file that grows meanwhile is noticed.
  private static func bytes(of file: Int32, size: Int) throws(FileFault) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < size + 1 {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let got = Glibc.read(file, rest.baseAddress, rest.count)
        if got > 0 {
          count += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          failure = errno
          break
        }
      }
    }
    guard failure == 0 else { throw .unreadable(failure) }
    return bytes
  }

  /// The facts of a name, links not followed; nil when it can't be looked at.
  func facts(of name: String) -> FileFacts? {
    var status = stat()
    guard fstatat(descriptor, diskName(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileFacts(
      type: FileType(mode: status.st_mode),
      size: Int(status.st_size),
      mode: status.st_mode & 0o7777,
      changedAt: Int(status.st_mtim.tv_sec),
      device: UInt64(status.st_dev),
      mark: FileMark(
        inode: UInt64(status.st_ino),
        size: Int64(status.st_size),
        seconds: Int(status.st_mtim.tv_sec),
        nanoseconds: Int(status.st_mtim.tv_nsec)
      )
    )
  }

  /// All names but `.` and `..`, in the order of their bytes; those of a sealed program as they
  /// are called in it.
  func names() throws(StorageError) -> [String] {
    if let code = disk.refusal?(path) { throw .disk(.list, path: path, errno: code) }
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else {
      let code = errno
      if copy >= 0 { close(copy) }
      throw .disk(.list, path: path, errno: code)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      guard names.count < Folder.nameLimit else {
        throw .disk(.list, path: path, errno: E2BIG)
      }
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw .disk(.list, path: path, errno: errno) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(seal?.names.plain(name) ?? name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
