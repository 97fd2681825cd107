import Glibc

/// Why a file that leaves the program wasn't written, or one that comes in wasn't read.
package enum OutgoingFault: Error, Hashable, Sendable {
  case isThere(String)
  /// It would lie among the records.
  case insideData(String)
  case notPlain(String)
  case tooLarge(String)
  case noText(String)
  case system(String, errno: Int32)

  package var message: String {
    switch self {
    case .isThere(let path): "\(path) is there already and was left alone. Give another name."
    case .insideData(let path):
      "\(path) lies in the data folder, where only records belong. Nothing was written; "
        + "give another place."
    case .notPlain(let path): "\(path) isn't a file. Nothing was changed."
    case .tooLarge(let path): "\(path) is larger than 8 MB. Nothing was changed."
    case .noText(let path): "\(path) isn't UTF-8 text. Nothing was changed."
    case .system(let path, let code): "\(path): \(StorageError.reason(code)). Nothing was changed."
    }
  }
}

extension DataFolder {
  /// Writes a file outside of the data folder, for its owner alone (0600), whole or not at all.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - path: Where; its folder is there.
  ///   - replaces: Whether a file of that name may be replaced.
  /// - Throws: `isThere`, `insideData`, `system`.
  package func writeOutside(
    _ bytes: [UInt8],
    to path: String,
    replaces: Bool
  ) throws(OutgoingFault) {
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard !name.isEmpty, name != ".", name != ".." else { throw .notPlain(path) }
    guard let real = Self.realPath(parent) else { throw .system(path, errno: errno) }
    guard Self.realPath(self.path) != nil else { throw .system(self.path, errno: errno) }
    if Self.leads(parent, into: self.path) { throw .insideData(path) }
    let target = real + "/" + name
    var facts = stat()
    if lstat(target, &facts) == 0 {
      guard replaces else { throw .isThere(path) }
      guard facts.st_mode & S_IFMT == S_IFREG else { throw .notPlain(path) }
    }
    let temporary = real + "/." + Disk.randomName() + ".tmp"
    do throws(OutgoingFault) {
      try Self.write(bytes, toNew: temporary)
      // A link gives the name only where there is none yet.
      let isDone = replaces ? rename(temporary, target) == 0 : link(temporary, target) == 0
      guard isDone else { throw errno == EEXIST ? .isThere(path) : .system(path, errno: errno) }
      if !replaces { unlink(temporary) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], toNew path: String) throws(OutgoingFault) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = Glibc.open(path, flags, 0o600)
    guard file >= 0 else { throw .system(path, errno: errno) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(path, errno: errno) }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw .system(path, errno: errno) }
  }

  /// Whether a path, links followed, is a folder or lies in it; also where nothing is there yet.
  package static func leads(_ path: String, into folder: String) -> Bool {
    guard let own = realPath(folder) else { return false }
    var found = realPath(path)
    if found == nil {
      let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : path[..<$0] } ?? "."
      found = realPath(String(parent)).map { $0 + "/" }
    }
    guard let found else { return false }
    return found == own || found.hasPrefix(own + "/")
  }

  private static func realPath(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Reads a text that a person named, of 8 MB at most.
  ///
  /// - Throws: `notPlain`, `tooLarge`, `noText`, `system`.
  package static func readOutside(_ path: String) throws(OutgoingFault) -> String {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .system(path, errno: errno) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw .notPlain(path) }
    guard facts.st_size <= 8_388_608 else { throw .tooLarge(path) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= 8_388_608 {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(path, errno: errno) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .noText(path) }
    return text
  }
}
