import Glibc

/// An open folder; what is in it is reached by name from its descriptor.
///
/// Links are never followed, not in the last step of a path nor in those before it: a path below
/// the data folder is walked step by step. All calls that use the descriptor are methods, so that
/// it stays open while they run.
final class Folder {
  let disk: Disk
  /// For messages; below the folder that a person named, empty for that one.
  let path: String
  let descriptor: Int32
  /// What the files in it are sealed with; nil for plain ones.
  ///
  /// Set before anything below is opened.
  var seal: Seal?

  private init(disk: Disk, path: String, descriptor: Int32, seal: Seal? = nil) {
    self.disk = disk
    self.path = path
    self.descriptor = descriptor
    self.seal = seal
  }

  deinit { close(descriptor) }

  /// Opens a folder that a person named; links on the way to it are the person's own.
  ///
  /// What is below it is called by its path below it.
  static func open(_ path: String, disk: Disk) throws(StorageError) -> Folder {
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw .noFolder(path) }
      throw .disk(.open, path: path, errno: code)
    }
    return Folder(disk: disk, path: "", descriptor: descriptor)
  }

  /// Opens a folder below this one; nil when there is nothing of that name.
  ///
  /// - Parameters:
  ///   - name: A single name.
  ///   - path: What messages call it.
  /// - Returns: The folder, open.
  /// - Throws: `disk`, also where a link or a file stands there.
  func folder(_ name: String, path: String) throws(StorageError) -> Folder? {
    if let code = disk.refusal?(path) { throw .disk(.open, path: path, errno: code) }
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let found = openat(descriptor, diskName(name), flags)
    guard found >= 0 else {
      let code = errno
      if code == ENOENT { return nil }
      throw .disk(.open, path: path, errno: code)
    }
    return Folder(disk: disk, path: path, descriptor: found, seal: seal)
  }

  /// Opens the folder at a path below this one; nil when a step isn't there.
  func descend(_ path: String) throws(StorageError) -> Folder? {
    var folder = self
    var walked = ""
    for step in path.split(separator: "/") {
      walked += (walked.isEmpty ? "" : "/") + step
      guard let next = try folder.folder(String(step), path: walked) else { return nil }
      folder = next
    }
    return folder
  }

  /// What a name is on disk: dates and identifiers are disguised where the program is sealed.
  func diskName(_ name: String) -> String { seal?.names.disguised(name) ?? name }

  func pathOf(_ name: String) -> String {
    path.isEmpty ? name : path + "/" + name
  }
}

/// What a name in a folder stands for.
enum FileType: Hashable {
  case plain, folder, link, fifo, socket, device, unknown

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .plain
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .fifo
    case S_IFSOCK: self = .socket
    case S_IFCHR, S_IFBLK: self = .device
    default: self = .unknown
    }
  }

  /// Whether an error number says that something else than a folder stands there.
  static func isWrongType(_ code: Int32) -> Bool { code == ENOTDIR || code == ELOOP }

  var words: String {
    switch self {
    case .plain: "a file"
    case .folder: "a folder"
    case .link: "a link"
    case .fifo: "a pipe"
    case .socket: "a socket"
    case .device: "a device"
    case .unknown: "something unknown"
    }
  }
}
