import Domain

/// The team's meeting: a decision for each client, one key each.
extension AppState {
  /// The sheet at a client; Esc leads to where it was opened from, behind `g m` to the day.
  mutating func openTeam(at client: ClientID?, from origin: ScreenID = .day) -> [Effect] {
    screen = .team
    team.comesFrom = origin
    endNarrowing()
    if let client { team.cursor = client }
    if team.cursor == nil { team.cursor = teamClients.first }
    return [.readCaseload]
  }

  /// Keeps a decision about the selected client and goes on to the next one.
  mutating func decide(_ decision: TeamDecision) -> [Effect] {
    let clients = teamClients
    guard !clients.isEmpty else {
      say(nobodyInTeam, .warning)
      return []
    }
    let place = min(teamIndex, clients.count - 1)
    let request = FollowUpRequest.decision(
      clients[place],
      decision,
      words: nil,
      as: ids.next(.followUp)
    )
    let effects = perform(.followUp(request))
    if !effects.isEmpty { team.cursor = clients[min(place + 1, clients.count - 1)] }
    return effects
  }

  mutating func leaveTeam() {
    guard team.filter == nil else {
      team.filter = nil
      return
    }
    screen = team.comesFrom
    if screen == .toDo { refreshDueTasks() }
  }
}
