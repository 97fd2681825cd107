/// What still rests on a record whose making is to be taken back.
extension ProgramData {
  func checkUnused(_ client: ClientID) throws(RuleViolation) {
    let isInUse =
      episodes.values.contains { $0.clientID == client }
      || groups.values.contains { $0.enrollments.contains { $0.clientID == client } }
      || weeks.values.contains { week in
        // Rows that come and go with an enrollment aren't in the way.
        week.appointmentsByClient[client] != nil
          || (week.sessionsByClient[client] ?? []).contains {
            sessions[$0]?.row(of: client)?.isPlain == false
          }
      }
      || plans[client] != nil || !followUps(of: client).isEmpty
      || notes.values.contains { $0.clientID == client }
      || drafts.values.contains { $0.clientID == client }
    if isInUse { throw .wrongState("This client is in groups or has records by now.") }
  }

  func checkUnused(_ episode: EpisodeID) throws(RuleViolation) {
    let isInUse =
      groups.values.contains { $0.enrollments.contains { $0.episodeID == episode } }
      || appointments.values.contains { $0.episodeID == episode && !$0.state.isWithdrawn }
      || sessions.values.contains { session in
        // Rows that come and go with an enrollment aren't in the way.
        session.rows.contains { $0.episodeID == episode && !$0.isPlain }
      }
    if isInUse { throw .wrongState("This client is in groups or has appointments by now.") }
  }

  func checkUnused(_ person: StaffID) throws(RuleViolation) {
    let isInUse =
      groups.values.contains { group in
        group.leadID == person || group.coLeadIDs.contains(person)
          || group.past.contains { $0.leadID == person || $0.coLeadIDs.contains(person) }
      }
      || episodes.values.contains { $0.counselors.contains { $0.staffID == person } }
      || staff.values.contains { $0.supervisorID == person }
      || appointments.values.contains { $0.state.counselorID == person && !$0.state.isWithdrawn }
      || notes.values.contains { $0.authorID == person }
      || drafts.values.contains { $0.authorID == person }
    if isInUse { throw .wrongState("This person leads groups or has clients by now.") }
  }

  func checkUnused(_ room: RoomID) throws(RuleViolation) {
    let isInUse =
      groups.values.contains { group in
        group.roomID == room || group.past.contains { $0.roomID == room }
      }
      || appointments.values.contains { $0.state.roomID == room && !$0.state.isWithdrawn }
    if isInUse { throw .wrongState("This room is used by now.") }
  }

  func checkUnused(_ group: GroupID) throws(RuleViolation) {
    let isInUse =
      kept(group)?.enrollments.isEmpty == false
      || sessions.values.contains { $0.groupID == group && $0.isSaidSomethingAbout }
    if isInUse { throw .wrongState("This group has clients or marks by now.") }
  }
}

extension GroupSession {
  /// Whether anything stands that was said about it, and wasn't taken back.
  ///
  /// What is planned has a row only through an enrollment.
  fileprivate var isSaidSomethingAbout: Bool {
    guard !history.isEmpty else { return false }
    let first = history.lazy.compactMap { entry -> SessionState? in
      guard entry.kind != .differs, case .state(let before, _) = entry.edit else { return nil }
      return before
    }.first
    return rows.contains { !$0.isPlain } || first.map { $0 != state } ?? false
  }
}
