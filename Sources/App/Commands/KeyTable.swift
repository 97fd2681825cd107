import TerminalCore

/// The key table as text, made from `Keymap.standard`.
package enum KeyTable {
  /// One table of Markdown per place, for the README.
  package static var markdown: String {
    sections.map { section in
      let rows = section.bindings.map { binding in
        let keys = binding.keys.map { "`\($0.spoken)`" }
        return "| \(spoken(keys)) | \(binding.command.info.title) |"
      }
      let head = ["### \(section.title)", "", "| Key | What it does |", "| --- | --- |"]
      return (head + rows).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The same as plain text, for `caseload keys`.
  package static var plain: String {
    let width = (Keymap.standard.bindings.map { CellWidth.of(keys(of: $0)) }.max() ?? 0) + 2
    return sections.map { section in
      let rows = section.bindings.map {
        "  " + CellWidth.padded(keys(of: $0), to: width) + $0.command.info.title
      }
      return ([section.title] + rows).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The places with their own keys, those of the daily work first.
  private static var sections: [(title: String, bindings: [Binding])] {
    let order: [Context] = [
      .attendance, .groups, .individual, .client, .day, .week, .calendar, .clients, .card, .setUp,
      .toDo, .team,
      .note, .choice, .reading,
      .list, .everywhere, .text, .firstRun,
    ]
    return order.compactMap { context in
      let own = Keymap.standard.bindings.filter { $0.context == context }
      return own.isEmpty ? nil : (context.title, own)
    }
  }

  private static func keys(of binding: Binding) -> String { spoken(binding.keys.map(\.spoken)) }

  /// "0 to 9" for a run, else "Space or p".
  private static func spoken(_ keys: [String]) -> String {
    if keys.count > 4, let first = keys.first, let last = keys.last { return "\(first) to \(last)" }
    return keys.joined(separator: " or ")
  }
}

/// The key table as Markdown.
package func keyTableMarkdown() -> String { KeyTable.markdown }
