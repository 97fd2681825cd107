import Domain

/// The groups, their places and their meetings.
extension DemoBuilder {
  mutating func group(_ number: Int) -> GroupSeries {
    let plan = DemoGroup.all[number - 1]
    var group = GroupSeries(
      id: ids.next(.group),
      code: code("G", number),
      title: plan.title,
      type: .known(plan.type),
      weekdays: plan.times.days,
      start: plan.times.start,
      end: plan.times.end,
      effectiveFrom: plan.times.since,
      leadID: staffIDs[plan.lead.rawValue]
    )
    group.coLeadIDs = plan.coLead.map { [staffIDs[$0.rawValue]] } ?? []
    group.roomID = roomIDs[plan.room.rawValue]
    group.capacity = plan.capacity
    group.topic = DemoTopic.topic(group: number, week: Demo.weeks - 1)
    switch plan.type {
    case .psychoeducation, .multifamily: group.capacityKind = .known(.soft)
    case .genderSpecific:
      group.isClosed = true
      group.audience = .known(.women)
    case .continuingCare: group.level = "1.5"
    case .process, .relapsePrevention, .skills, .medicationSupport, .orientation, .other,
      .traumaInformed, .peerSupport, .recreationActivity:
      break
    }
    if plan.type == .multifamily { group.audience = .known(.families) }
    return group
  }

  mutating func enroll(_ places: DemoPlaces) {
    let admitted = DemoPerson.all[places.client - 1].stay.from
    for number in places.groups {
      let since = max(admitted, snapshot.groups[number - 1].effectiveFrom)
      snapshot.groups[number - 1].enrollments.append(
        Enrollment(
          id: ids.next(.enrollment),
          clientID: clientIDs[places.client - 1],
          episodeID: episodeIDs[places.client - 1],
          from: max(since, places.from ?? since),
          to: places.to,
          weekdays: places.days,
          endReason: places.endReason
        )
      )
    }
  }

  /// Every meeting that has begun, from the book's first week on.
  mutating func addMeetings() {
    let numbers = Dictionary(uniqueKeysWithValues: clientIDs.enumerated().map { ($1, $0 + 1) })
    snapshot.sessions.reserveCapacity(150)
    let plans = snapshot.groups.map { group in
      var plan = group
      plan.enrollments = []
      return plan
    }
    for day in 0..<(Demo.weeks * 7) {
      let date = Demo.firstWeek.adding(days: day)
      guard date <= Demo.date, !book.isClosed(on: date) else { continue }
      for (place, plan) in plans.enumerated() where plan.meets(on: date) {
        var meeting = book.occurrence(of: plan, on: date)
        guard meeting.state.scheduledStart <= now else { continue }
        meeting.state.topic = DemoTopic.topic(group: place + 1, week: day / 7)
        meeting.rows = rows(of: snapshot.groups[place], on: date)
        snapshot.sessions.append(held(meeting, group: place + 1, numbers: numbers))
      }
    }
  }

  /// The roster as the program computes it, cheaper: places are in the order of the clients' codes.
  private func rows(of group: GroupSeries, on date: CalendarDate) -> [AttendanceRow] {
    var rows: [AttendanceRow] = []
    rows.reserveCapacity(13)
    for place in group.enrollments where place.isActive(on: date) {
      var row = AttendanceRow(clientID: place.clientID, episodeID: place.episodeID)
      if book.episodes[place.episodeID]?.leave(on: date) != nil { row.status = .onLeave }
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

/// A relative who comes to the family group with a client.
struct DemoGuest {
  var client: Int
  var name: String
  var relation: String

  static let all = [
    DemoGuest(client: 1, name: "Rowan Fauxwell", relation: "sibling"),
    DemoGuest(client: 4, name: "Iris Notareal", relation: "child"),
    DemoGuest(client: 8, name: "Otto Samplewright", relation: "spouse"),
    DemoGuest(client: 15, name: "Pilar Inventada", relation: "parent"),
    DemoGuest(client: 21, name: "Basil Mythwood", relation: "spouse"),
  ]
}
