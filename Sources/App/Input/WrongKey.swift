package import TerminalCore

/// What the status line says about a key that does nothing here.
package enum WrongKey {
  /// Where the key has a meaning and how to get there, or where help is.
  package static func sentence(for key: Key, in context: Context) -> String {
    let places = Keymap.standard.contexts(of: key).filter { !context.chain.contains($0.0) }
    guard let (place, command) = places.first(where: { $0.0 != .text }) else {
      return "\(key.spoken) does nothing here. ? shows the keys."
    }
    let way = way(to: place, from: context)
    return "\(key.spoken) is \"\(command.info.title)\" in \(place.title); \(way)."
  }

  private static func way(to context: Context, from here: Context) -> String {
    let isOnDay = here.chain.contains(.day)
    switch context {
    case .groups, .individual, .attendance:
      return isOnDay ? "Tab goes there" : "g d goes there"
    case .week: return "g w goes there"
    case .day: return "g d goes there"
    case .list, .everywhere: return "Esc goes there"
    case .text: return "only while typing"
    }
  }
}
