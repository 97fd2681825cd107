internal import Glibc
package import TerminalCore

/// What a session needs to know of the world, given once at the start.
package nonisolated struct TerminalOptions: Sendable {
  package var input: Int32 = 0
  package var output: Int32 = 1
  /// Where messages of the runtime go while the screen is up; nil for nowhere.
  package var errorLog: Int32?
  /// The terminal's name.
  package var term: String
  /// Whether the locale may be asked; tests of the ASCII mode say no.
  package var isUTF8Allowed = true
  /// The most colours to use; a terminal may have fewer.
  package var depth: ColorDepth
  /// Milliseconds after which a lone Esc is the key.
  package var escapeDelay: Int
  /// Whether signals are watched; only one session of a process can.
  package var watchesSignals = true

  /// Options from the variables `TERM`, `NO_COLOR` and `SSH_CONNECTION`.
  package init(environment: (String) -> String? = Self.variable) {
    term = environment("TERM") ?? ""
    let isColorless = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    depth = isColorless ? .mono : .colors256
    escapeDelay = environment("SSH_CONNECTION") == nil ? 50 : 150
  }

  /// A variable of the environment.
  package static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The names to try, in order: the terminal's own, one much like it, the least.
  static func candidates(for term: String) -> [String] {
    let modern = ["xterm-", "alacritty", "foot", "kitty", "ghostty", "wezterm"]
    let isModern = modern.contains { term.hasPrefix($0) }
    let all = [term] + (isModern ? ["xterm-256color"] : []) + ["xterm", "vt100"]
    return all.filter { !$0.isEmpty }
  }
}
