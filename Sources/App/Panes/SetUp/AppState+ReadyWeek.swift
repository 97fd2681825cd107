import Domain

/// From a new program to one with groups and clients: what is offered one after the other.
extension AppState {
  /// Offers the ready-made weeks where there are no groups yet.
  mutating func askReadyWeek() {
    guard data.groups.isEmpty else { return }
    let weeks: [(Unicode.Scalar, String, ReadyWeek)] = [
      ("d", "day", .day), ("e", "evening", .evening), ("b", "both", .both),
    ]
    let items = weeks.map { key, word, week in
      MenuItem(key, "\(word): \(week.hours.joined(separator: "; "))", .readyWeek(week))
    }
    prompt = .menu(
      Menu(
        title: "A week to begin with: rooms, two groups a day",
        items: items + [
          MenuItem("o", "groups of your own, one by one", .form(.group(nil))),
          MenuItem("n", "none now", .readyWeek(nil)),
        ]
      )
    )
  }

  /// The same from the first screen of a new program; whoever may not set it up is told so.
  mutating func offerReadyWeek() -> [Effect] {
    if let staffID, let refusal = data.refusal(of: .configure, by: staffID, "sets up no groups") {
      say(refusal.message, .warning)
      return []
    }
    askReadyWeek()
    return []
  }

  /// Sets up a week as one change, then offers to enter clients.
  mutating func begin(with week: ReadyWeek?) -> [Effect] {
    var effects: [Effect] = []
    if let week, let staffID {
      let request = week.request(in: data, lead: staffID, from: today, ids: &ids)
      effects = perform(.record(request))
      guard !effects.isEmpty else { return [] }
    }
    guard data.clients.isEmpty else { return effects }
    effects += showClients()
    prompt = .menu(
      Menu(
        title: "Clients",
        items: [
          MenuItem("a", "one by one", .form(.client(nil))),
          MenuItem("i", "from a CSV file, shown first", .command(.importFiles)),
          MenuItem("n", "none now", .nothing),
        ]
      )
    )
    return effects
  }
}
