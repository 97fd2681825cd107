package import Domain
import Glibc

/// Adding to the audit log.
extension DataFolder {
  /// Adds events to the log, in their order, behind those of every other window.
  ///
  /// They are in the system's hands when this returns, so that they outlive the process; `syncAudit`
  /// brings them to disk, where no key waits for it. What can't be written now is kept and written
  /// with the next ones.
  package func audit(_ events: [AuditEvent]) {
    memory.unaudited += auditsByMachine ? events.map(\.byMachine) : events
    memory.unanchored = events.last { $0.by != nil }?.by ?? memory.unanchored
    guard !memory.unaudited.isEmpty else { return }
    do throws(StorageError) { try writeAudit() } catch { memory.auditProblem = error.message }
  }

  /// Why events wait to be written; nil where none do.
  package var auditProblem: String? { memory.unaudited.isEmpty ? nil : memory.auditProblem }

  private func writeAudit() throws(StorageError) {
    guard sharing().locksWork else { throw .noLocks(path) }
    let folder = try root.madeFolder(Layout.audit, isSynced: false)
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(Layout.auditLock, in: locks)
    defer { withExtendedLifetime(lock) {} }
    var end = try auditEnd(in: folder)
    while let event = memory.unaudited.first {
      let month = max(end.month ?? .earliest, event.at.month)
      let file = AuditFile(month: month, seal: root.seal)
      let line = AuditLine(event, number: end.number + 1, terminal: terminal, after: end.hash)
      guard let bytes = file.bytes(of: line) else {
        throw .unwritable(folder.pathOf(file.name), reason: "it can't be sealed")
      }
      let isNew = end.month != month
      let size = try append((isNew ? AuditFile.head : []) + bytes, to: file.name, in: folder)
      end = AuditEnd(month: month, size: size, number: line.number, hash: line.hash)
      memory.auditEnd = end
      memory.unaudited.removeFirst()
      memory.isAuditSynced = false
    }
  }

  /// - Returns: The file's size behind it.
  private func append(
    _ bytes: [UInt8],
    to name: String,
    in folder: Folder
  ) throws(StorageError) -> Int {
    let path = folder.pathOf(name)
    try folder.disk.pass(.write(path))
    let file = try openLog(name, in: folder, O_WRONLY | O_CREAT | O_APPEND)
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, FileType(mode: status.st_mode) == .plain else {
      throw .disk(.write, path: path, errno: EINVAL)
    }
    let size = Int(status.st_size)
    let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    guard written == bytes.count else {
      let code = written < 0 ? errno : ENOSPC
      folder.disk.cleanUp { ftruncate(file, size) }
      throw .disk(.write, path: path, errno: code)
    }
    return size + bytes.count
  }

  /// A month's file, links not followed; whoever calls closes it.
  private func openLog(
    _ name: String,
    in folder: Folder,
    _ flags: Int32
  ) throws(StorageError) -> Int32 {
    let always = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = openat(folder.descriptor, folder.diskName(name), flags | always, 0o600)
    guard file >= 0 else { throw .disk(.open, path: folder.pathOf(name), errno: errno) }
    return file
  }

  /// Where the log ends; what was cut off while it was written is taken away.
  private func auditEnd(in folder: Folder) throws(StorageError) -> AuditEnd {
    let months = try folder.names().compactMap(Layout.auditMonth)
    guard let month = months.max() else { return AuditEnd(start: program) }
    let file = AuditFile(month: month, seal: root.seal)
    let size = folder.facts(of: file.name)?.size
    if let known = memory.auditEnd, known.month == month, known.size == size { return known }
    return try foundAuditEnd(of: file, in: folder, months.sorted())
  }

  private func foundAuditEnd(
    of file: AuditFile,
    in folder: Folder,
    _ months: [CalendarDate]
  ) throws(StorageError) -> AuditEnd {
    let tail = try tail(of: file.name, in: folder)
    if let cut = tail.cutAt {
      try folder.disk.pass(.truncate(folder.pathOf(file.name)))
      let descriptor = try openLog(file.name, in: folder, O_WRONLY)
      defer { close(descriptor) }
      guard ftruncate(descriptor, cut) == 0 else {
        throw .disk(.write, path: folder.pathOf(file.name), errno: errno)
      }
    }
    let size = tail.cutAt ?? tail.size
    for line in tail.lines.reversed() {
      guard let last = file.line(line) else {
        // Who was shut out hasn't the key of the newest lines, and can't know where to go on.
        if entry?.isShutOut == true { throw .noAccess }
        continue
      }
      return AuditEnd(month: file.month, size: size, number: last.number, hash: last.hash)
    }
    // Nothing but its head is in it, or nothing that can be read: the month before counts.
    guard let before = months.dropLast().last else {
      var end = AuditEnd(start: program)
      if size > 0 { (end.month, end.size) = (file.month, size) }
      return end
    }
    var end = try foundAuditEnd(
      of: AuditFile(month: before, seal: root.seal),
      in: folder,
      months.dropLast()
    )
    if size > 0 { (end.month, end.size) = (file.month, size) }
    return end
  }

  /// The last lines of a file.
  private func tail(of name: String, in folder: Folder) throws(StorageError) -> AuditTail {
    let path = folder.pathOf(name)
    let file = try openLog(name, in: folder, O_RDONLY)
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .disk(.read, path: path, errno: errno) }
    let size = Int(status.st_size)
    let start = max(0, size - 65_536)
    var bytes = [UInt8](repeating: 0, count: size - start)
    let got = pread(file, &bytes, bytes.count, start)
    guard got == bytes.count else { throw .disk(.read, path: path, errno: got < 0 ? errno : EIO) }
    return AuditTail(bytes, from: start)
  }

  /// Brings what was added to disk.
  package func syncAudit() {
    guard !memory.isAuditSynced, let end = memory.auditEnd, let month = end.month else { return }
    do throws(StorageError) {
      guard let folder = try root.descend(Layout.audit) else { return }
      let name = Layout.auditFile(month)
      try folder.disk.pass(.syncFile(folder.pathOf(name)))
      let file = try openLog(name, in: folder, O_WRONLY)
      defer { close(file) }
      guard fdatasync(file) == 0 else { return }
      try folder.sync()
      memory.isAuditSynced = true
    } catch {
      memory.auditProblem = error.message
    }
  }

  /// Remembers how far the log has come for whoever did something last; nothing where nobody did.
  ///
  /// What can't be written now is written the next time.
  package func anchorAudit(at now: Instant) {
    guard let staff = memory.unanchored else { return }
    do throws(StorageError) { try anchorAudit(by: staff, at: now) } catch { return }
  }

  /// Remembers in somebody's record how far the log has come.
  ///
  /// - Throws: `locked`, `disk`, `untrusted`.
  package func anchorAudit(by staff: StaffID, at now: Instant) throws(StorageError) {
    guard let end = memory.auditEnd, end.number > 0 else { return }
    syncAudit()
    memory.unanchored = nil
    let place = RecordPlace.auditAnchor(of: staff)
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(staff.rawValue + ".audit", in: locks)
    defer { withExtendedLifetime(lock) {} }
    let folder = try root.madeFolder(Layout.audit, isSynced: true)
    var envelope = Envelope(new: place, at: now, by: staff)
    do throws(FileFault) {
      let old = try folder.record(at: place, as: AuditAnchor.self)
      guard old.record.number < end.number else { return }
      envelope = old.envelope.next(at: now, by: staff)
    } catch {
      guard error == .missing else { throw .untrusted(error.problem(at: place)) }
    }
    let anchor = AuditAnchor(staffID: staff, number: end.number, hash: end.hash)
    try folder.replace(place.name, with: try root.file(of: anchor, envelope: envelope, at: place))
  }

  /// The terminal and the machine that this window sits at.
  private var terminal: String {
    if let terminal = memory.terminal { return terminal }
    let found = Terminal.name
    memory.terminal = found
    return found
  }
}

/// Where the audit log ends.
struct AuditEnd: Equatable {
  /// Nil where there is no log yet.
  var month: CalendarDate?
  var size: Int
  var number: Int
  var hash: String

  /// What the first line stands behind: the program itself.
  init(start program: Program) {
    self.init(month: nil, size: 0, number: 0, hash: program.id.rawValue)
  }

  init(month: CalendarDate?, size: Int, number: Int, hash: String) {
    self.month = month
    self.size = size
    self.number = number
    self.hash = hash
  }
}

/// The end of a file, as far as it was read.
private struct AuditTail {
  var size: Int
  var lines: [ArraySlice<UInt8>]
  /// Where a line begins that was cut off while it was written; nil where none was.
  var cutAt: Int?

  init(_ bytes: [UInt8], from start: Int) {
    size = start + bytes.count
    lines = bytes.split(separator: 0x0A)
    guard let last = bytes.last, last != 0x0A else { return }
    cutAt = start + (bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    lines.removeLast()
  }
}

extension AuditEvent {
  /// The same, at the machine's present time.
  fileprivate var byMachine: AuditEvent {
    var event = self
    event.at = .ofSystem
    return event
  }
}

extension Instant {
  /// The first day of its month, by UTC.
  fileprivate var month: CalendarDate {
    CalendarDate(description.prefix(10).description)?.firstOfMonth ?? .earliest
  }
}
