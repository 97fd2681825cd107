import Reports
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

  /// What is asked now first, then this place, its parents, the other places; filtered by what is
  /// typed.
  package static func lines(of state: AppState, query: String) -> [Line] {
    let here = state.contextBelowPrompt.chain
    let isFirstRun = state.screen == .firstRun
    let others = Context.allCases.filter { context in
      !here.contains(context) && context != .text && context != .firstRun && !isFirstRun
    }
    let order = here + others
    var lines = state.covered.last.map { asked(by: $0, in: state, query: query) } ?? []
    // Over a question its own keys are enough until more is searched for.
    if !lines.isEmpty, query.isEmpty { return lines }
    for context in order {
      let own = section(context, isHere: here.contains(context), of: state).filter {
        Search.matches(query, $0.keys + " " + $0.text + " " + context.title)
      }
      guard !own.isEmpty else { continue }
      lines.append(
        Line(keys: "", text: context.title, command: nil, isHere: false, place: context.title)
      )
      lines += own
      if context == .week, here.contains(.week) { lines += legend(of: state, query) }
    }
    return lines
  }

  /// What the signs of the week's table mean.
  private static func legend(of state: AppState, _ query: String) -> [Line] {
    let signs = WeekLegend.lines(in: state).filter {
      Search.matches(query, $0.sign + " " + $0.words)
    }
    return Self.lines("What stands in the table", signs.map { HintList.Hint($0.sign, $0.words) })
  }

  /// What the box is called: the place the keys are of.
  package static func title(of state: AppState) -> String {
    "Help: " + (state.covered.isEmpty ? state.contextBelowPrompt.title : "what is asked now")
  }

  /// The keys of a prompt that the help stands over; none of them can be run from here.
  private static func asked(by prompt: Prompt, in state: AppState, query: String) -> [Line] {
    let hints = HintList.keys(of: prompt, in: state).filter {
      Search.matches(query, $0.key + " " + $0.words)
    }
    return lines("Now", hints) + lines("What is read; * must be there", files(of: prompt, query))
  }

  private static func lines(_ title: String, _ hints: [HintList.Hint]) -> [Line] {
    guard !hints.isEmpty else { return [] }
    let heading = Line(keys: "", text: title, command: nil, isHere: false, place: title)
    return [heading]
      + hints.map { Line(keys: $0.key, text: $0.words, command: nil, isHere: true, place: title) }
  }

  /// The files of an import with their columns.
  private static func files(of prompt: Prompt, _ query: String) -> [HintList.Hint] {
    guard case .line(let line) = prompt, line.purpose == .importFrom else { return [] }
    let files = ImportColumns.all.map { HintList.Hint($0.file, $0.words) }
    let days = HintList.Hint("any .ics", "its whole days, as holidays")
    return (files + [days]).filter { Search.matches(query, $0.key + " " + $0.words) }
  }

  /// The keys of a context; of those here only what they mean here, and what has its use.
  private static func section(_ context: Context, isHere: Bool, of state: AppState) -> [Line] {
    let place = state.contextBelowPrompt
    return state.keymap.bindings.filter { $0.context == context }.compactMap { binding in
      let keys = binding.keys.filter {
        !isHere || state.keymap.command(for: $0, in: place) == binding.command
      }
      guard !keys.isEmpty, !isHere || state.hasUse(of: binding.command) else { return nil }
      return Line(
        keys: spoken(keys),
        text: binding.command.info.title,
        command: binding.command,
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
