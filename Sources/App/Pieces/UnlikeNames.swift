package import Domain

/// Names in a room, all different.
extension AppState {
  /// The names of some clients: more letters of the last name where two are equal, else the record's
  /// number.
  package func unlikeNames(of clients: [ClientID]) -> [String] {
    var names = clients.map { name(of: $0) }
    guard roomMode != .seats, Set(names).count < names.count else { return names }
    var places: [String: [Int]] = [:]
    for (place, name) in names.enumerated() { places[name, default: []].append(place) }
    for twins in places.values where twins.count > 1 {
      for place in twins {
        let others = twins.filter { clients[$0] != clients[place] }.map { clients[$0] }
        if !others.isEmpty { names[place] = longerName(of: clients[place], unlike: others) }
      }
    }
    return names
  }

  private func longerName(of id: ClientID, unlike others: [ClientID]) -> String {
    guard let client = data.clients[id] else { return id.rawValue }
    let rivals = others.compactMap { data.clients[$0] }
    let last = client.legalLast
    if !showsFullNames || roomMode == .names, last.count > 1 {
      for count in 2...last.count {
        let start = last.prefix(count)
        guard rivals.allSatisfy({ $0.legalLast.prefix(count) != start }) else { continue }
        return "\(client.firstName) \(start)\(count < last.count ? "." : "")"
      }
    }
    return "\(plainName(of: id)) \(client.mrn)"
  }
}
