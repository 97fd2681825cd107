/// How a session ends: finish, reopen, cancel.
extension SessionWork {
  mutating func finish() throws(RuleViolation) {
    guard session.state.status == .inProgress else {
      throw .wrongState(
        session.state.status == .scheduled
          ? "This group hasn't begun. b begins it." : "This group is finished already."
      )
    }
    let open = session.rows.filter(\.status.isUnmarked).map(\.clientID)
    guard open.isEmpty else { throw .unmarked(open) }
    try checkEveryoneIsBack()
    let attended = session.rows.contains(where: \.status.isAttended)
    let planned = session.state.scheduledEnd
    let end = isPastDay ? planned : min(now, planned.adding(minutes: rules.allowedOverrunMinutes))
    if attended, end < planned.adding(minutes: -rules.graceEarlyMinutes) {
      guard let because else {
        throw .endsEarly(minutes: Instant.minutes(from: end, to: planned), planned: clock(planned))
      }
      session.state.programReason = because
    }
    if attended { holdTopic() }
    session.state.status = attended ? .completed : .cancelledNoAttendees
    close(at: max(end, session.state.actualStart ?? end))
  }

  /// Who stepped out and wasn't seen again isn't silently one who stayed, nor one who left.
  private func checkEveryoneIsBack() throws(RuleViolation) {
    let planned = session.state.scheduledEnd.adding(minutes: rules.allowedOverrunMinutes)
    let end = isPastDay ? session.state.scheduledEnd : min(now, planned)
    let out = session.rows.filter { row in
      guard row.isSteppedOut(sessionIsLive: true), let left = row.segments.last?.end else {
        return false
      }
      return left < end.adding(minutes: -rules.graceEarlyMinutes)
    }
    guard out.isEmpty else { throw .steppedOut(out.map(\.clientID)) }
  }

  /// What it was about stays with the meeting, and the curriculum goes on.
  private mutating func holdTopic() {
    guard let topic = data.topic(of: session) else { return }
    session.state.topic = topic
    guard let group = data.group(of: session),
      let cursor = data.cursor(after: session, about: topic)
    else { return }
    groupEdits = [.group(group.id, .cursor(before: group.topicCursor, after: cursor))]
  }

  /// Another topic for this meeting alone; nil is the curriculum's.
  mutating func setTopic(_ topic: String?) throws(RuleViolation) {
    try checkOpen()
    let words = topic.flatMap(\.unlessBlank)
    guard (words?.utf8.count ?? 0) <= 400 else { throw .wrongState("A topic is some words long.") }
    session.state.topic = words
    guard session.state.status == .completed else { return }
    holdTopic()
  }

  private mutating func close(at end: Instant) {
    session.state.actualEnd = end
    session.state.closedAt = stamp.now
    session.state.closedBy = stamp.staff
    for place in session.state.breaks.indices where session.state.breaks[place].end == nil {
      session.state.breaks[place].end = max(end, session.state.breaks[place].start)
    }
    for var row in session.rows where row.status.isAttended && row.hasOpenSegment {
      let last = row.segments.count - 1
      let start = row.segments[last].start
      row.segments[last].end = max(end, start)
      // Who was marked elsewhere at the planned end didn't stay for the overrun.
      if data.elsewhere(row, in: session) != nil {
        row.segments[last].end = max(min(end, session.state.scheduledEnd), start)
      }
      put(row)
    }
  }

  /// Another end of a finished group; who stayed to the old end stayed to the new one.
  mutating func changeEnd(_ typed: Instant) throws(RuleViolation) {
    guard session.state.status == .completed, let old = session.state.actualEnd else {
      throw .wrongState(
        session.state.status == .inProgress
          ? "This group still runs. Esc, then f finishes it; then its end can be changed."
          : "This group isn't finished."
      )
    }
    let end = try stampedTime(typed)
    guard end > session.state.actualStart ?? session.state.scheduledStart else {
      throw .timeOutOfRange("The end must be after the start.")
    }
    guard end != old else { return }
    let planned = session.state.scheduledEnd
    session.state.actualEnd = end
    session.state.programReason =
      end < planned.adding(minutes: -rules.graceEarlyMinutes) ? because : nil
    for var row in session.rows where row.status.isAttended {
      guard let last = row.segments.indices.last, row.segments[last].end == old else { continue }
      row.segments[last].end = max(end, row.segments[last].start)
      // Who was marked elsewhere meanwhile didn't stay longer.
      if end > old, data.elsewhere(row, in: session) != nil { continue }
      put(row)
    }
  }

  mutating func reopen() throws(RuleViolation) {
    guard session.state.status == .completed || session.state.status == .cancelledNoAttendees,
      let end = session.state.actualEnd
    else { throw .wrongState("This group isn't finished.") }
    guard session.serviceDate <= today, !isPastDay else { throw .onlySameDay }
    try checkIsLeadOrSupervisor()
    guard because != nil else { throw .closedNeedsReason }
    session.state.status = .inProgress
    session.state.actualEnd = nil
    session.state.closedAt = nil
    session.state.closedBy = nil
    session.state.programReason = nil
    for var row in session.rows where row.status == .present || row.status == .late {
      guard let last = row.segments.indices.last, row.segments[last].end == end else { continue }
      row.segments[last].end = nil
      // Who went somewhere else meanwhile isn't called back.
      if data.elsewhere(row, in: session) == nil { put(row) }
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
    for var row in session.rows where row.status != .onLeave && !row.status.isUnknown {
      row.status = .cancelledProgram
      row.empty()
      stampRow(&row)
      put(row)
    }
  }
}
