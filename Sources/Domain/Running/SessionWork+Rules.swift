/// What limits a stamp, and who may be in the room.
extension SessionWork {
  /// Why now is never stamped for a day that is over.
  static let earlierDay = "an earlier day"

  /// A typed time, or now where now may be stamped.
  func stampedTime(_ typed: Instant?) throws(RuleViolation) -> Instant {
    if let typed {
      let time = typed.floorToMinute()
      let earliest = session.state.scheduledStart.adding(minutes: -720)
      let latest = session.state.scheduledEnd.adding(minutes: 720)
      guard earliest <= time, time <= latest else {
        throw .timeOutOfRange("It must be within 12 hours of the group.")
      }
      guard time <= now else { throw .timeOutOfRange("It is still to come.") }
      return time
    }
    guard !isPastDay else { throw .needsTime(Self.earlierDay) }
    let overrun = rules.allowedOverrunMinutes
    let end = session.state.actualEnd ?? session.state.scheduledEnd.adding(minutes: overrun)
    guard now <= end else { throw .needsTime("the group ended \(clock(end))") }
    return now
  }

  /// BR-23: one reason for being admitted so late, as long as it stays so late.
  mutating func checkLockout(_ row: inout AttendanceRow, arrival: Instant) {
    guard let limit = rules.lateLockoutMinutes,
      arrival > startOfPresence.adding(minutes: limit)
    else { return row.forgetOverrides(but: [.capacity, .doNotPair, .notEnrolled]) }
    let late = Instant.minutes(from: startOfPresence, to: arrival)
    setAside(.lateLockout, for: &row, "\(late) minutes late; the limit is \(limit) (BR-23).")
  }

  /// One place at a time, capacity (BR-17), and `do_not_pair`.
  ///
  /// Only time that the row didn't have before the request is judged.
  mutating func checkPresence(of row: inout AttendanceRow) throws(RuleViolation) {
    try checkElsewhere(row)
    let client = row.clientID
    let old = original.row(of: client)?.segments ?? []
    let others = session.rows.filter { $0.clientID != client && !$0.segments.isEmpty }
    let stays = row.segments
    let edges =
      stays.map(\.start) + old.compactMap(\.end) + others.flatMap { $0.segments.map(\.start) }
    let moments = edges.filter { stays.covers($0) && !old.covers($0) }
    let finding = data.capacityFinding(of: session)
    let most = moments.map { moment in
      others.filter { $0.segments.covers(moment) }.count + 1
    }.max()
    if let most, most > finding.cap, finding.isHard {
      setAside(.capacity, for: &row, "\(most) in the room; the cap is \(finding.cap) (BR-17).")
    }
    for other in others where mustNotMeet(client, other.clientID) {
      guard moments.contains(where: other.segments.covers) else { continue }
      let name = data.clients[other.clientID]?.roomName ?? "someone here"
      setAside(.doNotPair, for: &row, "Must not be in one room with \(name).")
    }
  }

  private func mustNotMeet(_ one: ClientID, _ other: ClientID) -> Bool {
    data.clients[one]?.notToPairWith.contains(other) == true
      || data.clients[other]?.notToPairWith.contains(one) == true
  }

  /// A client is present in only one place at a time.
  func checkElsewhere(_ row: AttendanceRow) throws(RuleViolation) {
    if let there = data.elsewhere(row, in: session) {
      throw .presentElsewhere(row.clientID, place: there.place, at: there.start)
    }
  }
}

extension AttendanceRow {
  /// The label that the times propose, by the grace minutes; the stored one stands all the same.
  package func derivedStatus(in session: SessionState, rules: RuleSet) -> AttendanceStatus {
    guard let first = segments.first else { return status }
    let start = session.actualStart ?? session.scheduledStart
    let end = session.actualEnd ?? session.scheduledEnd
    let late = first.start > start.adding(minutes: rules.graceLateMinutes)
    let out = segments.last?.end
    let left = out.map { $0 < end.adding(minutes: -rules.graceEarlyMinutes) } ?? false
    switch (late, left) {
    case (true, true): return .lateLeftEarly
    case (true, false): return .late
    case (false, true): return .leftEarly
    case (false, false): return .present
    }
  }
}
