import TerminalCore

/// The key table as text, made from a `Keymap`.
package enum KeyTable {
  /// One table of Markdown per place, for the README.
  package static func markdown(of keymap: Keymap = .standard) -> String {
    sections(of: keymap).map { section in
      let rows = section.bindings.map { binding in
        let keys = binding.keys.map { "`\($0.spoken)`" }
        return "| \(spoken(keys)) | \(binding.command.info.title) |"
      }
      let head = ["### \(section.title)", "", "| Key | What it does |", "| --- | --- |"]
      return (head + rows).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The same as plain text, for `caseload keys`.
  package static func plain(of keymap: Keymap = .standard) -> String {
    let width = (keymap.bindings.map { CellWidth.of(keys(of: $0)) }.max() ?? 0) + 2
    return sections(of: keymap).map { section in
      let rows = section.bindings.map {
        "  " + CellWidth.padded(keys(of: $0), to: width) + $0.command.info.title
      }
      return ([section.title] + rows).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The places with their own keys, those of the daily work first.
  private static func sections(
    of keymap: Keymap
  ) -> [(title: String, bindings: [Binding])] {
    order.compactMap { context in
      let own = keymap.bindings.filter { $0.context == context }
      return own.isEmpty ? nil : (context.title, own)
    }
  }

  static let order: [Context] = [
    .attendance, .groups, .individual, .client, .day, .week, .calendar, .clients, .card, .setUp,
    .toDo, .team,
    .note, .choice, .reading,
    .list, .everywhere, .text, .firstRun,
  ]

  private static func keys(of binding: Binding) -> String { spoken(binding.keys.map(\.spoken)) }

  /// "0 to 9" for a run, else "Space or p".
  private static func spoken(_ keys: [String]) -> String {
    if keys.isEmpty { return "(no key)" }
    if keys.count > 4, let first = keys.first, let last = keys.last { return "\(first) to \(last)" }
    return keys.joined(separator: " or ")
  }
}

/// The key table as Markdown.
package func keyTableMarkdown() -> String { KeyTable.markdown() }
