import Glibc

/// A copy of a data folder as it stood at one moment, while others go on saving.
///
/// A record's file is never changed, only replaced, so a second name for it keeps what it held.
/// After that everything is looked at once more, until a whole look finds nothing replaced, new or
/// gone: then all of it stood so when that look began. Nobody has to wait for it.
struct KeptMoment {
  /// How many files are kept.
  var files: Int { kept.count }
  /// What is neither a file nor a folder, and so isn't kept.
  private(set) var leftOut: Set<String> = []
  private var kept: [String: FileMark] = [:]
  private let root: Folder
  private let target: Folder

  /// How often is looked before it is given up.
  private static let looks = 400
  /// The largest file that is copied; texts and logs are, since those are added to in place.
  private static let copyLimit = 512 * 1_048_576

  /// Keeps the present moment of a folder in another folder of the same disk.
  init(of root: Folder, in target: Folder) throws(StorageError) {
    self.root = root
    self.target = target
    for _ in 0..<Self.looks where try look() == 0 { return }
    throw .backup(.restless)
  }

  /// - Returns: How much was different from what is kept.
  private mutating func look() throws(StorageError) -> Int {
    var found: Set<String> = []
    var changes = try look(root, target, found: &found)
    for gone in Set(kept.keys).subtracting(found) {
      kept[gone] = nil
      changes += 1
      let parts = gone.split(separator: "/").map(String.init)
      let folder = try target.descend(parts.dropLast().joined(separator: "/"))
      if let name = parts.last { try folder?.remove(name) }
    }
    return changes
  }

  private mutating func look(
    _ folder: Folder,
    _ copy: Folder,
    found: inout Set<String>
  ) throws(StorageError) -> Int {
    var changes = 0
    for name in try folder.names() where !Layout.isTemporary(name) {
      let path = folder.pathOf(name)
      // While records are being added the folder is between two moments.
      if path == Layout.incoming { changes += 1 }
      guard !Self.passed.contains(path) else { continue }
      guard let facts = folder.facts(of: name) else {
        changes += 1
        continue
      }
      switch facts.type {
      case .folder:
        guard let inner = try folder.folder(name, path: path) else {
          changes += 1
          continue
        }
        let innerCopy = try copy.madeFolder(name, isSynced: false)
        changes += try look(inner, innerCopy, found: &found)
      case .plain:
        found.insert(path)
        guard kept[path] != facts.mark else { continue }
        changes += 1
        try copy.remove(name)
        kept[path] = try keep(name, in: folder, as: copy) ? facts.mark : nil
      case .link, .fifo, .socket, .device, .unknown:
        leftOut.insert(path)
      }
    }
    return changes
  }

  /// What isn't part of the records.
  private static let passed: Set<String> = [Layout.locks, Layout.backups, Layout.incoming]

  /// - Returns: Whether it was still there.
  private func keep(
    _ name: String,
    in folder: Folder,
    as copy: Folder
  ) throws(StorageError) -> Bool {
    if name.hasSuffix(Layout.suffix) {
      try root.disk.pass(.link(copy.pathOf(name)))
      if linkat(folder.descriptor, folder.diskName(name), copy.descriptor, copy.diskName(name), 0)
        == 0
      {
        return true
      }
      if errno == ENOENT { return false }
    }
    let bytes: [UInt8]
    do throws(FileFault) { bytes = try folder.read(name, limit: Self.copyLimit) } catch {
      if error == .missing { return false }
      guard case .unreadable(let code) = error else {
        throw .untrusted(error.problem(ofFile: folder.pathOf(name)))
      }
      throw .disk(.read, path: folder.pathOf(name), errno: code)
    }
    let mode = (folder.facts(of: name)?.mode ?? 0o600) & 0o600
    try copy.write(bytes, toNew: name, isSynced: false, mode: mode)
    return true
  }
}
