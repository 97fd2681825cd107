import Domain

/// Rules for group sessions and the rows in them.
extension Findings {
  mutating func check(_ session: GroupSession, _ index: RecordIndex) {
    let place = RecordPlace.session(session.id, on: session.serviceDate)
    checkReferences(of: session, at: place, index)
    for violation in session.violations {
      breaks(place, violation.words, advice: violation.advice(for: place))
    }
    for row in session.rows { checkLabel(of: row, in: session, at: place, index) }
    checkHistory(of: session, at: place)
  }

  private mutating func checkReferences(
    of session: GroupSession,
    at place: RecordPlace,
    _ index: RecordIndex
  ) {
    if let group = session.groupID, !index.has(group) {
      leadsNowhere(place, "groupID", group.rawValue)
    }
    let state = session.state
    let staff =
      [state.leadID] + state.coLeadIDs + [state.substituteFor, state.closedBy].compactMap { $0 }
      + session.rows.compactMap(\.markedBy)
    for id in Set(staff).sorted() where !index.has(id) {
      leadsNowhere(place, "staff of the session", id.rawValue)
    }
    if let room = state.roomID, !index.has(room) { leadsNowhere(place, "roomID", room.rawValue) }
    for row in session.rows {
      if !index.has(row.clientID) {
        leadsNowhere(place, "a row", row.clientID.rawValue)
      } else if !index.has(row.episodeID, of: row.clientID) {
        leadsNowhere(place, "the row of \(row.clientID)", row.episodeID.rawValue)
      }
    }
  }

  /// The label that was pressed stands; one that the times don't bear out is worth a look.
  private mutating func checkLabel(
    of row: AttendanceRow,
    in session: GroupSession,
    at place: RecordPlace,
    _ index: RecordIndex
  ) {
    guard session.state.status == .completed, row.status.isAttended, row.status != .removed,
      !row.segments.isEmpty, !row.hasOpenSegment
    else { return }
    let rules = index.rules(on: session.serviceDate)
    let derived = row.derivedStatus(in: session.state, rules: rules)
    guard derived != row.status else { return }
    add(
      place,
      .mention,
      "the row of \(row.clientID) is \(row.status.stored), and its times say \(derived.stored).",
      "Nothing, if the mark is right."
    )
  }
}
