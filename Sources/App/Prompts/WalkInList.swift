import Domain

/// Who could walk in: the whole caseload, with why or why not.
enum WalkInList {
  /// The open episode is nil when the client can't be added, for the reason in `note`.
  private struct Line {
    var client: ClientID
    var episode: EpisodeID?
    var note: String
  }

  /// Those who may come first, then the others, each by name.
  static func lines(
    of state: AppState,
    _ id: SessionID,
    _ query: String
  ) -> [PickList.Line] {
    guard let session = state.data.sessions[id] else { return [] }
    let clients = state.data.clients.values.filter {
      $0.enteredInError == nil && Search.matches(query, "\($0.mrn) \($0.fullName) \($0.legalFirst)")
    }
    let open = openEpisodes(on: session.serviceDate, in: state.data)
    let lines = clients.map { line(for: $0, in: session, open[$0.id], state) }
    let sorted = lines.sorted {
      let left = ($0.episode == nil ? 1 : 0, state.name(of: $0.client), $0.client.rawValue)
      let right = ($1.episode == nil ? 1 : 0, state.name(of: $1.client), $1.client.rawValue)
      return left < right
    }
    let names = state.unlikeNames(of: sorted.map(\.client))
    return zip(sorted, names).map { line, name in
      PickList.Line(
        item: .client(line.client, line.episode),
        left: name,
        text: line.note,
        isAllowed: line.episode != nil
      )
    }
  }

  private static func openEpisodes(
    on date: CalendarDate,
    in data: ProgramData
  ) -> [ClientID: EpisodeID] {
    var open: [ClientID: EpisodeID] = [:]
    for episode in data.episodes.values where episode.isOpen(on: date) {
      open[episode.clientID] = episode.id
    }
    return open
  }

  private static func line(
    for client: Client,
    in session: GroupSession,
    _ episode: EpisodeID?,
    _ state: AppState
  ) -> Line {
    if session.row(of: client.id) != nil {
      return Line(client: client.id, episode: nil, note: "on this roster already")
    }
    guard let episode else {
      return Line(client: client.id, episode: nil, note: "no open episode on this day")
    }
    if let leave = state.data.episodes[episode]?.leave(on: session.serviceDate) {
      return Line(client: client.id, episode: nil, note: "on leave: \(leave.reason)")
    }
    let level = state.data.episodes[episode]?.level(on: session.serviceDate)?.level ?? "?"
    var note = "may come, level \(level); a reason is asked"
    let clash = session.rows.contains {
      $0.status.isAttended
        && (client.notToPairWith.contains($0.clientID)
          || state.data.clients[$0.clientID]?.notToPairWith.contains(client.id) == true)
    }
    if clash { note = "must not be in one room with someone here; a reason is asked" }
    return Line(client: client.id, episode: episode, note: note)
  }
}
