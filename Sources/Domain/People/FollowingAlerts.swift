/// Alerts that follow from other records: computed each time, never stored.
extension ProgramData {
  /// The alerts that clients have by others' names and records.
  ///
  /// Two clients who are in the program have a name alert where their last names are the same, or
  /// begin with the same three letters while their first names are alike. Where only one record says
  /// that two must not meet, the other client has that alert too.
  ///
  /// - Parameter date: Whose stay is open on it is in the program. Only clients read so far count.
  /// - Returns: By client, the other by record number; nothing for those without any.
  /// - Source: `domain.md` 4.1.
  package func followingAlerts(on date: CalendarDate) -> [ClientID: [ClientAlert]] {
    var found: [ClientID: [ClientAlert]] = [:]
    for (one, other) in namesakes(on: date) {
      found[one, default: []].append(ClientAlert(kind: .known(.nameAlert), otherClient: other))
    }
    for client in clients.values where client.enteredInError == nil && !client.alerts.isEmpty {
      for other in client.notToPairWith
      where clients[other]?.notToPairWith.contains(client.id) == false {
        let alert = ClientAlert(kind: .known(.doNotPair), otherClient: client.id)
        found[other, default: []].append(alert)
      }
    }
    return found.mapValues { $0.sorted { sortKey($0) < sortKey($1) } }
  }

  /// What is to be known about a client at once.
  ///
  /// - Parameters:
  ///   - client: Nothing where the record is missing.
  ///   - following: What `followingAlerts(on:)` found.
  /// - Returns: What follows from others' names and records, then what is stored; what is stored about
  ///   the same two is said once.
  package func alerts(
    of client: ClientID,
    following: [ClientID: [ClientAlert]]
  ) -> [ClientAlert] {
    guard let place = clients.index(forKey: client) else { return [] }
    let stored = clients.values[place].alerts
    guard let following = following[client] else { return stored }
    let isNew = { (alert: ClientAlert) in
      !stored.contains { $0.kind == alert.kind && $0.otherClient == alert.otherClient }
    }
    return following.filter(isNew) + stored
  }

  /// Each pair both ways round.
  private func namesakes(on date: CalendarDate) -> [(ClientID, ClientID)] {
    var known: [String: [Names]] = [:]
    for episode in episodes.values where episode.isOpen(on: date) {
      guard let client = clients[episode.clientID], client.enteredInError == nil else { continue }
      let names = Names(client)
      known[String(names.last.prefix(3)), default: []].append(names)
    }
    var pairs: [(ClientID, ClientID)] = []
    for near in known.values where near.count > 1 {
      for (place, one) in near.enumerated() {
        for other in near[(place + 1)...] where one.client != other.client && one.isLike(other) {
          pairs += [(one.client, other.client), (other.client, one.client)]
        }
      }
    }
    return pairs
  }

  private func sortKey(_ alert: ClientAlert) -> (String, String) {
    let mrn = alert.otherClient.flatMap { clients[$0]?.mrn } ?? ""
    return (alert.kind.stored == AlertKind.nameAlert.rawValue ? "" : "x", mrn)
  }
}

/// The names that somebody may be called by, as they are compared.
private struct Names {
  let client: ClientID
  let last: String
  let first: [String]

  init(_ client: Client) {
    self.client = client.id
    last = client.legalLast.folded
    first = [client.legalFirst.folded] + (client.preferredName.map { [$0.folded] } ?? [])
  }

  /// The last names begin alike.
  func isLike(_ other: Names) -> Bool {
    last == other.last
      || first.contains { name in other.first.contains { Self.areAlike(name, $0) } }
  }

  /// The same three letters at the beginning, or one letter apart.
  private static func areAlike(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one), Array(other))
    if one.count > 2, other.count > 2, one.prefix(3) == other.prefix(3) { return true }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard short.count > 2 || short == long, long.count - short.count < 2 else { return false }
    let place = zip(short, long).prefix { $0 == $1 }.count
    let rest = long.dropFirst(place + 1)
    return rest.elementsEqual(short.dropFirst(place))
      || rest.elementsEqual(short.dropFirst(place + 1))
  }
}
