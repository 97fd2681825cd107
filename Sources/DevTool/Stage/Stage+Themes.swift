import App
import Storage
import TerminalCore
import Themes

extension Stage {
  /// The bundled themes that can be read.
  static var themes: [ThemeChoice] {
    BundledThemes.all.map { bundled in
      do throws(ThemeFileError) {
        let file = try ThemeFile.read(bytes: bundled.bytes, name: bundled.name)
        let made = Theme.make(file)
        return ThemeChoice(
          name: made.theme.name,
          theme: made.theme,
          problems: made.problems.map(\.message)
        )
      } catch {
        return ThemeChoice(name: bundled.name, theme: nil, problems: [error.message])
      }
    }
  }

  /// What a bundled theme draws borders with.
  static func borders(ofTheme name: String?) throws(ToolError) -> Theme.Borders {
    guard let name else { return .line }
    guard let bundled = BundledThemes.all.first(where: { $0.name == name.lowercased() }) else {
      let names = BundledThemes.all.map(\.name).joined(separator: ", ")
      throw ToolError.use("the themes are \(names)")
    }
    do throws(ThemeFileError) {
      return Theme.make(try ThemeFile.read(bytes: bundled.bytes, name: bundled.name)).theme.borders
    } catch {
      throw ToolError(error.message)
    }
  }
}
