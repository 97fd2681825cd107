import Domain
import PropertyList

/// Sealing every file anew under a new key, one at a time.
///
/// The new key is wrapped for everybody first, beside the old ones, and each file says which key it
/// is under: cut off anywhere, everything opens, and the next renewal goes on where files are left.
/// Other windows may go on: what they save is sealed under the new key from then on.
package final class Renewal {
  private let folder: DataFolder
  private var waiting: [String]
  package private(set) var done = 0
  package let all: Int
  /// Texts that somebody is writing, to be sealed anew later.
  package private(set) var inUse: [String] = []
  /// Files that can't be opened and stay as they are.
  package private(set) var unusable: [String] = []

  fileprivate init(_ folder: DataFolder) throws(StorageError) {
    self.folder = folder
    waiting = try Self.files(below: folder.root).reversed()
    all = waiting.count
  }

  /// Seals the next file anew.
  ///
  /// - Returns: False when none is left.
  /// - Throws: `locked`, `disk`; the same file is the next one again.
  package func step() throws(StorageError) -> Bool {
    guard let path = waiting.last else { return false }
    switch try folder.sealAnew(path) {
    case .done: break
    case .inUse: inUse.append(path)
    case .unusable: unusable.append(path)
    }
    waiting.removeLast()
    done += 1
    if waiting.isEmpty, inUse.isEmpty { try folder.endRenewal() }
    return !waiting.isEmpty
  }

  /// What isn't a record of the program's.
  private static let passed: Set<String> = [
    Layout.locks, Layout.backups, Layout.quarantine, Layout.incoming, Layout.templates, "trash",
  ]

  private static func files(below folder: Folder) throws(StorageError) -> [String] {
    var files: [String] = []
    for name in try folder.names() where !Layout.isTemporary(name) {
      let path = folder.pathOf(name)
      switch folder.facts(of: name)?.type {
      case .folder where !passed.contains(path):
        if let inner = try folder.folder(name, path: path) { files += try Self.files(below: inner) }
      case .plain: files.append(path)
      case .folder, .link, .fifo, .socket, .device, .unknown, nil: break
      }
    }
    return files
  }
}

enum SealedAnew {
  case done, inUse, unusable
}

extension DataFolder {
  /// Whether a renewal was begun and isn't ended.
  package var isRenewing: Bool { entry?.access.record.isRenewing ?? false }

  /// Begins a renewal with a new key, or goes on with the one that was begun.
  package func renewal() throws(StorageError) -> Renewal {
    if !isRenewing {
      try changeAccess { access throws(StorageError) in
        access.record.isRenewing = true
        try access.take(access.ring.renewed())
      }
    }
    return try Renewal(self)
  }

  fileprivate func endRenewal() throws(StorageError) {
    try changeAccess { access throws(StorageError) in
      access.record.isRenewing = false
      try access.take(access.ring)
    }
  }

  /// Seals one file anew where it is under an older key.
  fileprivate func sealAnew(_ path: String) throws(StorageError) -> SealedAnew {
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let importing = try FileLock.take(Incoming.lock, in: locks)
    defer { withExtendedLifetime(importing) {} }
    try Incoming.finish(in: root)
    let parts = path.split(separator: "/").map(String.init)
    if parts.first == Layout.drafts {
      guard parts.count == 3, let document = Layout.document(ofJournal: parts[2]) else {
        return .unusable
      }
      return try sealAnew(document, of: StaffID(parts[1]))
    }
    if parts.count == 2, parts[0] == Layout.audit, let month = Layout.auditMonth(parts[1]) {
      return try sealAuditAnew(month)
    }
    guard let place = RecordPlace(path: path, program: program.id) else { return .done }
    let lock = try FileLock.take(lockName(of: place), in: locks)
    defer { withExtendedLifetime(lock) {} }
    guard let folder = try root.descend(place.folder), let mode = folder.facts(of: place.name)?.mode
    else { return .done }
    let bytes: [UInt8]
    do throws(FileFault) {
      guard let fresh = try folder.sealedAnew(at: place) else { return .done }
      bytes = fresh
    } catch {
      return error == .missing ? .done : .unusable
    }
    try folder.replace(place.name, with: bytes, mode: mode & 0o600)
    if let sum = Checksum(lineOf: bytes) { memory.known[path]?.checksum = sum }
    return .done
  }

  private func sealAnew(
    _ document: NoteDocument,
    of author: StaffID
  ) throws(StorageError) -> SealedAnew {
    let path = Layout.draftFolder(author) + "/" + Layout.journal(document)
    guard let folder = try root.descend(Layout.draftFolder(author)), let seal = root.seal,
      let sealed = SealedJournal(document, path: path, under: seal)
    else { return .done }
    let lock: FileLock
    do throws(StorageError) { lock = try lockDraft(document) } catch .inUse { return .inUse }
    defer { withExtendedLifetime(lock) {} }
    let plain: [UInt8]
    do throws(FileFault) {
      let bytes = try folder.read(Layout.journal(document), limit: Journal.sizeLimit)
      guard SealedJournal.keys(of: bytes) != [seal.ring.current.id] else { return .done }
      plain = try sealed.plain(bytes)
    } catch {
      return error == .missing ? .done : .unusable
    }
    guard !JournalReading(plain, of: document).isDamaged, let file = sealed.file(plain) else {
      return .unusable
    }
    try folder.replace(Layout.journal(document), with: file)
    return .done
  }

  /// The lock that whoever saves a record holds.
  func lockName(of place: RecordPlace) -> String {
    switch place.kind {
    case .note, .noteEvent, .noteChain:
      Layout.chainLock(ClientID(String(place.folder.split(separator: "/")[1])))
    case .noteList: place.date.map(Layout.noteListLock) ?? place.id
    case .pin: place.id + ".pin"
    case .words: place.id + ".words"
    case .forms: place.id + ".forms"
    case .auditAnchor: place.id + ".audit"
    case .program, .rooms, .calendar, .staff, .group, .client, .episode, .appointment, .plan,
      .ruleSets, .session, .access, .grants, .enrollments, .followUp:
      place.id
    }
  }
}

extension Folder {
  /// The bytes of a record under the newest key; nil where it is under that already, or isn't one
  /// that is sealed.
  fileprivate func sealedAnew(at place: RecordPlace) throws(FileFault) -> [UInt8]? {
    guard let seal, place.kind != .access else { return nil }
    var bytes = try read(place.name)
    _ = try FileForm.removeChecksum(from: &bytes)
    let node: PropertyListNode
    do throws(PropertyListError) { node = try PropertyListReader.read(bytes, mode: .strict) } catch
    {
      throw FileFault(error)
    }
    let old = try SealedEnvelope(node, at: place, under: seal)
    guard old.sealed.key != seal.ring.current.id else { return nil }
    let plain = try old.open(at: place, under: seal)
    do throws(PropertyListError) {
      let fresh = try old.sealedAnew(plain, at: place, under: seal)
      let form = try PropertyListWriter.bytes(of: .dictionary(fresh.propertyList))
      return form + Checksum(of: form[...]).line
    } catch {
      throw FileFault(error)
    }
  }
}
