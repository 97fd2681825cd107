import App
import Domain

/// The names of a roster, all different: more letters of the last name where two are equal, else
/// the record's number.
struct RosterNames {
  private var names: [String]

  init(of clients: [ClientID], in state: AppState) {
    names = clients.map(state.name(of:))
    var twins: Set<Int> = []
    for place in names.indices.dropFirst() {
      for other in 0..<place where names[other] == names[place] {
        twins.insert(place)
        twins.insert(other)
      }
    }
    guard !twins.isEmpty else { return }
    let plain = names
    for place in twins {
      let others = twins.filter { $0 != place && plain[$0] == plain[place] }
      names[place] = RosterNames.longer(
        clients[place],
        unlike: others.map { clients[$0] },
        in: state
      )
    }
  }

  subscript(place: Int) -> String { names[place] }

  /// The widest name's bytes, at least its cells.
  var longest: Int { names.reduce(0) { max($0, $1.utf8.count) } }

  private static func longer(
    _ id: ClientID,
    unlike others: [ClientID],
    in state: AppState
  ) -> String {
    guard let client = state.data.clients[id] else { return id.rawValue }
    let rivals = others.compactMap { state.data.clients[$0] }
    let last = client.legalLast
    if !state.showsFullNames, last.count > 1 {
      for count in 2...last.count {
        let start = last.prefix(count)
        guard rivals.allSatisfy({ $0.legalLast.prefix(count) != start }) else { continue }
        return "\(client.firstName) \(start)\(count < last.count ? "." : "")"
      }
    }
    return "\(state.name(of: id)) \(client.mrn)"
  }
}
