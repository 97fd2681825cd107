/// Arrivals and departures.
extension SessionWork {
  /// The start that a present row shows.
  var startOfPresence: Instant { session.state.actualStart ?? session.state.scheduledStart }

  /// Where a presence that nobody ended stops: nil while the session runs.
  var endOfPresence: Instant? {
    session.state.status == .completed
      ? session.state.actualEnd ?? session.state.scheduledEnd : nil
  }

  mutating func setPresence(of row: inout AttendanceRow, _ mark: Mark) throws(RuleViolation) {
    switch mark.status {
    case .late, .lateLeftEarly: try arriveLate(&row, at: mark.at)
    case .leftEarly, .removed: try leave(&row, at: mark.at, as: mark.status)
    case .present, .expected, .excused, .noShow, .cancelledClient, .cancelledProgram, .onLeave,
      .notAdmitted, .unknown:
      bePresent(&row)
    }
    row.absenceReason = nil
    row.notice = nil
  }

  /// Here from the start.
  ///
  /// Times outside the room stay; who is outside is back, and who had left early had not.
  private func bePresent(_ row: inout AttendanceRow) {
    var stays = row.status.wasInRoom ? row.segments.arriving(at: startOfPresence) : []
    if stays.isEmpty {
      stays = [PresenceSegment(start: startOfPresence, end: endOfPresence)]
    } else if row.status.hasLeftEarly {
      stays[stays.count - 1].end = endOfPresence
    } else if session.state.status == .inProgress, !isPastDay {
      stays = stays.returning(at: now)
    }
    row.segments = stays
    row.status = .present
    row.forgetOverrides(but: [.capacity, .doNotPair, .notEnrolled])
  }

  private mutating func arriveLate(
    _ row: inout AttendanceRow,
    at typed: Instant?
  ) throws(RuleViolation) {
    let arrival = try stampedTime(typed)
    guard arrival > startOfPresence else {
      throw .timeOutOfRange(
        "The group began \(clock(startOfPresence)); arriving by then is Present (p)."
      )
    }
    if let end = endOfPresence, end < arrival {
      throw .timeOutOfRange("Arrival must be before \(clock(end)).")
    }
    if row.status.wasInRoom, !row.segments.isEmpty {
      row.segments = try stays(of: row, arrivingAt: arrival)
    } else {
      row.segments = [PresenceSegment(start: arrival, end: endOfPresence)]
    }
    checkLockout(&row, arrival: arrival)
    row.status = row.status.hasLeftEarly ? .lateLeftEarly : .late
  }

  private func stays(
    of row: AttendanceRow,
    arrivingAt arrival: Instant
  ) throws(RuleViolation) -> [PresenceSegment] {
    let stays = row.segments.arriving(at: arrival)
    guard stays.isEmpty, let end = row.segments.last?.end else { return stays }
    throw .timeOutOfRange("Was here until \(clock(end)). i brings back in, = changes the times.")
  }

  private mutating func leave(
    _ row: inout AttendanceRow,
    at typed: Instant?,
    as status: AttendanceStatus
  ) throws(RuleViolation) {
    let wasLate = row.status == .late || row.status == .lateLeftEarly
    if !row.status.isAttended || row.segments.isEmpty {
      row.segments = [PresenceSegment(start: startOfPresence)]
    }
    let departure: Instant
    if typed == nil, let last = row.segments.last?.end, session.state.status == .inProgress {
      departure = last
    } else {
      departure = try stampedTime(typed)
    }
    row.segments = try stays(of: row, leavingAt: departure)
    row.status = status == .removed ? .removed : (wasLate ? .lateLeftEarly : .leftEarly)
  }

  private func stays(
    of row: AttendanceRow,
    leavingAt departure: Instant
  ) throws(RuleViolation) -> [PresenceSegment] {
    let stays = row.segments.leaving(at: departure)
    guard !stays.isEmpty else {
      throw .timeOutOfRange("Departure must be after the arrival.")
    }
    return stays
  }

  mutating func stepOutOrIn(_ client: ClientID) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    guard session.state.status == .inProgress, !isPastDay else {
      throw .wrongState("Only while the group runs. = changes the times.")
    }
    guard row.status.wasInRoom, let last = row.segments.indices.last else {
      throw .wrongState("Only someone who is here can step out.")
    }
    if row.hasOpenSegment {
      let end = session.state.scheduledEnd.adding(minutes: rules.allowedOverrunMinutes)
      row.segments[last].end = max(min(now, end), row.segments[last].start)
      try checkElsewhere(row)
    } else {
      row.segments = row.segments.returning(at: now)
      row.status = row.status.withoutDeparture
      try checkPresence(of: &row)
    }
    stampRow(&row)
    put(row)
  }

  /// Back in the room at a time that lies between the departure and now.
  mutating func comeBack(_ client: ClientID, at typed: Instant) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    guard row.isSteppedOut(sessionIsLive: session.state.status == .inProgress),
      let left = row.segments.last?.end
    else { throw .wrongState("Only someone who stepped out can come back.") }
    let back = try stampedTime(typed)
    guard back >= left else {
      throw .timeOutOfRange("Stepped out \(clock(left)); the return is no earlier.")
    }
    let end = session.state.scheduledEnd.adding(minutes: rules.allowedOverrunMinutes)
    guard back <= end else {
      throw .timeOutOfRange("The group is planned until \(clock(session.state.scheduledEnd)).")
    }
    row.segments = row.segments.returning(at: back)
    try checkPresence(of: &row)
    stampRow(&row)
    put(row)
  }

  mutating func changeTimes(_ client: ClientID, _ times: TypedTimes) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    guard times.arrival != nil || times.departure != nil else {
      throw .nothingToDo("No time was typed.")
    }
    if !row.status.isAttended || row.segments.isEmpty {
      try beginForAttendance()
      row.status = .present
      row.segments = [PresenceSegment(start: startOfPresence, end: endOfPresence)]
      row.absenceReason = nil
      row.notice = nil
    }
    if let typed = times.arrival {
      let arrival = try stampedTime(typed)
      let stays = row.segments.arriving(at: arrival)
      if stays.isEmpty, times.departure != nil {
        row.segments = [PresenceSegment(start: arrival, end: endOfPresence)]
      } else {
        row.segments = try self.stays(of: row, arrivingAt: arrival)
      }
      checkLockout(&row, arrival: arrival)
    }
    if let typed = times.departure {
      row.segments = try stays(of: row, leavingAt: try stampedTime(typed))
    }
    if row.status != .removed { row.status = row.derivedStatus(in: session.state, rules: rules) }
    try checkPresence(of: &row)
    guard row != original.row(of: client) else { return }
    stampRow(&row)
    put(row)
  }
}

extension AttendanceStatus {
  /// Attended, and not sent out.
  fileprivate var wasInRoom: Bool { isAttended && self != .removed }

  fileprivate var hasLeftEarly: Bool { self == .leftEarly || self == .lateLeftEarly }

  /// The status of someone who had left early and came back.
  fileprivate var withoutDeparture: AttendanceStatus {
    switch self {
    case .leftEarly: .present
    case .lateLeftEarly: .late
    case .expected, .present, .late, .excused, .noShow, .cancelledClient, .cancelledProgram,
      .onLeave, .notAdmitted, .removed, .unknown:
      self
    }
  }
}
