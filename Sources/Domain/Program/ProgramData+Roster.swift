/// Who is expected at a session.
extension ProgramData {
  /// The rows of everyone enrolled for the date, by the client's code.
  package func roster(of group: GroupSeries, on date: CalendarDate) -> [AttendanceRow] {
    var rows: [AttendanceRow] = []
    for enrollment in group.enrollments where enrollment.isActive(on: date) {
      guard !rows.contains(where: { $0.clientID == enrollment.clientID }) else { continue }
      let episode = episodes[enrollment.episodeID]
      if let episode, !episode.isOpen(on: date) { continue }
      var row = AttendanceRow(clientID: enrollment.clientID, episodeID: enrollment.episodeID)
      row.modality = group.modality
      row.isMakeup = enrollment.source == .known(.makeup)
      if episode?.leave(on: date) != nil { row.status = .onLeave }
      rows.append(row)
    }
    return rows.sorted(by: isBefore)
  }

  /// Roster order: by the client's code, walk-ins last.
  func isBefore(_ left: AttendanceRow, _ right: AttendanceRow) -> Bool {
    guard left.isWalkin == right.isWalkin else { return right.isWalkin }
    return (sortKey(left.clientID), left.clientID) < (sortKey(right.clientID), right.clientID)
  }

  /// By start, then code.
  func isBefore(_ left: GroupSession, _ right: GroupSession) -> Bool {
    (left.state.scheduledStart, code(of: left), left.id)
      < (right.state.scheduledStart, code(of: right), right.id)
  }

  private func sortKey(_ client: ClientID) -> String { clients[client]?.mrn ?? client.rawValue }

  /// A stored session in roster order, with what enrollments and leaves changed since.
  ///
  /// Nothing is added to or taken from a session that is closed, nor from a row about which
  /// anything was said.
  func completedRoster(of session: GroupSession) -> GroupSession {
    var session = session
    if session.state.status == .scheduled || session.state.status == .inProgress,
      let group = group(of: session)
    {
      let planned = roster(of: group, on: session.state.plannedFor ?? session.serviceDate)
      for row in planned {
        guard let place = session.rows.firstIndex(where: { $0.clientID == row.clientID }) else {
          session.rows.append(row)
          continue
        }
        if session.rows[place].isPlain { session.rows[place].status = row.status }
      }
      session.rows.removeAll { row in
        row.isPlain && !planned.contains { $0.clientID == row.clientID }
      }
    }
    session.rows.sort(by: isBefore)
    return session
  }
}

extension AttendanceRow {
  /// Whether nothing but the enrollment put the row there, so that it comes and goes with it.
  var isPlain: Bool {
    let isPlanned = status == .expected || status == .onLeave
    let isSilent =
      quickLine == nil && craving == nil && mood == nil && participation == nil && affect.isEmpty
      && commitmentKept == nil
    return isPlanned && markedAt == nil && !isWalkin && isSilent
  }
}
