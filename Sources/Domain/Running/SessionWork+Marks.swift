/// Marking people.
extension SessionWork {
  mutating func mark(_ client: ClientID, _ mark: Mark) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    switch mark.status {
    case .present, .late, .leftEarly, .lateLeftEarly, .removed:
      try beginForAttendance()
      try setPresence(of: &row, mark)
      try checkPresence(of: &row)
    case .excused, .noShow, .cancelledClient, .cancelledProgram, .onLeave, .notAdmitted:
      try beginForAbsence(mark.status)
      row.status = mark.status
      row.empty()
      row.absenceReason = mark.reason.map { .known($0) }
      row.notice = mark.notice
    case .expected, .unknown:
      throw .wrongState("That isn't a mark.")
    }
    guard row != original.row(of: client) else { return }
    stampRow(&row)
    put(row)
  }

  mutating func markTheRest(_ status: AttendanceStatus) throws(RuleViolation) {
    try checkOpen()
    let rest = session.rows.filter(\.status.isUnmarked).map(\.clientID)
    guard !rest.isEmpty else { throw .nothingToDo("Everyone is marked.") }
    for client in rest { try mark(client, Mark(status)) }
  }

  mutating func clear(_ client: ClientID) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    if row.isWalkin {
      session.rows.removeAll { $0.clientID == client }
      return
    }
    let isAway = data.episodes[row.episodeID]?.leave(on: session.serviceDate) != nil
    row.status = isAway ? .onLeave : .expected
    row.empty()
    row.forgetOverrides()
    row.markedBy = nil
    row.markedAt = nil
    guard row != session.row(of: client) else {
      throw .nothingToDo("There is no mark to clear.")
    }
    if session.state.status == .completed, row.status.isUnmarked {
      throw .wrongState("This group is finished: give another mark, or reopen it (.).")
    }
    put(row)
  }

  func stampRow(_ row: inout AttendanceRow) {
    row.markedBy = stamp.staff
    row.markedAt = stamp.now
  }
}

extension AttendanceRow {
  /// Takes away what only someone who is here can have, and what was said about an absence.
  mutating func empty() {
    segments = []
    absenceReason = nil
    notice = nil
    creditOverride = nil
    forgetOverrides(but: [.notEnrolled])
  }
}
