package import TerminalCore

/// What the status line says about a key that does nothing here.
package enum WrongKey {
  /// Where the key has a meaning and how to get there, or where help is.
  ///
  /// - Parameters:
  ///   - key: What was pressed.
  ///   - context: Where.
  ///   - width: How much room there is; the key's meaning is said shortly where it is little.
  /// - Returns: One sentence.
  package static func sentence(
    for key: Key,
    in context: Context,
    width: Int = .max
  ) -> String {
    let places = Keymap.standard.contexts(of: key).filter { !context.chain.contains($0.0) }
    guard let (place, command) = places.first(where: { $0.0 != .text && $0.0 != .firstRun }) else {
      return "\(key.spoken) does nothing here. ? shows the keys."
    }
    let way = way(to: place, from: context)
    let sentence = { (words: String) -> String in
      "\(key.spoken) is \"\(words)\" in \(place.title); \(way)."
    }
    let long = sentence(command.info.title)
    return CellWidth.of(long) <= width ? long : sentence(command.info.hint ?? command.info.title)
  }

  private static func way(to context: Context, from here: Context) -> String {
    let isOnDay = here.chain.contains(.day)
    switch context {
    case .groups, .individual, .attendance, .client:
      return isOnDay ? "Tab goes there" : "g d goes there"
    case .week: return "g w goes there"
    case .day: return "g d goes there"
    case .list, .everywhere: return "Esc goes there"
    case .toDo: return "g q goes there"
    case .clients: return "g c goes there"
    case .card: return "g c, then Enter goes there"
    case .setUp: return "g r goes there"
    case .calendar: return "c goes there"
    case .team: return "g m goes there"
    case .note, .choice, .reading: return "e opens a note"
    case .text: return "only while typing"
    case .firstRun: return "only before there is a program"
    }
  }
}
