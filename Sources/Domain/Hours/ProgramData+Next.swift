/// What comes next for whom.
extension ProgramData {
  /// The start of each client's next session or appointment in the loaded weeks.
  package func nextServices(after now: Instant) -> [ClientID: Instant] {
    var next: [ClientID: Instant] = [:]
    for session in sessions.values
    where session.state.scheduledStart > now && session.state.status == .scheduled
      && !session.state.isWithdrawn
    {
      for row in session.rows where row.status.isUnmarked {
        next[row.clientID] = min(next[row.clientID] ?? .latest, session.state.scheduledStart)
      }
    }
    for meeting in appointments.values
    where meeting.state.scheduledStart > now && meeting.state.status == .booked
      && !meeting.state.isWithdrawn
    {
      next[meeting.clientID] = min(
        next[meeting.clientID] ?? .latest,
        meeting.state.scheduledStart
      )
    }
    return next
  }
}
