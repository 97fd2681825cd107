/// Arrivals, departures, and the rules about who may be in the room.
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
      row.status = .present
      row.segments = [PresenceSegment(start: startOfPresence, end: endOfPresence)]
    }
    row.absenceReason = nil
    row.notice = nil
  }

  private func arriveLate(_ row: inout AttendanceRow, at typed: Instant?) throws(RuleViolation) {
    let arrival = try stampedTime(typed)
    guard arrival > startOfPresence else {
      throw .timeOutOfRange(
        "The group began \(clock(startOfPresence)); arriving by then is Present (p)."
      )
    }
    try checkLockout(&row, arrival: arrival)
    let leftEarly = row.status == .leftEarly || row.status == .lateLeftEarly
    let end = leftEarly ? row.segments.last?.end : endOfPresence
    if let end, end < arrival {
      throw .timeOutOfRange("Arrival must be before \(clock(end)).")
    }
    var rest = row.segments.filter { $0.start > arrival }
    if rest.isEmpty || !row.status.isAttended {
      rest = [PresenceSegment(start: arrival, end: end)]
    } else if let place = row.segments.lastIndex(where: { $0.start <= arrival }) {
      var first = row.segments[place]
      first.start = arrival
      if (first.end ?? arrival) >= arrival { rest.insert(first, at: 0) }
    }
    row.segments = rest
    row.status = leftEarly ? .lateLeftEarly : .late
  }

  private func leave(
    _ row: inout AttendanceRow,
    at typed: Instant?,
    as status: AttendanceStatus
  ) throws(RuleViolation) {
    let wasLate = row.status == .late || row.status == .lateLeftEarly
    if !row.status.isAttended {
      row.segments = [PresenceSegment(start: startOfPresence)]
    }
    let departure: Instant
    if typed == nil, let last = row.segments.last?.end, !row.hasOpenSegment,
      session.state.status == .inProgress
    {
      departure = last
    } else {
      departure = try stampedTime(typed)
    }
    guard let first = row.segments.first, departure >= first.start else {
      throw .timeOutOfRange("Departure must be after the arrival.")
    }
    row.segments.removeAll { $0.start > departure }
    row.segments[row.segments.count - 1].end = departure
    row.status = status == .removed ? .removed : (wasLate ? .lateLeftEarly : .leftEarly)
  }

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
    guard !isPastDay else { throw .needsTime }
    let end = session.state.actualEnd ?? session.state.scheduledEnd
    guard now <= end else {
      throw .timeOutOfRange("The group ended \(clock(end)); type the time (= changes it).")
    }
    return now
  }

  mutating func stepOutOrIn(_ client: ClientID) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    guard session.state.status == .inProgress, !isPastDay else {
      throw .wrongState("Only while the group runs. = changes the times.")
    }
    guard row.status == .present || row.status == .late, !row.segments.isEmpty else {
      throw .wrongState("Only someone who is here can step out.")
    }
    let last = row.segments.count - 1
    if row.hasOpenSegment {
      row.segments[last].end = max(now, row.segments[last].start)
    } else if row.segments[last].end == now {
      row.segments[last].end = nil
    } else {
      row.segments.append(PresenceSegment(start: now))
    }
    stampRow(&row)
    put(row)
  }

  mutating func changeTimes(_ client: ClientID, _ times: TypedTimes) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    if !row.status.isAttended {
      try beginForAttendance()
      row.status = .present
      row.segments = [PresenceSegment(start: startOfPresence, end: endOfPresence)]
      row.absenceReason = nil
      row.notice = nil
    }
    if let typed = times.arrival {
      let arrival = try stampedTime(typed)
      try checkLockout(&row, arrival: arrival)
      row.segments.removeAll { ($0.end ?? arrival) < arrival }
      if row.segments.isEmpty {
        row.segments = [PresenceSegment(start: arrival, end: endOfPresence)]
      }
      row.segments[0].start = arrival
    }
    if let typed = times.departure {
      let departure = try stampedTime(typed)
      guard let first = row.segments.first, departure >= first.start else {
        throw .timeOutOfRange("Departure must be after the arrival.")
      }
      row.segments.removeAll { $0.start > departure }
      row.segments[row.segments.count - 1].end = departure
    }
    if row.status != .removed { row.status = derivedStatus(of: row) }
    try checkPresence(of: &row)
    stampRow(&row)
    put(row)
  }

  /// The label that follows from the times, by the grace minutes.
  func derivedStatus(of row: AttendanceRow) -> AttendanceStatus {
    row.derivedStatus(in: session.state, rules: rules)
  }

  private func checkLockout(
    _ row: inout AttendanceRow,
    arrival: Instant
  ) throws(RuleViolation) {
    guard let limit = rules.lateLockoutMinutes,
      arrival > startOfPresence.adding(minutes: limit)
    else { return }
    let late = Instant.minutes(from: startOfPresence, to: arrival)
    guard let because else {
      throw .needsReason(.lateLockout, "\(late) minutes late; the limit is \(limit) (BR-23).")
    }
    row.overrides.append(override(.lateLockout, because))
  }

  /// Capacity (BR-17), `do_not_pair`, and one place at a time.
  func checkPresence(of row: inout AttendanceRow) throws(RuleViolation) {
    try checkElsewhere(row)
    let before = original.row(of: row.clientID)
    guard row.hasOpenSegment, before?.hasOpenSegment != true else { return }
    let others = session.rows.filter { $0.clientID != row.clientID && $0.hasOpenSegment }
    if let group = data.group(of: session), others.count + 1 > group.capacity {
      let why = "\(others.count + 1) in the room; the cap of \(group.code) is \(group.capacity)."
      guard let because else { throw .needsReason(.capacity, why) }
      row.overrides.append(override(.capacity, because))
    }
    let client = row.clientID
    let mine = data.clients[client]?.notToPairWith ?? []
    let clash = others.first {
      mine.contains($0.clientID)
        || (data.clients[$0.clientID]?.notToPairWith.contains(client) ?? false)
    }
    if let clash {
      let name = data.clients[clash.clientID]?.roomName ?? "someone here"
      guard let because else {
        throw .needsReason(.doNotPair, "Must not be in one room with \(name).")
      }
      row.overrides.append(override(.doNotPair, because))
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
