package import Domain

/// The card of one client: facts, and what happened.
package struct CardState: Equatable, Sendable {
  package var client: ClientID?
  package var focus = CardPane.facts
  /// The selected line of each part.
  package var fact = 0
  package var entry = 0
  /// Narrows the history to lines with this in them.
  package var filter: String?
  /// Where Esc leads.
  var comesFrom = ScreenID.clients
}

package enum CardPane: Hashable, Sendable, CaseIterable {
  case facts, history
}
