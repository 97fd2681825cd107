/// The exact credit rule: which minutes of a session a client is credited with.
///
/// ```text
/// window   = [actualStart, actualEnd or until] ∩ [scheduledStart, scheduledEnd + overrun]
/// present  = Σ over segments |segment ∩ window|
/// breaks   = Σ over non-creditable breaks |break ∩ window ∩ segments|
/// credited = floor((present − breaks) / 60 s)
/// ```
///
/// Gaps shorter than the ignored step-out are closed first.
///
/// - Source: `domain.md` 4.10; projection as in `decisions.md` 2.
package enum Credit {
  /// The minutes of a row as it stands, an open segment reaching to `now`.
  ///
  /// - Returns: Whole minutes, never negative; an override's minutes where there is one.
  package static func minutes(
    of row: AttendanceRow,
    in session: SessionState,
    rules: RuleSet,
    now: Instant
  ) -> Int {
    if let override = row.creditOverride { return override.minutes }
    guard row.status.isAttended else { return 0 }
    if row.status == .removed && !rules.creditsRemovedUntilDeparture { return 0 }
    let end = session.actualEnd ?? now
    return minutes(of: row.segments, closedAt: end, in: session, rules: rules, until: end)
  }

  /// The minutes a row will have if the client stays to the scheduled end.
  ///
  /// Someone outside counts as back now; the gap so far is dropped while it is shorter than the
  /// ignored step-out. Someone expected counts as present: from the start while nobody can have
  /// come late yet, and of a session that nobody closed.
  package static func possibleMinutes(
    of row: AttendanceRow,
    in session: SessionState,
    rules: RuleSet,
    now: Instant
  ) -> Int {
    if let override = row.creditOverride { return override.minutes }
    let start = session.actualStart ?? session.scheduledStart
    let end = session.actualEnd ?? session.scheduledEnd
    var segments = row.segments
    switch row.status {
    case .expected: segments = [PresenceSegment(start: start, end: end)]
    case .present, .late:
      if segments.isEmpty {
        segments = [PresenceSegment(start: start, end: end)]
      } else if session.status == .inProgress, now < end, !row.hasOpenSegment {
        segments.append(PresenceSegment(start: max(now, segments.last?.end ?? now), end: end))
      }
    case .leftEarly, .lateLeftEarly: break
    case .removed:
      if !rules.creditsRemovedUntilDeparture { return 0 }
    case .excused, .noShow, .cancelledClient, .cancelledProgram, .onLeave, .notAdmitted, .unknown:
      return 0
    }
    return minutes(of: segments, closedAt: max(end, now), in: session, rules: rules, until: end)
  }

  /// The minutes of any set of segments, without regard to a status.
  static func minutes(
    of segments: [PresenceSegment],
    closedAt close: Instant,
    in session: SessionState,
    rules: RuleSet,
    until end: Instant
  ) -> Int {
    let from = max(session.actualStart ?? session.scheduledStart, session.scheduledStart)
    let to = min(end, session.scheduledEnd.adding(minutes: rules.allowedOverrunMinutes))
    guard from < to else { return 0 }
    var seconds: Int64 = 0
    for part in merged(segments, closedAt: close, ignoring: rules.stepOutIgnoreMinutes) {
      let start = max(part.start, from)
      let stop = min(part.end, to)
      guard start < stop else { continue }
      seconds += stop.secondsSince1970 - start.secondsSince1970
      seconds -= breakSeconds(between: start, stop, in: session, rules: rules)
    }
    return max(0, Int(seconds / 60))
  }

  private static func breakSeconds(
    between start: Instant,
    _ stop: Instant,
    in session: SessionState,
    rules: RuleSet
  ) -> Int64 {
    var seconds: Int64 = 0
    for pause in session.breaks where !pause.isCreditable && !rules.breakCreditable {
      let from = max(pause.start, start)
      let to = min(pause.end ?? stop, stop)
      if from < to { seconds += to.secondsSince1970 - from.secondsSince1970 }
    }
    return seconds
  }

  /// Closed segments, those with a gap shorter than `ignoring` minutes made one.
  private static func merged(
    _ segments: [PresenceSegment],
    closedAt close: Instant,
    ignoring minutes: Int
  ) -> [(start: Instant, end: Instant)] {
    var result: [(start: Instant, end: Instant)] = []
    for segment in segments {
      let end = segment.end ?? max(close, segment.start)
      if let last = result.last, segment.start < last.end.adding(minutes: minutes) {
        result[result.count - 1].end = max(last.end, end)
      } else {
        result.append((segment.start, end))
      }
    }
    return result
  }
}
