import App
import Domain
import Storage
import TerminalCore
import Themes

/// The person's own choices, and the themes that can be chosen.
final class SettingsKeeper {
  private let config: ConfigFolder?
  private var settings: PersonSettings
  /// Why the settings file can't be used; it is then left alone.
  private(set) var problem: String?

  init() {
    config = ConfigFolder.standard { Environment.value($0) }
    settings = PersonSettings()
    guard let config else { return }
    let (found, fault) = PersonSettings.load(from: config)
    settings = found
    problem = fault.map { "\($0.record): \($0.what) \($0.doThis)" }
  }

  var theme: String? { settings.theme }

  func counselor(of program: ID<Program>) -> String? { settings.counselors[program] }

  /// Who logged in to a program last on this machine: a code, never a name.
  ///
  /// - Returns: Why it couldn't be kept; nil when it is.
  func remember(counselor: String, program: ID<Program>) -> String? {
    guard settings.counselors[program] != counselor else { return nil }
    guard let config, problem == nil else { return problem }
    settings.counselors[program] = counselor
    do throws(StorageError) {
      try settings.save(to: config)
      return nil
    } catch { return error.message }
  }

  /// - Returns: Why it couldn't be kept; nil when it is.
  func remember(theme: String, counselor: String?, program: ID<Program>, isDemo: Bool) -> String? {
    guard let config, problem == nil else { return problem }
    settings.theme = theme
    if let counselor, !isDemo { settings.counselors[program] = counselor }
    do throws(StorageError) {
      try settings.save(to: config)
      return nil
    } catch { return error.message }
  }

  /// One theme by name, without looking at the others.
  func theme(named name: String) -> ThemeChoice? {
    let wanted = name.lowercased()
    if let bundled = BundledThemes.all.first(where: { $0.name == wanted || wanted == "\($0.name)" })
    {
      return sound(bytes: bundled.bytes, name: bundled.name)
    }
    guard let config else { return nil }
    return own(name, in: config)
  }

  /// Every bundled and own theme.
  func themes() -> [ThemeChoice] {
    var choices = BundledThemes.all.map { choice(bytes: $0.bytes, name: $0.name) }
    guard let config else { return choices }
    do throws(StorageError) {
      for name in try config.themeNames() {
        if let theme = own(name, in: config) { choices.append(theme) }
      }
    } catch {
      choices.append(ThemeChoice(name: "own themes", theme: nil, problems: [error.message]))
    }
    return choices
  }

  private func choice(bytes: [UInt8], name: String) -> ThemeChoice {
    do throws(ThemeFileError) {
      return made(try ThemeFile.read(bytes: bytes, name: name), path: nil)
    } catch {
      return ThemeChoice(name: name, theme: nil, problems: [error.message])
    }
  }

  /// A bundled theme for the first frame; what could be said about it waits for `themes`.
  private func sound(bytes: [UInt8], name: String) -> ThemeChoice {
    do throws(ThemeFileError) {
      let theme = Theme(try ThemeFile.read(bytes: bytes, name: name))
      return ThemeChoice(name: theme.name, theme: theme, problems: [])
    } catch {
      return ThemeChoice(name: name, theme: nil, problems: [error.message])
    }
  }

  private func own(_ name: String, in config: ConfigFolder) -> ThemeChoice? {
    let path = config.path + "/themes/" + name + ".plist"
    do throws(ThemeFileError) {
      return made(try config.theme(name), path: path)
    } catch {
      return ThemeChoice(name: name, theme: nil, problems: [error.message], path: path)
    }
  }

  private func made(_ description: ThemeDescription, path: String?) -> ThemeChoice {
    let (theme, problems) = Theme.make(description)
    let isBroken = problems.contains { $0.severity == .error }
    return ThemeChoice(
      name: description.name,
      theme: isBroken ? nil : theme,
      problems: problems.map(\.message),
      path: path
    )
  }
}
