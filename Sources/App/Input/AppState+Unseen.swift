import TerminalCore

/// A window that is too small for any screen: it keeps everything, and asks to be made larger.
extension AppState {
  package var isLargeEnough: Bool { size.columns >= 60 && size.rows >= 16 }

  /// No key does what can't be seen, but those that hide the screen or leave it.
  mutating func handleUnseen(_ event: InputEvent) -> [Effect] {
    guard case .key(let key) = event,
      let command = keymap.command(for: key, in: .everywhere),
      [.quit, .blank, .hide, .redraw].contains(command)
    else { return [] }
    return run(command)
  }
}
