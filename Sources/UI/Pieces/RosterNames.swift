import App
import Domain

/// The names of a roster, all different.
struct RosterNames {
  private var names: [String]

  init(of clients: [ClientID], in state: AppState) { names = state.unlikeNames(of: clients) }

  subscript(place: Int) -> String { names[place] }

  /// The widest name's bytes, at least its cells.
  var longest: Int { names.reduce(0) { max($0, $1.utf8.count) } }
}
