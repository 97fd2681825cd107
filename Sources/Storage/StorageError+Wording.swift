import Domain
import Glibc

extension StorageError {
  /// What happened, what was not lost, and what to do.
  package var message: String {
    switch self {
    case .noFolder(let path):
      "There is no folder \(path). Nothing was changed. "
        + "Give the folder with --data, or make one with init."
    case .noProgram(let path):
      "\(path) holds no program: program.plist isn't there. Nothing was changed. "
        + "Give another folder with --data, or make a program with init."
    case .notEmpty(let path):
      "\(path) isn't empty. Nothing in it was changed. Give a new or an empty folder."
    case .untrusted(let problem): problem.what + " It was not written over. " + problem.doThis
    case .changedByOthers(let path):
      "Someone else saved \(path) since it was read. Their version stays, yours is still here. "
        + "Read it again, then decide."
    case .notLoaded: "This record isn't open. Nothing was saved or lost. Open its day first."
    case .noLocks:
      FolderSharing(network: nil, locksWork: false).onlyRead ?? ""
    case .displaced(let path):
      "The data folder was moved away while it was open, and another may lie in its place (\(path)). "
        + "Nothing is written while that is so, and nothing was lost. Put it back where it was."
    case .locked(let path):
      "Another window is saving \(path). Your change is still here. It is tried again."
    case .inUse:
      "Another window is writing this text. Nothing was changed. Read it here, or write it there."
    case .changedUnderneath(let path):
      "Somebody else changed \(path) while this text was open. Neither text is lost. "
        + "Open it again: both are kept."
    case .alreadySigned(let path):
      "\(path) is there already: this note was signed before. Nothing was changed. "
        + "Read the note again; add an addendum to it."
    case .weakPIN(let weakness): weakness.sentence + " Nothing was changed. Choose another."
    case .sealed(let path):
      "\(path) is sealed. Nothing of it was read. Log in with --counselor CODE and the passphrase."
    case .wrongPassphrase:
      "That isn't the code and the passphrase of anybody here. Nothing was read or changed."
    case .weakPassphrase:
      "A passphrase has at least \(Passphrase.shortest) characters, and not one over and over. "
        + "Nothing was changed. Choose another: four or five words that don't belong together."
    case .noAccess:
      "That person has no key to this program. Nothing was changed."
    case .lastAccess:
      "That is the only key to this program. Nothing was changed. Give somebody else one first."
    case .disk(let operation, let path, let errno):
      Self.sentence(operation, path, errno) + " What was on disk is whole. " + Self.advice(errno)
    case .unwritable(let path, let reason):
      "\(path) can't be written: \(reason). What was on disk is whole. Change the value."
    case .badIdentifier(let text):
      "\"\(text)\" isn't an identifier. Nothing was changed. Look at where it came from."
    case .otherProgram(let path):
      "The records belong to another program than \(path). Nothing was changed. "
        + "Give the folder they belong to."
    case .noZone(let identifier):
      "The system has no file for the time zone \(identifier). No records were changed. "
        + "Install the tzdata package, or correct the name."
    case .badZone(let error): error.description
    case .backup(let fault): fault.message
    case .repairPassed(let path):
      "\(path) changed since it was looked at. Nothing was done to it. Run check again."
    }
  }

  /// The same for a command, which tries nothing again by itself.
  package var messageOnce: String {
    switch self {
    case .disk(let operation, let path, let errno) where errno == ENOSPC || errno == EDQUOT:
      Self.sentence(operation, path, errno)
        + " What was on disk is whole. Make room on the disk; then run it again."
    case .locked(let path):
      "Another window is saving \(path). Nothing was changed there. Run it again."
    default: message
    }
  }

  /// What the system says about an error number, as "No space left on device".
  package static func reason(_ errno: Int32) -> String {
    guard let text = strerror(errno) else { return "error \(errno)" }
    return String(cString: text)
  }

  /// Why comes first: a line of the screen ends before a path does.
  private static func sentence(_ operation: DiskOperation, _ path: String, _ errno: Int32)
    -> String
  {
    let what = "\(path) can't be \(operation.participle)"
    switch errno {
    case ENOSPC, EDQUOT: return "The disk is full: \(what) (\(reason(errno)))."
    default: return "\(reason(errno)): \(what)."
    }
  }

  private static func advice(_ errno: Int32) -> String {
    switch errno {
    case ENOSPC, EDQUOT: "Make room on the disk; then it is tried again."
    case EROFS: "The disk is read-only: ask whoever looks after this machine."
    case EACCES, EPERM: "Ask for permission to write to the data folder."
    case EFBIG: "The limit on file sizes is too low: ask whoever looks after this machine."
    default: "Look at the disk or the network folder; then try again."
    }
  }
}

extension DiskOperation {
  fileprivate var participle: String {
    switch self {
    case .open: "opened"
    case .read: "read"
    case .list: "listed"
    case .create: "made"
    case .write: "written"
    case .sync: "brought safely to disk"
    case .rename: "put in its place"
    case .remove: "removed"
    case .lock: "locked"
    }
  }
}
