package import TerminalCore

/// The folder with a person's own settings and themes.
package struct ConfigFolder: Hashable, Sendable {
  package let path: String

  /// - Parameter path: The folder, which need not be there.
  package init(path: String) { self.path = path }

  /// The folder that the environment names: `$XDG_CONFIG_HOME/caseload`, or `~/.config/caseload`.
  ///
  /// - Parameter environment: The value of a variable; nil where it isn't set.
  /// - Returns: Nil where neither variable is set to an absolute path.
  package static func standard(_ environment: (String) -> String?) -> ConfigFolder? {
    PersonPath.folder("XDG_CONFIG_HOME", orInHome: ".config", environment)
      .map { ConfigFolder(path: $0) }
  }

  /// The files of the person's own themes, by name without `.plist`, in order.
  package func themeNames() throws(StorageError) -> [String] {
    guard let folder = try themes() else { return [] }
    return try folder.names().compactMap { name in
      guard name.hasSuffix(Layout.suffix), !name.hasPrefix(".") else { return nil }
      return String(name.dropLast(Layout.suffix.count))
    }
  }

  /// Reads one of the person's own themes.
  package func theme(_ name: String) throws(ThemeFileError) -> ThemeDescription {
    let bytes: [UInt8]
    do {
      guard !name.contains("/"), let folder = try themes() else { throw FileFault.missing }
      bytes = try folder.read(name + Layout.suffix, limit: 262_144)
    } catch let fault as FileFault {
      throw ThemeFileError(name: name, line: 0, problem: fault.reason)
    } catch {
      throw ThemeFileError(name: name, line: 0, problem: "its folder can't be opened")
    }
    return try ThemeFile.read(bytes: bytes, name: name)
  }

  private func themes() throws(StorageError) -> Folder? {
    do throws(StorageError) {
      return try Folder.open(path, disk: Disk()).folder("themes", path: path + "/themes")
    } catch .noFolder {
      return nil
    }
  }
}
