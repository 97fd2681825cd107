/// The exact credit rule: which minutes of a session a client is credited with.
///
/// ```text
/// window   = [actualStart, actualEnd or until] ∩ [scheduledStart, scheduledEnd + overrun]
/// present  = Σ over segments |segment ∩ window|
/// breaks   = Σ over non-creditable breaks |break ∩ window ∩ segments|
/// credited = floor((present − breaks) / 60 s)
/// ```
///
/// Gaps shorter than the ignored step-out are closed first; breaks that overlap count once.
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
    let window = CreditWindow(session, until: end, stillOpenAt: end, rules: rules)
    return minutes(of: row.segments, in: session, within: window, rules: rules)
  }

  /// The minutes a row will have if the client stays to the scheduled end.
  ///
  /// Someone outside counts as back now; the gap so far is dropped while it is shorter than the
  /// ignored step-out. A break that runs counts as over now. Someone expected counts as present:
  /// from the start while nobody can have come late yet, and of a session that nobody closed.
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
    let window = CreditWindow(session, until: end, stillOpenAt: now, rules: rules)
    return minutes(of: segments, in: session, within: window, rules: rules)
  }

  /// The minutes of any set of segments, without regard to a status.
  private static func minutes(
    of segments: [PresenceSegment],
    in session: SessionState,
    within window: CreditWindow,
    rules: RuleSet
  ) -> Int {
    guard window.from < window.to else { return 0 }
    var seconds: Int64 = 0
    let pauses = rules.breakCreditable ? [] : session.deductedBreaks(openUntil: window.openUntil)
    let close = max(window.to, window.openUntil)
    for part in merged(segments, closedAt: close, ignoring: rules.stepOutIgnoreMinutes) {
      let start = max(part.start, window.from)
      let stop = min(part.end, window.to)
      guard start < stop else { continue }
      seconds += stop.secondsSince1970 - start.secondsSince1970
      for pause in pauses {
        let from = max(pause.start, start)
        let to = min(pause.end, stop)
        if from < to { seconds -= to.secondsSince1970 - from.secondsSince1970 }
      }
    }
    return max(0, Int(seconds / 60))
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

/// The part of a session in which minutes count.
private struct CreditWindow {
  let from: Instant
  let to: Instant
  /// Where a break that still runs ends.
  let openUntil: Instant

  init(_ session: SessionState, until end: Instant, stillOpenAt now: Instant, rules: RuleSet) {
    from = max(session.actualStart ?? session.scheduledStart, session.scheduledStart)
    to = min(end, session.scheduledEnd.adding(minutes: rules.allowedOverrunMinutes))
    openUntil = now
  }
}

extension SessionState {
  /// The breaks whose minutes aren't credited, by start, those that overlap or touch made one.
  ///
  /// `openUntil` is where a break that still runs ends.
  func deductedBreaks(openUntil: Instant) -> [Interval] {
    var result: [Interval] = []
    let deducted = breaks.filter { !$0.isCreditable }
    guard deducted.count > 1 else {
      return deducted.map { Interval(start: $0.start, end: $0.end ?? openUntil) }
    }
    for pause in deducted.sorted(by: { $0.start < $1.start }) {
      let end = pause.end ?? openUntil
      if let last = result.last, pause.start <= last.end {
        result[result.count - 1] = Interval(start: last.start, end: max(last.end, end))
      } else {
        result.append(Interval(start: pause.start, end: end))
      }
    }
    return result
  }
}
