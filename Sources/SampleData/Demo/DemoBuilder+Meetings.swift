import Domain

/// The groups' meetings.
extension DemoBuilder {
  /// A week's meetings that have begun.
  mutating func addMeetings(week: Int) {
    let numbers = Dictionary(uniqueKeysWithValues: clientIDs.enumerated().map { ($1, $0 + 1) })
    let away = snapshot.episodes.filter { !$0.leaves.isEmpty }
    let groups = snapshot.groups
    for day in (week * 7)..<(week * 7 + 7) {
      let date = Demo.firstWeek.adding(days: day)
      guard date <= Demo.date, !isClosed(on: date) else { continue }
      for (place, group) in groups.enumerated() where group.meets(on: date) {
        var meeting = planned(group, on: date)
        guard meeting.state.scheduledStart <= now else { continue }
        meeting.state.topic = DemoTopic.topic(group: place + 1, week: day / 7)
        meeting.rows = rows(of: group, on: date, away: away)
        snapshot.sessions.append(held(meeting, group: place + 1, numbers: numbers))
      }
    }
  }

  /// A meeting without its roster, equal to what the program computes.
  private func planned(_ group: GroupSeries, on date: CalendarDate) -> GroupSession {
    let state = SessionState(
      scheduledStart: instant(date, group.start),
      scheduledEnd: instant(date, group.end),
      leadID: group.leadID,
      coLeadIDs: group.coLeadIDs,
      roomID: group.roomID
    )
    return GroupSession(
      id: .occurrence(of: group.id, on: date),
      groupID: group.id,
      serviceDate: date,
      countsTowardHours: group.countsTowardHours,
      state: state
    )
  }

  /// The roster as the program computes it; the places are in the order of the clients' codes.
  private func rows(of group: GroupSeries, on date: CalendarDate, away: [Episode])
    -> [AttendanceRow]
  {
    var rows: [AttendanceRow] = []
    rows.reserveCapacity(13)
    for place in group.enrollments where place.isActive(on: date) {
      var row = AttendanceRow(clientID: place.clientID, episodeID: place.episodeID)
      if away.contains(where: { $0.id == place.episodeID && $0.leave(on: date) != nil }) {
        row.status = .onLeave
      }
      rows.append(row)
    }
    return rows
  }

  private mutating func held(
    _ meeting: GroupSession,
    group: Int,
    numbers: [ClientID: Int]
  ) -> GroupSession {
    let date = meeting.serviceDate
    var recorder = MeetingRecorder(expected: meeting)
    if date == .on(2026_01_26) && group >= 5 {
      recorder.cancel(reason: "snow storm", minutesBefore: 190, in: &chronicle)
      return recorder.session
    }
    if date == .on(2026_02_25) && group == 1 {
      let substitute = staffIDs[DemoStaff.tb.rawValue]
      recorder.substitute(substitute, minutesBefore: 1_000, in: &chronicle)
    }
    let isLive = meeting.state.scheduledEnd > now
    for (place, row) in meeting.rows.enumerated() where row.status.isUnmarked {
      guard let client = numbers[row.clientID], !isLive || client != Demo.unmarked else { continue }
      let key = DemoException.key(day: date, group: group, client: client)
      recorder.mark(
        DemoException.byKey[key] ?? .present,
        row: place,
        alone: isLive,
        checkIn: checkIn(date, group: group, client: client)
      )
    }
    if date == .on(2026_03_04) && group == 3 { recorder.walkIn(makeup(in: meeting), second: 100) }
    if isLive {
      recorder.play(seconds: Int(now.secondsSince1970 - start(of: meeting)), in: &chronicle)
      return recorder.session
    }
    recorder.play(in: &chronicle)
    let alarm = date == .on(2026_02_20) && group == 4
    recorder.finish(
      after: alarm ? 65 : nil,
      reason: alarm ? "fire alarm" : nil,
      in: &chronicle
    )
    return withGuests(recorder.session, group: group)
  }

  private func start(of meeting: GroupSession) -> Int64 {
    meeting.state.scheduledStart.secondsSince1970
  }

  /// C19, of the evening, makes up for a missed meeting.
  private func makeup(in meeting: GroupSession) -> AttendanceRow {
    var row = AttendanceRow(clientID: clientIDs[18], episodeID: episodeIDs[18])
    row.isMakeup = true
    row.isWalkin = true
    row.overrides = [
      RuleOverride(
        rule: .known(.notEnrolled),
        reason: "Make-up, agreed with the primary counselor",
        by: meeting.state.leadID,
        at: meeting.state.scheduledStart.adding(seconds: 100)
      )
    ]
    return row
  }

  /// Check-ins are kept in the process groups of this week.
  private func checkIn(_ date: CalendarDate, group: Int, client: Int) -> CheckIn? {
    guard group == 1 || group == 5, date >= Demo.date.startOfWeek() else { return nil }
    let turn = client * 5 + date.day * 3
    return CheckIn(
      craving: turn % 7,
      mood: 4 + turn % 5,
      participation: 1 + turn % 4,
      line: DemoTopic.lines[turn % DemoTopic.lines.count]
    )
  }

  /// The family group with the relatives of those who were there.
  private func withGuests(_ meeting: GroupSession, group: Int) -> GroupSession {
    guard group == 9 else { return meeting }
    var meeting = meeting
    for guest in DemoGuest.all {
      let row = meeting.row(of: clientIDs[guest.client - 1])
      if row?.status.isAttended ?? false {
        meeting.guests.append(
          Guest(name: guest.name, relation: guest.relation, signedConfidentiality: true)
        )
      }
    }
    return meeting
  }
}
