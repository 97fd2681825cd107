import Domain
import Glibc

extension DataFolder {
  /// Moves a file that can't be trusted out of the way, so that its place is free again.
  ///
  /// It is kept, byte by byte, in `quarantine/` under its old path with dots for slashes.
  ///
  /// - Parameter file: A path below the data folder.
  /// - Returns: Where it lies now.
  /// - Throws: `disk` when there is no such file or the system says no.
  @discardableResult
  package func quarantine(file: String) throws(StorageError) -> String {
    let parts = file.split(separator: "/").map(String.init)
    guard let name = parts.last, !parts.contains(".."),
      let folder = try root.descend(parts.dropLast().joined(separator: "/")),
      folder.facts(of: name) != nil
    else { throw .disk(.rename, path: file, errno: ENOENT) }
    let target = try root.madeFolder(Layout.quarantine, isSynced: true)
    let kept = keptName(of: parts)
    try disk.pass(.rename(target.pathOf(kept)))
    guard renameat(folder.descriptor, folder.diskName(name), target.descriptor, kept) == 0 else {
      throw .disk(.rename, path: file, errno: errno)
    }
    try target.sync()
    try folder.sync()
    memory.known[file] = nil
    return target.pathOf(kept)
  }

  private func keptName(of parts: [String]) -> String {
    parts.map(root.diskName).joined(separator: ".") + "." + Disk.randomName()
  }

  /// Keeps a copy of a file in quarantine, before its content is changed.
  ///
  /// - Returns: Where it lies.
  func keepCopy(of file: String) throws(StorageError) -> String {
    let parts = file.split(separator: "/").map(String.init)
    guard let name = parts.last,
      let folder = try root.descend(parts.dropLast().joined(separator: "/"))
    else { throw .disk(.read, path: file, errno: ENOENT) }
    let bytes: [UInt8]
    do throws(FileFault) { bytes = try folder.read(name) } catch {
      throw .untrusted(error.problem(ofFile: file))
    }
    let target = try root.madeFolder(Layout.quarantine, isSynced: true)
    let kept = keptName(of: parts)
    try target.replace(kept, with: bytes)
    return target.pathOf(kept)
  }

  /// The place that a file in quarantine was taken from, by a path as `quarantined` gives it; nil
  /// where its name tells none.
  func place(ofQuarantined file: String) -> RecordPlace? {
    let name = file.split(separator: "/").last.map(String.init) ?? ""
    let words = name.split(separator: ".", omittingEmptySubsequences: false).dropLast().map(
      String.init
    )
    // What happened to a note has two full stops in its name, everything else one.
    for inName in [2, 3] where words.count >= inName {
      let last = words.suffix(inName).joined(separator: ".")
      let path = (words.dropLast(inName) + [last]).map { root.seal?.names.called($0) ?? $0 }
        .joined(separator: "/")
      if let place = RecordPlace(path: path, program: program.id) { return place }
    }
    return nil
  }

  func bytes(ofQuarantined file: String) throws(FileFault) -> [UInt8] {
    let name = file.split(separator: "/").last.map(String.init) ?? ""
    let folder: Folder?
    do throws(StorageError) {
      folder = try root.folder(Layout.quarantine, path: Layout.quarantine)
    } catch { throw .notPlain(.unknown) }
    guard let folder else { throw .missing }
    return try folder.read(name)
  }

  /// What a file in quarantine says of itself, as the record of a place.
  func envelope(
    ofQuarantined file: String,
    for place: RecordPlace
  ) throws(FileFault) -> Envelope {
    try place.envelope(of: try bytes(ofQuarantined: file), under: root.seal)
  }

  /// What lies in quarantine, as paths below the data folder.
  package func quarantined() throws(StorageError) -> [String] {
    guard let folder = try root.folder(Layout.quarantine, path: Layout.quarantine) else {
      return []
    }
    return try folder.names().map(folder.pathOf)
  }
}
