/// Something about a session that its rules don't allow.
///
/// - Source: `domain.md` 4.8, 4.10.
package enum SessionViolation: Hashable, Sendable {
  case endsBeforeItBegins
  /// The status says it runs or is over, and the actual times say otherwise.
  case timesAndStatusDiffer
  case twoBreaksRun
  case breakRunsOn
  case twoRows(ClientID)
  /// The status isn't an attended one.
  case absentWithTimes(ClientID, AttendanceStatus)
  case timesOverlap(ClientID)
  case departureBeforeArrival(ClientID)
  case timesFarAway(ClientID)
  case unmarkedInClosed(ClientID)
  case presentInClosed(ClientID)
  case attendedWithoutTimes(ClientID, AttendanceStatus)
  case creditOutOfRange(ClientID, minutes: Int, length: Int)
  case valueOutOfRange(ClientID)
  /// The program cancelled the session, and the row says something else.
  case notCancelled(ClientID)
}

extension GroupSession {
  /// The rules that the session breaks, its own before those of its rows; none is the normal case.
  package var violations: [SessionViolation] {
    var found = state.violations
    var seen: Set<ClientID> = []
    for row in rows {
      if !seen.insert(row.clientID).inserted { found.append(.twoRows(row.clientID)) }
      found += row.violations(in: state)
    }
    return found
  }
}

extension SessionState {
  fileprivate var violations: [SessionViolation] {
    var found: [SessionViolation] = []
    if scheduledEnd < scheduledStart
      || actualEnd.map({ $0 < actualStart ?? scheduledStart }) ?? false
      || breaks.contains(where: { ($0.end ?? $0.start) < $0.start })
    {
      found.append(.endsBeforeItBegins)
    }
    if !timesFitStatus { found.append(.timesAndStatusDiffer) }
    let running = breaks.filter { $0.end == nil }.count
    if running > 1 { found.append(.twoBreaksRun) }
    if running > 0, status != .inProgress { found.append(.breakRunsOn) }
    return found
  }

  private var timesFitStatus: Bool {
    switch status {
    case .scheduled, .cancelledByProgram: actualStart == nil && actualEnd == nil && closedAt == nil
    case .inProgress: actualStart != nil && actualEnd == nil && closedAt == nil
    case .completed, .cancelledNoAttendees: actualStart != nil && actualEnd != nil
    case .unknown: true
    }
  }
}

extension AttendanceRow {
  fileprivate func violations(in state: SessionState) -> [SessionViolation] {
    guard !status.isUnknown else { return [] }
    var found = violationsOfTimes(in: state)
    if state.status == .completed {
      if status.isUnmarked {
        found.append(.unmarkedInClosed(clientID))
      } else if hasOpenSegment {
        found.append(.presentInClosed(clientID))
      } else if status.isAttended, segments.isEmpty, status != .removed {
        found.append(.attendedWithoutTimes(clientID, status))
      }
    }
    if state.status == .cancelledByProgram, !status.isOffRoster {
      found.append(.notCancelled(clientID))
    }
    let length = max(0, Instant.minutes(from: state.scheduledStart, to: state.scheduledEnd))
    if let minutes = creditOverride?.minutes, !(0...length).contains(minutes) {
      found.append(.creditOutOfRange(clientID, minutes: minutes, length: length))
    }
    let isOutside =
      !(0...4).contains(participation ?? 0) || !(0...10).contains(craving ?? 0)
      || !(0...10).contains(mood ?? 0) || (quickLine ?? "").count > 200
    if isOutside { found.append(.valueOutOfRange(clientID)) }
    return found
  }

  private func violationsOfTimes(in state: SessionState) -> [SessionViolation] {
    var found: [SessionViolation] = []
    if !status.isAttended, !segments.isEmpty { found.append(.absentWithTimes(clientID, status)) }
    for (segment, next) in zip(segments, segments.dropFirst())
    where segment.end.map({ $0 > next.start }) ?? true {
      found.append(.timesOverlap(clientID))
    }
    let earliest = state.scheduledStart.adding(minutes: -720)
    let latest = state.scheduledEnd.adding(minutes: 720)
    for segment in segments {
      let end = segment.end ?? segment.start
      if end < segment.start {
        found.append(.departureBeforeArrival(clientID))
      } else if segment.start < earliest || end > latest {
        found.append(.timesFarAway(clientID))
      }
    }
    return found
  }
}
