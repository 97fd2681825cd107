import Glibc

/// What a path that is being typed may go on with.
package enum PathNames {
  /// The names in a folder that begin with what is typed: folders, with a slash behind them, and
  /// files with one of the endings.
  ///
  /// Where no name begins so, case doesn't matter. Hidden ones are left out unless a point is typed,
  /// and so is what can't be typed.
  ///
  /// - Throws: Why the folder can't be read.
  package static func names(
    in path: String,
    beginning: String,
    endings: [String]
  ) throws(StorageError) -> [String] {
    let folder = try Folder.open(path, disk: Disk())
    let all = try folder.names().filter { name in
      (!name.hasPrefix(".") || beginning.hasPrefix("."))
        && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
    let exact = all.filter { $0.hasPrefix(beginning) }
    let typed = beginning.lowercased()
    let found = exact.isEmpty ? all.filter { $0.lowercased().hasPrefix(typed) } : exact
    return found.compactMap { name in
      if folder.leadsToFolder(name) { return name + "/" }
      let lower = name.lowercased()
      return endings.contains(where: lower.hasSuffix) ? name : nil
    }
  }
}

extension Folder {
  /// Whether a name is a folder's, or a link's to one.
  fileprivate func leadsToFolder(_ name: String) -> Bool {
    var status = stat()
    guard fstatat(descriptor, name, &status, 0) == 0 else { return false }
    return FileType(mode: status.st_mode) == .folder
  }
}
