package import Domain

/// The folder in which a program's records lie, as one window sees it.
///
/// It remembers of every record that was read or saved where it lies and which revision that was;
/// a save that finds another one on disk changes nothing. A file that can't be trusted is
/// remembered too, and never written over.
///
/// Owned by the program's loop: one thread, no other.
package final class DataFolder {
  /// The path that a person named.
  package let path: String
  /// As `program.plist` says.
  package let program: Program
  package let disk: Disk
  let root: Folder
  /// How this window got in; nil for a plain program.
  let entry: Entry?
  var memory = FolderMemory()
  /// Whether lines of the audit log tell the machine's time, whatever time an event was told with.
  package var auditsByMachine = false
  /// Whether temporary files that were left over are taken away where they are met.
  var removesLeftovers = true

  init(path: String, program: Program, root: Folder, entry: Entry? = nil) {
    self.path = path
    self.entry = entry
    self.program = program
    self.root = root
    disk = root.disk
    disk.home = Home(path: path, of: root)
  }

  package var isDemo: Bool { program.isDemo }
}

/// What a window remembers of the folder.
struct FolderMemory {
  /// What was read or saved, by path below the data folder.
  var known: [String: KnownRecord] = [:]
  /// The file that was last read or written at each path, whether it could be used or not.
  var seen: [String: FileMark] = [:]
  /// Of saves that failed, what they would have written: one that did arrive is known again.
  var attempts: [String: Checksum] = [:]
  /// Of records read again after a conflict and not saved since, what was known before.
  ///
  /// A save that fails then makes the folder know that again: whoever calls may still hold the data
  /// from before, and must not write them over the others' changes.
  var beforeReload: [String: KnownRecord?] = [:]
  /// Wrong PINs given since the last right one; never on disk.
  var failedPINs: [StaffID: Int] = [:]
  /// The revisions of unfinished forms that the audit log isn't told of yet.
  var untoldForms: [StaffID: Int] = [:]
  /// What happened and isn't in the audit log yet, and why.
  var unaudited: [AuditEvent] = []
  var auditProblem: String?
  /// Who did the last thing that the log was told of and no anchor holds.
  var unanchored: StaffID?
  /// Where the audit log ended when this window last added to it.
  var auditEnd: AuditEnd?
  var isAuditSynced = true
  /// This window's terminal and machine, once asked for.
  var terminal: String?
  /// Up to here the clients were read for the list of everyone.
  var readTo: ClientID?
  /// Found out at the first need.
  var sharing: FolderSharing?
  /// Where the sessions and appointments of the loaded weeks lie.
  var places: [RecordReference: RecordPlace] = [:]
  /// Enrollments that were read from, or moved to, the month they ended in, as they lie there.
  var ended: [EnrollmentID: Enrollment] = [:]
  /// By week: sessions whose file is there but can't be used.
  var unusable: [CalendarDate: Set<SessionID>] = [:]
}

/// What is remembered of a record on disk.
struct KnownRecord {
  var envelope: Envelope
  var checksum: Checksum
}

extension DataFolder {
  /// Opens a program's folder: reads its own record, and the system's file for its time zone.
  ///
  /// An import that was cut off after it had been written whole is brought to its end; one cut off
  /// before is taken away.
  ///
  /// - Throws: `sealed` where somebody has to log in first, with `LockedFolder`.
  package static func open(at path: String, disk: Disk = Disk()) throws(StorageError)
    -> DataFolder
  {
    try open(try Folder.open(path, disk: disk), path: path, entry: nil)
  }

  /// Goes on with a folder that was opened, and whose seal is there if it needs one.
  static func open(
    _ root: Folder,
    path: String,
    entry: Entry?
  ) throws(StorageError) -> DataFolder {
    let place = RecordPlace.program(nil)
    let file: RecordFile<ProgramRecord>
    do throws(FileFault) {
      file = try root.record(at: place)
    } catch {
      if error == .isSealed { throw .sealed(path) }
      throw error == .missing ? .noProgram(path) : .untrusted(error.problem(at: place))
    }
    let zone = try SystemZone.load(file.record.timeZone)
    let program = Program(
      id: file.record.id,
      name: file.record.name,
      zone: zone,
      isDemo: file.record.isDemo
    )
    let folder = DataFolder(path: path, program: program, root: root, entry: entry)
    folder.remember(file, at: .program(program.id))
    try Incoming.recover(in: root)
    return folder
  }

  func remember<Record>(_ file: RecordFile<Record>, at place: RecordPlace) {
    memory.known[place.path] = KnownRecord(envelope: file.envelope, checksum: file.checksum)
  }
}
