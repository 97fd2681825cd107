/// Why the terminal can't be taken over.
package nonisolated enum TerminalError: Error, Equatable, Sendable {
  /// Standard input or output leads somewhere else.
  case notATerminal
  /// The terminal of that name lacks the means to place text; the name is empty if none is set.
  case tooSimple(name: String)
  /// Neither the name nor a fallback is in the system's terminal descriptions.
  case unknown(name: String)
  /// Another session holds the terminal, or the system refused a pipe or the modes.
  case unavailable(errno: Int32)
}

nonisolated extension TerminalError: CustomStringConvertible {
  /// What happened and what to do, for the line before the program ends.
  package var description: String {
    switch self {
    case .notATerminal:
      "Caseload needs a terminal for both input and output. Start it without < > or |, "
        + "or use a subcommand such as “caseload day”."
    case .tooSimple(let name):
      "The terminal “\(name)” can't place text on the screen. Set TERM to the terminal you use, "
        + "for example TERM=xterm-256color."
    case .unknown(let name):
      "The terminal “\(name)” isn't known on this system, and none that could stand in for it. "
        + "Install the package ncurses-term or set TERM=xterm."
    case .unavailable(let errno):
      "The terminal couldn't be taken over (system error \(errno)). Nothing was changed."
    }
  }
}
