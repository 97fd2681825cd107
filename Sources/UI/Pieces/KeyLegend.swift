import App
import TerminalCore

/// The keys of a pane that mark and what they do, from the key table.
enum KeyLegend {
  /// With the words of the hint bar.
  static func attendance(of keymap: Keymap) -> [(key: String, words: String)] {
    items(of: keymap) { $0.info.hint ?? $0.info.title }
  }

  /// With whole phrases.
  static func attendanceTitles(of keymap: Keymap) -> [(key: String, words: String)] {
    items(of: keymap) { $0.info.title }
  }

  private static func items(
    of keymap: Keymap,
    _ words: (Command) -> String
  ) -> [(key: String, words: String)] {
    keymap.inHintBar.compactMap { binding in
      guard binding.context == .attendance, binding.command != .openCard else { return nil }
      return binding.keys.first.map { ($0.spoken, words(binding.command)) }
    }
  }
}
