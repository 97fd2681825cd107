/// How a session begins, pauses, and who leads it.
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
      if status == .notAdmitted, session.serviceDate > today {
        throw .wrongState("This group is on another day; nobody is turned away yet.")
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
      throw .wrongState(
        session.state.status.isCancelled
          ? "This group was cancelled." : "This group has begun already."
      )
    }
    guard session.serviceDate <= today else {
      throw .wrongState("This group is on another day.")
    }
    let planned = session.state.scheduledStart
    guard let typed else {
      guard now >= planned.adding(minutes: -720) else {
        throw .wrongState("This group begins at \(clock(planned)), more than 12 hours ahead.")
      }
      return beginNow()
    }
    let start = try stampedTime(typed)
    guard start < session.state.scheduledEnd else {
      throw .timeOutOfRange("It must be before the group's end.")
    }
    session.state.status = .inProgress
    session.state.actualStart = start
  }

  mutating func changeCourse(_ times: TypedTimes) throws(RuleViolation) {
    if let start = times.arrival { try changeStart(start) }
    if let end = times.departure { try changeEnd(end) }
  }

  private mutating func changeStart(_ typed: Instant) throws(RuleViolation) {
    try checkOpen()
    guard let old = session.state.actualStart else {
      throw .wrongState("This group hasn't begun. b begins it.")
    }
    let start = try stampedTime(typed)
    guard start < session.state.scheduledEnd, start < session.state.actualEnd ?? .latest else {
      throw .timeOutOfRange("It must be before the group's end.")
    }
    session.state.actualStart = start
    for var row in session.rows where row.status.isAttended && row.firstIn == old {
      if let end = row.segments[0].end, end < start { continue }
      row.segments[0].start = start
      try checkElsewhere(row)
      put(row)
    }
  }

  /// Begins a break, or ends the one that is on.
  ///
  /// A planned break is on during its planned time. In its first half the key takes it over: it
  /// begins now, and runs until the key ends it. From its middle on the key ends it.
  mutating func switchBreak() throws(RuleViolation) {
    guard session.state.status == .inProgress, !isPastDay else {
      throw .wrongState("Only while the group runs.")
    }
    let isRunning = session.state.breaks.contains { $0.end == nil }
    if let planned = plannedBreak, isRunning || isPastMiddle(planned) {
      session.state.breaks[planned].end = now
    } else if !isRunning {
      let old = plannedBreak.map { session.state.breaks.remove(at: $0) }
      let isCreditable = old?.isCreditable ?? rules.breakCreditable
      session.state.breaks.append(SessionBreak(start: now, isCreditable: isCreditable))
      return
    }
    for place in session.state.breaks.indices where session.state.breaks[place].end == nil {
      session.state.breaks[place].end = max(now, session.state.breaks[place].start)
    }
  }

  /// The break with a known end in which now lies.
  private var plannedBreak: Int? {
    session.state.breaks.firstIndex { $0.start <= now && now < $0.end ?? now }
  }

  private func isPastMiddle(_ place: Int) -> Bool {
    let pause = session.state.breaks[place]
    guard let end = pause.end else { return false }
    return Instant.minutes(from: pause.start, to: now) >= Instant.minutes(from: now, to: end)
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
