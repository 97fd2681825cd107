import Glibc
import Storage

/// Where a program's records lie on this machine.
enum DataPlace {
  /// The folder of a choice: what was named, else the place by right.
  ///
  /// - Throws: `notThere` where the machine doesn't say where a person's data belong.
  static func path(of choice: StartChoice) throws(CommandError) -> String {
    if let path = choice.dataPath { return path }
    guard let path = byRight else {
      throw CommandError(
        .notThere,
        "Neither XDG_DATA_HOME nor HOME says where your data belong.",
        form: "caseload --data DIR"
      )
    }
    return path
  }

  /// `$XDG_DATA_HOME/caseload`, by right `~/.local/share/caseload`; nil without a home.
  ///
  /// - Source: XDG Base Directory Specification; a relative path is to be ignored.
  static var byRight: String? {
    PersonPath.folder("XDG_DATA_HOME", orInHome: ".local/share") { Environment.value($0) }
  }

  /// Whether nothing is at a path yet, or an empty folder.
  static func isVacant(_ path: String) -> Bool {
    if access(path, F_OK) != 0 { return errno == ENOENT }
    return FolderNames.of(path)?.isEmpty ?? false
  }
}

/// The names in a folder.
enum FolderNames {
  /// Nil where the folder can't be opened.
  static func of(_ path: String) -> [String]? {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { return nil }
    guard let folder = fdopendir(descriptor) else {
      close(descriptor)
      return nil
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
