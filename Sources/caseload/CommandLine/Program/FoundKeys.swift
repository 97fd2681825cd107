import App
import Storage
import TerminalCore

/// The keys of a file of a person's own.
struct FoundKeys {
  /// The standard table, with what of the file can be used.
  var keymap = Keymap.standard
  var problems: [KeyFileProblem] = []
  /// How many commands have other keys by it.
  var used = 0

  /// The file in the folder of the person's settings; nil where there is none.
  static func own() -> FoundKeys? { ownPath.flatMap { at($0) } }

  static var ownPath: String? { ConfigFolder.standard { Environment.value($0) }?.keysPath }

  /// A file anywhere; nil where there is none.
  static func at(_ path: String) -> FoundKeys? {
    do throws(KeyFileProblem) {
      guard let file = try KeyFile.read(at: path) else { return nil }
      let own = OwnKeys(file.lines)
      return FoundKeys(
        keymap: own.keymap,
        problems: (file.problems + own.problems).sorted { $0.line < $1.line },
        used: file.lines.count - own.problems.count
      )
    } catch {
      return FoundKeys(problems: [error])
    }
  }
}
