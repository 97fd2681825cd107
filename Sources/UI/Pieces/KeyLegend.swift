import App
import TerminalCore

/// The keys of a pane that mark and what they do, from the key table.
enum KeyLegend {
  /// With the words of the hint bar.
  static let attendance = items { $0.info.hint ?? $0.info.title }
  /// With whole phrases.
  static let attendanceTitles = items { $0.info.title }

  private static func items(_ words: (Command) -> String) -> [(key: String, words: String)] {
    let own = Keymap.standard.bindings.filter {
      $0.context == .attendance && $0.hintOrder != nil && $0.command != .openCard
    }
    return own.sorted { ($0.hintOrder ?? 0) < ($1.hintOrder ?? 0) }.compactMap { binding in
      binding.keys.first.map { ($0.spoken, words(binding.command)) }
    }
  }
}
