import App
import Storage
import TerminalCore
import Themes

/// The themes there are: those of the program, then the person's own.
enum FoundThemes {
  /// A theme with the name of its file, which is what `--theme` takes.
  struct Found {
    var key: String
    var choice: ThemeChoice
  }

  /// All of them, the bundled ones first; an own one takes the place of a bundled one of its name.
  static func all() -> [Found] {
    var found = BundledThemes.all.map { bundled in
      Found(
        key: bundled.name,
        choice: choice(bundled.name, path: nil) { () throws(ThemeFileError) in
          try ThemeFile.read(bytes: bundled.bytes, name: bundled.name)
        }
      )
    }
    for own in own() {
      if let place = found.firstIndex(where: { $0.key == own.key }) {
        found[place] = own
      } else {
        found.append(own)
      }
    }
    return found
  }

  /// The theme of a name, by its file's or its own; case doesn't matter.
  static func named(_ name: String) throws(CommandError) -> ThemeChoice {
    let themes = all()
    let wanted = name.lowercased()
    let found =
      themes.last { $0.key.lowercased() == wanted }
      ?? themes.last { $0.choice.name.lowercased() == wanted }
    if let found { return found.choice }
    throw .use(
      "There is no theme of that name.",
      form: "--theme with one of " + themes.map(\.key).joined(separator: ", ")
    )
  }

  private static func own() -> [Found] {
    guard let config = ConfigFolder.standard(Environment.value) else { return [] }
    do throws(StorageError) {
      return try config.themeNames().map { name in
        let path = config.path + "/themes/" + name + ".plist"
        return Found(
          key: name,
          choice: choice(name, path: path) { () throws(ThemeFileError) in
            try config.theme(name)
          }
        )
      }
    } catch {
      return []
    }
  }

  private static func choice(
    _ name: String,
    path: String?,
    read: () throws(ThemeFileError) -> ThemeDescription
  ) -> ThemeChoice {
    do throws(ThemeFileError) {
      let made = Theme.make(try read())
      let problems = made.problems.map { problem in
        (problem.role.map { $0 + ": " } ?? "") + problem.message
      }
      let isBroken = made.problems.contains { $0.severity == .error }
      return ThemeChoice(
        name: made.theme.name,
        theme: isBroken ? nil : made.theme,
        problems: problems,
        path: path
      )
    } catch {
      return ThemeChoice(name: name, theme: nil, problems: [error.message], path: path)
    }
  }
}
