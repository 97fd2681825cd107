package import Domain

/// Why something couldn't be read from or written to the data folder.
///
/// What was on disk before is whole in every case.
package enum StorageError: Error, Hashable, Sendable {
  /// There is no folder at the path.
  case noFolder(String)
  /// The folder holds no program: no `program.plist`.
  case noProgram(String)
  /// A new program wants an empty folder.
  case notEmpty(String)
  /// The file is there but can't be trusted, so it is neither used nor written over.
  case untrusted(RecordProblem)
  /// The record on disk isn't the one that was read: someone else saved it since.
  case changedByOthers(String)
  /// The record was never read, so it can't be saved or read again.
  case notLoaded
  /// File locks don't work in the folder, so nothing may be written.
  case noLocks(String)
  /// The path is no longer that of the folder that was opened there.
  case displaced(String)
  /// Another window holds the record's lock.
  case locked(String)
  /// Another window is writing this text.
  case inUse(String)
  /// Somebody else wrote into the journal of a text that is open here, or took it away.
  case changedUnderneath(String)
  /// The note is signed already, with another text.
  case alreadySigned(String)
  /// A PIN that is quickly guessed.
  case weakPIN(PINWeakness)
  case disk(DiskOperation, path: String, errno: Int32)
  /// The record can't be put into a file, and why.
  case unwritable(String, reason: String)
  /// The program is sealed, and nobody has logged in.
  case sealed(String)
  /// Nobody has this code with this passphrase, or the recovery key isn't the program's; so many
  /// seconds to wait before the next attempt.
  case wrongPassphrase(seconds: Int)
  case weakPassphrase
  /// A person who has no key to this program.
  case noAccess
  /// The only key there is can't be taken away.
  case lastAccess
  /// An identifier that may not become a file name.
  case badIdentifier(String)
  /// The records are those of another program.
  case otherProgram(String)
  /// The system has no file for the time zone.
  case noZone(String)
  case badZone(TimeZoneError)
  case backup(BackupFault)
  /// What was to be mended is sound, or gone, by now.
  case repairPassed(String)
}

/// What was being done when the system said no.
package enum DiskOperation: String, Hashable, Sendable, CaseIterable {
  case open, read, list, create, write, sync, rename, remove, lock
}
