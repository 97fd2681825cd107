/// The way to the system's files, with a count of what was opened and a place to break it.
///
/// Everything that touches the disk goes through a `Folder`, and each folder has the disk it was
/// reached by.
package final class Disk {
  /// How many files were opened for reading so far.
  package private(set) var filesOpened = 0

  /// Called before each step; an error number returned makes the step fail with it.
  package var interrupt: ((DiskStep) -> Int32?)?

  /// What is taken for true of how the folder can be shared; nil asks the system.
  package var sharing: FolderSharing?

  package init() {}

  func countOpened() { filesOpened += 1 }

  /// Throws what the interruption says about a step.
  func pass(_ step: DiskStep) throws(StorageError) {
    if let code = interrupt?(step) {
      throw .disk(step.operation, path: step.path, errno: code)
    }
  }

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

  var operation: DiskOperation {
    switch self {
    case .makeFolder, .createFile: .create
    case .lock: .lock
    case .write: .write
    case .syncFile, .syncFolder: .sync
    case .rename: .rename
    }
  }

  var path: String {
    switch self {
    case .makeFolder(let path), .lock(let path), .createFile(let path), .write(let path),
      .syncFile(let path), .rename(let path), .syncFolder(let path):
      path
    }
  }
}
