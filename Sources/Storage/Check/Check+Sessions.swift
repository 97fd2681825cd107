import Domain

/// Rules for group sessions and the rows in them.
extension Findings {
  mutating func check(_ session: GroupSession, _ index: RecordIndex) {
    let place = RecordPlace.session(session.id, on: session.serviceDate)
    checkReferences(of: session, at: place, index)
    checkTimes(of: session.state, at: place)
    var seen: Set<ClientID> = []
    for row in session.rows {
      if !seen.insert(row.clientID).inserted {
        breaks(
          place,
          "\(row.clientID) has two rows.",
          advice: "Keep the right one, by hand, and run check --accept \(place.path)."
        )
      }
      check(row, in: session, at: place)
      checkLabel(of: row, in: session, at: place, index)
    }
    checkHistory(of: session, at: place)
  }

  private mutating func checkReferences(
    of session: GroupSession,
    at place: RecordPlace,
    _ index: RecordIndex
  ) {
    if let group = session.groupID, !index.has(group) {
      leadsNowhere(place, "groupID", group.rawValue)
    }
    let state = session.state
    let staff =
      [state.leadID] + state.coLeadIDs + [state.substituteFor, state.closedBy].compactMap { $0 }
      + session.rows.compactMap(\.markedBy)
    for id in Set(staff).sorted() where !index.has(id) {
      leadsNowhere(place, "staff of the session", id.rawValue)
    }
    if let room = state.roomID, !index.has(room) { leadsNowhere(place, "roomID", room.rawValue) }
    for row in session.rows {
      if !index.has(row.clientID) {
        leadsNowhere(place, "a row", row.clientID.rawValue)
      } else if !index.has(row.episodeID, of: row.clientID) {
        leadsNowhere(place, "the row of \(row.clientID)", row.episodeID.rawValue)
      }
    }
  }

  private mutating func checkTimes(of state: SessionState, at place: RecordPlace) {
    let isBackward =
      state.scheduledEnd < state.scheduledStart
      || state.actualEnd.map { $0 < state.actualStart ?? state.scheduledStart } ?? false
      || state.breaks.contains { ($0.end ?? $0.start) < $0.start }
    if isBackward {
      breaks(place, "something in it ends before it begins.", advice: "Correct its times.")
    }
  }

  private mutating func check(
    _ row: AttendanceRow,
    in session: GroupSession,
    at place: RecordPlace
  ) {
    let who = "the row of \(row.clientID)"
    let advice = "Correct the times of the row (= on its line)."
    let state = session.state
    if !row.status.isAttended, !row.segments.isEmpty, !row.status.isUnknown {
      breaks(place, "\(who) is \(row.status.stored) and has times.", advice: advice)
    }
    let window = Interval(
      start: state.scheduledStart.adding(minutes: -720),
      end: state.scheduledEnd.adding(minutes: 720)
    )
    for (segment, next) in zip(row.segments, row.segments.dropFirst())
    where segment.end.map({ $0 > next.start }) ?? true {
      breaks(place, "\(who) has times that overlap or aren't in order.", advice: advice)
    }
    for segment in row.segments {
      let end = segment.end ?? segment.start
      if end < segment.start {
        breaks(place, "\(who) has a departure before its arrival.", advice: advice)
      } else if segment.start < window.start || end > window.end {
        breaks(place, "\(who) has times more than 12 hours away.", advice: advice)
      }
    }
    if state.status == .completed { checkClosed(row, in: state, at: place) }
    checkRanges(of: row, in: state, at: place)
  }

  /// Once a session is finished every row is resolved, and nobody is in the room.
  private mutating func checkClosed(
    _ row: AttendanceRow,
    in state: SessionState,
    at place: RecordPlace
  ) {
    let who = "the row of \(row.clientID)"
    if row.status.isUnmarked {
      breaks(
        place,
        "the group is finished and \(who) isn't marked.",
        advice: "Reopen the group and mark the row."
      )
    } else if row.hasOpenSegment {
      breaks(
        place,
        "the group is finished and \(who) has no departure.",
        advice: "Give the time of departure (= on its line)."
      )
    } else if row.status.isAttended, row.segments.isEmpty, row.status != .removed {
      breaks(
        place,
        "\(who) is \(row.status.stored) and has no times.",
        advice: "Give the times (= on its line)."
      )
    }
  }

  private mutating func checkRanges(
    of row: AttendanceRow,
    in state: SessionState,
    at place: RecordPlace
  ) {
    let who = "the row of \(row.clientID)"
    let length = Instant.minutes(from: state.scheduledStart, to: state.scheduledEnd)
    if let minutes = row.creditOverride?.minutes, !(0...max(0, length)).contains(minutes) {
      breaks(
        place,
        "\(who) is credited \(minutes) of \(length) minutes.",
        advice: "Correct the credited minutes."
      )
    }
    let isOutside =
      !(0...4).contains(row.participation ?? 0) || !(0...10).contains(row.craving ?? 0)
      || !(0...10).contains(row.mood ?? 0) || (row.quickLine ?? "").count > 200
    if isOutside {
      breaks(
        place,
        "\(who) has a number or a quick line out of range.",
        advice: "Correct it: participation 0 to 4, craving and mood 0 to 10, 200 characters."
      )
    }
  }

  /// The label that was pressed stands; one that the times don't bear out is worth a look.
  private mutating func checkLabel(
    of row: AttendanceRow,
    in session: GroupSession,
    at place: RecordPlace,
    _ index: RecordIndex
  ) {
    guard session.state.status == .completed, row.status.isAttended, row.status != .removed,
      !row.segments.isEmpty, !row.hasOpenSegment
    else { return }
    let rules = index.rules(on: session.serviceDate)
    let derived = row.derivedStatus(in: session.state, rules: rules)
    guard derived != row.status else { return }
    add(
      place,
      .mention,
      "the row of \(row.clientID) is \(row.status.stored), and its times say \(derived.stored).",
      "Nothing, if the mark is right."
    )
  }
}

extension AttendanceStatus {
  /// Whether it is a word of another version.
  var isUnknown: Bool {
    switch self {
    case .unknown: true
    case .expected, .present, .late, .leftEarly, .lateLeftEarly, .excused, .noShow,
      .cancelledClient, .cancelledProgram, .onLeave, .notAdmitted, .removed:
      false
    }
  }
}
