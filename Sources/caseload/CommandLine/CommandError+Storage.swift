import Glibc
import Storage

extension CommandError {
  /// What the storage says, with the status that goes with it.
  ///
  /// `asDemo` tells whether it was the pretend program that was to be made.
  init(_ error: StorageError, asDemo: Bool = false) {
    self.init(
      Self.status(of: error, asDemo: asDemo),
      error.messageOnce,
      form: Self.form(for: error)
    )
    if case .untrusted(let problem) = error { self.problem = problem }
  }

  /// What the system's last error number means, after the beginning of a sentence.
  static func system(_ status: ExitStatus, _ beginning: String) -> CommandError {
    let code = errno
    return CommandError(
      code == EACCES || code == EPERM ? .notAllowed : status,
      "\(beginning): \(StorageError.reason(code))."
    )
  }

  private static func status(of error: StorageError, asDemo: Bool) -> ExitStatus {
    switch error {
    case .noFolder, .noProgram, .notLoaded, .noZone: .notThere
    case .notEmpty: asDemo ? .badData : .cantCreate
    case .untrusted, .unwritable, .badIdentifier, .otherProgram, .badZone, .alreadySigned,
      .weakPIN, .weakPassphrase, .lastAccess:
      .badData
    case .sealed, .wrongPassphrase, .noAccess: .notAllowed
    case .changedByOthers, .locked, .inUse, .changedUnderneath, .repairPassed, .displaced: .locked
    case .noLocks: .inputOutput
    case .disk(let operation, _, let code): status(of: operation, code)
    case .backup(let fault): status(of: fault)
    }
  }

  private static func status(of operation: DiskOperation, _ code: Int32) -> ExitStatus {
    if code == EACCES || code == EPERM { return .notAllowed }
    switch operation {
    case .create: return .cantCreate
    case .open, .read, .list, .write, .sync, .rename, .remove, .lock: return .inputOutput
    }
  }

  private static func status(of fault: BackupFault) -> ExitStatus {
    switch fault {
    case .noTar, .noArchive: .notThere
    case .isThere, .insideData: .cantCreate
    case .notWritten, .differs: .inputOutput
    case .notABackup, .strange: .badData
    case .restless, .stopped: .locked
    }
  }

  private static func form(for error: StorageError) -> String? {
    switch error {
    case .noFolder, .noProgram: "caseload --demo, or " + InitCommand.form
    case .notEmpty, .untrusted, .changedByOthers, .notLoaded, .locked, .disk, .unwritable,
      .badIdentifier, .otherProgram, .noZone, .badZone, .inUse, .changedUnderneath,
      .alreadySigned, .weakPIN, .sealed, .wrongPassphrase, .weakPassphrase, .noAccess,
      .lastAccess, .backup, .noLocks, .repairPassed, .displaced:
      nil
    }
  }
}
