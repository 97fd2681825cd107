package import Domain

/// The alerts that follow from others' names and records, found once for each change of clients.
struct KnownAlerts: Equatable, Sendable {
  var basis: Basis?
  var following: [ClientID: [ClientAlert]] = [:]

  struct Basis: Equatable, Sendable {
    var clients: Int
    var episodes: Int
    var today: CalendarDate
  }
}

extension AppState {
  /// What is to be known about a client at once, also what follows from others.
  package func alerts(of client: ClientID, in stay: EpisodeID?) -> [ClientAlert] {
    data.alerts(of: client, in: stay, following: knownAlerts.following)
  }

  mutating func refreshKnownAlerts() {
    let basis = KnownAlerts.Basis(
      clients: data.clients.count,
      episodes: data.episodes.count,
      today: today
    )
    guard knownAlerts.basis != basis else { return }
    knownAlerts = KnownAlerts(basis: basis, following: data.followingAlerts(on: today))
  }
}

extension Edit {
  /// Whether it is about what is known of a client or a stay.
  var isAboutClient: Bool {
    switch self {
    case .client, .episode: true
    case .session, .appointment, .staff, .room, .calendar, .group, .followUp: false
    }
  }
}
