/// Why a backup wasn't made, or not taken back.
package enum BackupFault: Hashable, Sendable {
  /// The system has no `tar`.
  case noTar
  /// `tar` ended with a status of its own while it wrote an archive.
  case notWritten(String, status: Int32)
  /// What was written isn't what was to be written.
  case differs(String)
  case isThere(String)
  /// It would lie among the records.
  case insideData(String)
  case noArchive(String)
  /// `tar` can't read the file, or it holds no program.
  case notABackup(String)
  /// Something else than files and folders is in the archive.
  case strange(String)
  /// Other windows saved all the time, so that no moment could be kept.
  case restless
  /// Whoever asked for it wants it no longer.
  case stopped
}

extension BackupFault {
  /// What happened, what was not lost, and what to do.
  package var message: String {
    switch self {
    case .noTar:
      "The program tar isn't installed. Nothing was changed. Install it: apt install tar."
    case .notWritten(let path, let status):
      "\(path) can't be written: tar ended with status \(status). No record was touched, and no "
        + "half archive was left. Look for room on the disk, or give another place."
    case .differs(let path):
      "\(path) was written but didn't read back the same, so it was taken away. No record was "
        + "touched. Try another disk."
    case .isThere(let path):
      "\(path) is there already and was left alone. Give another name."
    case .insideData(let path): OutgoingFault.insideData(path).message
    case .noArchive(let path): "There is no file \(path). Nothing was changed."
    case .notABackup(let path):
      "\(path) isn't a backup of a program, or it is damaged. Nothing was changed. "
        + "Give another file."
    case .strange(let name):
      "The archive holds \(name), which is neither a file nor a folder. Nothing was changed. "
        + "It wasn't made by this program."
    case .stopped:
      "Stopped before the end. Nothing was changed, and nothing half done was left. Run it again."
    case .restless:
      "Other windows save all the time, so that no moment could be kept. Nothing was changed. "
        + "Try again when they rest."
    }
  }
}
