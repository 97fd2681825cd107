import Glibc

/// Folders with all that is in them.
nonisolated enum FileTree {
  /// The names in a folder, in order; none where it isn't one.
  static func names(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all files below a folder, from there on.
  static func files(_ path: String, prefix: String = "") -> [String] {
    names(path).flatMap { name in
      isFolder(path + "/" + name)
        ? files(path + "/" + name, prefix: prefix + name + "/") : [prefix + name]
    }
  }

  /// Removes a folder with everything in it; links are removed, not followed.
  static func remove(_ path: String) {
    for name in names(path) {
      let inner = path + "/" + name
      if isFolder(inner) { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}
