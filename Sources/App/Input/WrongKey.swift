package import TerminalCore

/// What the status line says about a key that does nothing here.
package enum WrongKey {
  /// Where the key has a meaning and how to get there, or where help is.
  ///
  /// - Parameters:
  ///   - key: What was pressed.
  ///   - context: Where.
  ///   - keymap: What the keys mean.
  ///   - width: How much room there is; the key's meaning is said shortly where it is little.
  /// - Returns: One sentence.
  package static func sentence(
    for key: Key,
    in context: Context,
    of keymap: Keymap = .standard,
    width: Int = .max
  ) -> String {
    let places = keymap.contexts(of: key).filter { !context.chain.contains($0.0) }
    guard let (place, command) = places.first(where: { $0.0 != .text && $0.0 != .firstRun }) else {
      return "\(key.spoken) does nothing here. \(keymap.said(.help, in: context)) shows the keys."
    }
    let way = way(to: place, from: context, of: keymap)
    let sentence = { (words: String) -> String in
      "\(key.spoken) is \"\(words)\" in \(place.title); \(way)."
    }
    let long = sentence(command.info.title)
    return CellWidth.of(long) <= width ? long : sentence(command.info.hint ?? command.info.title)
  }

  private static func way(
    to context: Context,
    from here: Context,
    of keymap: Keymap
  ) -> String {
    let isOnDay = here.chain.contains(.day)
    let menu = keymap.said(.goTo, in: here)
    switch context {
    case .groups, .individual, .attendance, .client:
      return isOnDay ? "\(keymap.said(.nextPane, in: here)) goes there" : "\(menu) d goes there"
    case .week: return "\(menu) w goes there"
    case .day: return "\(menu) d goes there"
    case .list, .everywhere: return "Esc goes there"
    case .toDo: return "\(menu) q goes there"
    case .clients: return "\(menu) c goes there"
    case .card: return "\(menu) c, then \(keymap.said(.open, in: .clients)) goes there"
    case .setUp: return "\(menu) r goes there"
    case .calendar: return "\(keymap.said(.goToCalendar, in: here)) goes there"
    case .team: return "\(menu) m goes there"
    case .note, .choice, .reading: return "\(keymap.said(.openNote, in: here)) opens a note"
    case .text: return "only while typing"
    case .firstRun: return "only before there is a program"
    }
  }
}
