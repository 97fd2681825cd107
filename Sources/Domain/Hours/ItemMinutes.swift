/// What one row or appointment adds to a client's week, in whole minutes.
package struct ItemMinutes: Hashable, Sendable {
  package var planned = 0
  package var credited = 0
  package var possible = 0
  /// 1 when it is past and nobody marked it, else 0.
  package var unmarked = 0

  package init() {}

  package static func += (sum: inout ItemMinutes, item: ItemMinutes) {
    sum.planned += item.planned
    sum.credited += item.credited
    sum.possible += item.possible
    sum.unmarked += item.unmarked
  }
}

extension ProgramData {
  /// The minutes that a row is credited with as it stands, an open segment reaching to now.
  ///
  /// - Returns: Whole minutes, 0 or more, by the rule set of the service date.
  /// - Source: the credit rule, `domain.md` 4.10.
  package func creditedMinutes(
    of row: AttendanceRow,
    in session: GroupSession,
    now: Instant
  ) -> Int {
    Credit.minutes(of: row, in: session.state, rules: rules(on: session.serviceDate), now: now)
  }

  /// The minutes that a kept appointment took, by its actual times.
  ///
  /// - Returns: Whole minutes, 0 or more; 0 where it wasn't kept. A time that is missing is taken
  ///   from the schedule.
  package func actualMinutes(of appointment: Appointment) -> Int {
    let state = appointment.state
    guard state.status.isKept else { return 0 }
    let start = state.actualStart ?? state.scheduledStart
    return max(0, Instant.minutes(from: start, to: state.actualEnd ?? state.scheduledEnd))
  }

  /// What a row adds to the client's week; nothing where the session doesn't count.
  ///
  /// Planned is the scheduled time without breaks that aren't credited; a walk-in wasn't planned.
  func measure(
    _ row: AttendanceRow,
    in session: GroupSession,
    for standing: WeekStanding,
    now: Instant
  ) -> ItemMinutes {
    var item = ItemMinutes()
    let state = session.state
    let rules = standing.hasOneRuleSet ? standing.rules : self.rules(on: session.serviceDate)
    let isUnmarked = row.status.isUnmarked
    guard counts(session, rules: rules) else { return item }
    if isUnmarked, !standing.isOpen(on: session.serviceDate) { return item }
    if !row.isWalkin { item.planned = state.plannedMinutes(rules: rules) }
    switch state.status {
    case .completed:
      item.credited = Credit.minutes(of: row, in: state, rules: rules, now: now)
      if isUnmarked { item.unmarked = 1 }
    case .scheduled, .inProgress:
      if isUnmarked, isOff(session, for: standing) { return item }
      item.possible = Credit.possibleMinutes(of: row, in: state, rules: rules, now: now)
      if isUnmarked, state.scheduledEnd <= now { item.unmarked = 1 }
    case .cancelledByProgram, .cancelledNoAttendees, .unknown: break
    }
    return item
  }

  /// What an appointment adds to the client's week; nothing where it doesn't count.
  ///
  /// One that was rescheduled is planned once, at its new place.
  func measure(
    _ appointment: Appointment,
    for standing: WeekStanding,
    now: Instant
  ) -> ItemMinutes {
    var item = ItemMinutes()
    let state = appointment.state
    guard counts(appointment) else { return item }
    let length = max(0, Instant.minutes(from: state.scheduledStart, to: state.scheduledEnd))
    switch state.status {
    case .kept, .lateKept:
      item.planned = length
      item.credited = actualMinutes(of: appointment)
    case .booked:
      if !standing.isOpen(on: appointment.serviceDate) { return item }
      item.planned = length
      if standing.isAway(on: appointment.serviceDate) || isClosed(on: appointment.serviceDate) {
        return item
      }
      item.possible = length
    case .arrived, .inProgress:
      item.planned = length
      let start = state.actualStart ?? state.scheduledStart
      item.possible = max(0, Instant.minutes(from: start, to: state.scheduledEnd))
    case .noShow, .cancelledClient, .cancelledClientLate, .cancelledProgram, .unknown:
      item.planned = length
    case .rescheduled:
      if state.rescheduledTo == nil { item.planned = length }
    }
    if state.status.isOpen, state.scheduledEnd <= now { item.unmarked = 1 }
    return item
  }

  /// Whether an unmarked row of the session waits for nobody: cancelled, away, or a closed day.
  func isOff(_ session: GroupSession, for standing: WeekStanding) -> Bool {
    if session.state.status.isCancelled || standing.isAway(on: session.serviceDate) { return true }
    return session.state.status == .scheduled && isClosed(on: session.serviceDate)
  }
}

extension SessionState {
  /// The scheduled minutes without the breaks that aren't credited, 0 or more.
  func plannedMinutes(rules: RuleSet) -> Int {
    var seconds = Interval(start: scheduledStart, end: scheduledEnd).seconds
    if !rules.breakCreditable {
      for pause in deductedBreaks(openUntil: scheduledStart) {
        let from = max(pause.start, scheduledStart)
        seconds -= Interval(start: from, end: min(pause.end, scheduledEnd)).seconds
      }
    }
    return max(0, seconds / 60)
  }
}
