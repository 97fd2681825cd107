import Glibc

/// The way to the system's files, with a count of what was opened and a place to break it.
///
/// Everything that touches the disk goes through a `Folder`, and each folder has the disk it was
/// reached by.
package final class Disk {
  /// How many files were opened for reading so far.
  package private(set) var filesOpened = 0

  /// Called before each step; an error number returned makes the step fail with it, `Disk.kill` this
  /// one and all that come.
  package var interrupt: ((DiskStep) -> Int32?)?

  /// Called before a file or a folder is opened or listed; an error number makes that fail.
  package var refusal: ((_ path: String) -> Int32?)?

  /// Stands for an error number where the process is to end, as far as the disk can tell.
  package static let kill: Int32 = -1
  /// Whether nothing reaches the disk any more, as after the process was killed.
  package private(set) var isKilled = false

  /// Where the folder was opened that all this is about; nil before, and for what is only passed through.
  var home: Home?

  /// What is taken for true of how the folder can be shared; nil asks the system.
  package var sharing: FolderSharing?

  package init() {}

  func countOpened() { filesOpened += 1 }

  /// Throws what the interruption says about a step, or that the folder isn't in its place any more.
  func pass(_ step: DiskStep) throws(StorageError) {
    if !isKilled {
      if let home, !home.isInPlace { throw .displaced(home.path) }
      guard let code = interrupt?(step) else { return }
      guard code == Disk.kill else { throw .disk(step.operation, path: step.path, errno: code) }
      isKilled = true
    }
    throw .disk(step.operation, path: step.path, errno: EINTR)
  }

  /// Does what is owed after an error and may fail itself; a process that was killed owes nothing.
  func cleanUp(_ work: () -> Void) { if !isKilled { work() } }

  /// Random letters and digits for the names of temporary files; the system's own randomness.
  static func randomName() -> String {
    String(UInt64.random(in: .min ... .max), radix: 36)
  }
}

/// One step of changing the disk, with the path it is about.
package enum DiskStep: Hashable, Sendable {
  case makeFolder(String)
  case lock(String)
  case createFile(String)
  case write(String)
  case syncFile(String)
  case rename(String)
  case syncFolder(String)
  case link(String)
  case truncate(String)
  case setMode(String)
  case remove(String)

  var operation: DiskOperation {
    switch self {
    case .makeFolder, .createFile, .link: .create
    case .lock: .lock
    case .write, .truncate, .setMode: .write
    case .syncFile, .syncFolder: .sync
    case .rename: .rename
    case .remove: .remove
    }
  }

  var path: String {
    switch self {
    case .makeFolder(let path), .lock(let path), .createFile(let path), .write(let path),
      .syncFile(let path), .rename(let path), .syncFolder(let path), .link(let path),
      .truncate(let path), .setMode(let path), .remove(let path):
      path
    }
  }
}

/// A folder's path, and what the folder is that was opened there.
///
/// Whoever has it open goes on in it wherever it is moved to; the next start would find another one.
struct Home {
  let path: String
  private let device: UInt64
  private let inode: UInt64

  /// - Parameters:
  ///   - path: As it was opened; nothing is held against a path that names something else already.
  ///   - folder: What was opened.
  init?(path: String, of folder: Folder) {
    guard let facts = folder.facts(of: ".") else { return nil }
    self.path = path
    device = facts.device
    inode = facts.mark.inode
    guard isInPlace else { return nil }
  }

  /// Whether the path still leads there; true where that can't be found out.
  var isInPlace: Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return errno != ENOENT && errno != ENOTDIR }
    return UInt64(status.st_dev) == device && UInt64(status.st_ino) == inode
  }
}
