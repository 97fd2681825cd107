/// The course of a session: begin, break, finish, reopen, cancel.
extension SessionWork {
  /// How early an attended mark may begin a group by itself.
  static let earliestBeginMinutes = 60

  /// The first mark of someone who is here begins the group.
  mutating func beginForAttendance() throws(RuleViolation) {
    guard session.state.status == .scheduled else { return }
    guard session.serviceDate <= today else {
      throw .wrongState("This group is still to come; only absences can be marked now.")
    }
    let start = session.state.scheduledStart
    guard now >= start.adding(minutes: -SessionWork.earliestBeginMinutes) else {
      throw .wrongState("This group begins at \(clock(start)). b begins it now.")
    }
    beginNow()
  }

  /// A mark of an absence begins the group too, but not ahead of its time.
  mutating func beginForAbsence(_ status: AttendanceStatus) throws(RuleViolation) {
    guard session.state.status == .scheduled else { return }
    guard session.serviceDate <= today, now >= session.state.scheduledStart else {
      if status == .noShow {
        throw .wrongState(
          "Nobody is a no-show before the group begins; x marks who called off."
        )
      }
      return
    }
    beginNow()
  }

  private mutating func beginNow() {
    session.state.status = .inProgress
    session.state.actualStart = min(now, session.state.scheduledStart)
  }

  mutating func begin(at typed: Instant?) throws(RuleViolation) {
    guard session.state.status == .scheduled else {
      throw .wrongState("This group has begun already.")
    }
    guard session.serviceDate <= today else {
      throw .wrongState("This group is on another day.")
    }
    guard let typed else { return beginNow() }
    session.state.status = .inProgress
    session.state.actualStart = try stampedTime(typed)
  }

  mutating func changeStart(_ typed: Instant) throws(RuleViolation) {
    try checkOpen()
    guard let old = session.state.actualStart else {
      throw .wrongState("This group hasn't begun. b begins it.")
    }
    let start = try stampedTime(typed)
    guard start < session.state.actualEnd ?? session.state.scheduledEnd else {
      throw .timeOutOfRange("It must be before the group's end.")
    }
    session.state.actualStart = start
    for var row in session.rows where row.segments.first?.start == old {
      if let end = row.segments[0].end, end < start { continue }
      row.segments[0].start = start
      put(row)
    }
  }

  mutating func finish() throws(RuleViolation) {
    guard session.state.status == .inProgress else {
      throw .wrongState(
        session.state.status == .scheduled
          ? "This group hasn't begun. b begins it." : "This group is finished already."
      )
    }
    let open = session.rows.filter(\.status.isUnmarked).map(\.clientID)
    guard open.isEmpty else { throw .unmarked(open) }
    let planned = session.state.scheduledEnd
    let end = isPastDay ? planned : min(now, planned.adding(minutes: rules.allowedOverrunMinutes))
    if end < planned.adding(minutes: -rules.graceEarlyMinutes) {
      guard let because else {
        throw .endsEarly(minutes: Instant.minutes(from: end, to: planned), planned: clock(planned))
      }
      session.state.programReason = because
    }
    close(at: max(end, session.state.actualStart ?? end))
  }

  private mutating func close(at end: Instant) {
    let attended = session.rows.contains(where: \.status.isAttended)
    session.state.status = attended ? .completed : .cancelledNoAttendees
    session.state.actualEnd = end
    session.state.closedAt = stamp.now
    session.state.closedBy = stamp.staff
    if let last = session.state.breaks.indices.last, session.state.breaks[last].end == nil {
      session.state.breaks[last].end = max(end, session.state.breaks[last].start)
    }
    for var row in session.rows where row.hasOpenSegment {
      let last = row.segments.count - 1
      row.segments[last].end = max(end, row.segments[last].start)
      put(row)
    }
  }

  mutating func reopen() throws(RuleViolation) {
    guard session.state.status == .completed || session.state.status == .cancelledNoAttendees,
      let end = session.state.actualEnd
    else { throw .wrongState("This group isn't finished.") }
    guard session.serviceDate == today else { throw .onlySameDay }
    let isLead = session.state.leadID == stamp.staff
    guard isLead || data.staff[stamp.staff]?.isSupervisor == true else {
      throw .onlyLeadOrSupervisor
    }
    guard because != nil else { throw .closedNeedsReason }
    session.state.status = .inProgress
    session.state.actualEnd = nil
    session.state.closedAt = nil
    session.state.closedBy = nil
    session.state.programReason = nil
    for var row in session.rows where row.status == .present || row.status == .late {
      guard let last = row.segments.indices.last, row.segments[last].end == end else { continue }
      row.segments[last].end = nil
      put(row)
    }
  }

  mutating func cancel() throws(RuleViolation) {
    guard session.state.status == .scheduled else {
      throw .wrongState(
        session.state.status == .inProgress
          ? "This group runs already; finish it (f) to end it early."
          : "Only a group that hasn't begun can be cancelled."
      )
    }
    guard let because else { throw .needsWords("Why does the program cancel it?") }
    session.state.status = .cancelledByProgram
    session.state.programReason = because
    for var row in session.rows where row.status != .onLeave {
      row.status = .cancelledProgram
      row.segments = []
      stampRow(&row)
      put(row)
    }
  }

  mutating func switchBreak() throws(RuleViolation) {
    guard session.state.status == .inProgress, !isPastDay else {
      throw .wrongState("Only while the group runs.")
    }
    if let last = session.state.breaks.indices.last, session.state.breaks[last].end == nil {
      session.state.breaks[last].end = max(now, session.state.breaks[last].start)
    } else {
      session.state.breaks.append(
        SessionBreak(start: now, isCreditable: rules.breakCreditable)
      )
    }
  }

  mutating func substitute(_ staff: StaffID) throws(RuleViolation) {
    try checkOpen()
    guard data.staff[staff]?.isActive == true else {
      throw .wrongState("Nobody with that code works here.")
    }
    guard staff != session.state.leadID else { throw .nothingToDo("Leads this group already.") }
    session.state.substituteFor = session.state.substituteFor ?? session.state.leadID
    if session.state.substituteFor == staff { session.state.substituteFor = nil }
    session.state.leadID = staff
  }
}
