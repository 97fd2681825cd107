package import TerminalCore

/// The lines of the help, made from the key table.
package enum HelpList {
  package struct Line: Equatable, Sendable {
    /// "Space or p"; a heading has none.
    package var keys: String
    package var text: String
    package var command: Command?
    /// Whether the command can be run from here.
    package var isHere: Bool
    package var place: String
  }

  /// This place first, then its parents, then the other places; filtered by what is typed.
  package static func lines(of state: AppState, query: String) -> [Line] {
    let here = state.contextBelowPrompt.chain
    let order = here + Context.allCases.filter { !here.contains($0) && $0 != .text }
    var lines: [Line] = []
    for context in order {
      let own = section(context, isHere: here.contains(context)).filter {
        Search.matches(query, $0.keys + " " + $0.text + " " + context.title)
      }
      guard !own.isEmpty else { continue }
      lines.append(
        Line(keys: "", text: context.title, command: nil, isHere: false, place: context.title)
      )
      lines += own
    }
    return lines
  }

  private static func section(_ context: Context, isHere: Bool) -> [Line] {
    Keymap.standard.bindings.filter { $0.context == context }.map {
      Line(
        keys: spoken($0.keys),
        text: $0.command.info.title,
        command: $0.command,
        isHere: isHere,
        place: context.title
      )
    }
  }

  /// "Space or p", "Up or k", "0 … 9".
  package static func spoken(_ keys: [Key]) -> String {
    if keys.count > 4, let first = keys.first, let last = keys.last {
      return "\(first.spoken) to \(last.spoken)"
    }
    return keys.map(\.spoken).joined(separator: " or ")
  }
}
