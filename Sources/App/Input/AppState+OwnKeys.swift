package import TerminalCore

/// The keys of a person's own.
extension AppState {
  /// Puts a key table in force; what of its file can't be used is on the list of messages, and that
  /// there is something on the status line.
  ///
  /// - Parameters:
  ///   - keymap: The table.
  ///   - problems: Lines that aren't used.
  ///   - file: What the file is called.
  package mutating func take(_ keymap: Keymap, problems: [KeyFileProblem], of file: String) {
    self.keymap = keymap
    guard !problems.isEmpty else { return }
    messages += problems.map { Message(at: now, text: $0.words(file: file), tone: .warning) }
    keysNotice = KeyFileProblem.notice(of: problems, file: file)
    if lock == nil { sayAboutOwnKeys() }
  }

  /// How a command's key is said in a sentence, here or in a place of which the sentence is.
  package func said(_ command: Command, in context: Context? = nil) -> String {
    keymap.said(command, in: context ?? contextBelowPrompt)
  }

  /// Where somebody logs in first, once that is done.
  mutating func sayAboutOwnKeys() {
    guard let words = keysNotice else { return }
    keysNotice = nil
    let before = status
    say(words, .warning)
    if before.tone == .error { status = before }
  }
}
