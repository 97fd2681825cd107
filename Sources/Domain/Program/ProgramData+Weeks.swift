/// Loading weeks, and what a day holds.
extension ProgramData {
  /// The first day of the week that the date lies in, by the rule set of that date.
  package func weekStart(of date: CalendarDate) -> CalendarDate {
    date.startOfWeek(startingOn: rules(on: date).weekStart)
  }

  /// The rule set in force on a date; the standard one where none is.
  package func rules(on date: CalendarDate) -> RuleSet {
    var best: RuleSet?
    for rules in ruleSets
    where rules.effectiveFrom <= date && date <= (rules.effectiveTo ?? date)
      && rules.effectiveFrom >= (best ?? rules).effectiveFrom
    {
      best = rules
    }
    return best ?? .standard
  }

  package func isClosed(on date: CalendarDate) -> Bool { calendar[date]?.closes ?? false }

  package func today(at now: Instant) -> CalendarDate { program.zone.date(of: now) }

  /// Whether the sessions and appointments of the date's week are here.
  package func isLoaded(_ date: CalendarDate) -> Bool { weeks[weekStart(of: date)] != nil }

  /// The day's sessions by start, then code; empty where the week isn't loaded.
  package func sessions(on date: CalendarDate) -> [GroupSession] {
    let ids = weeks[weekStart(of: date)]?.sessionsByDay[date] ?? []
    return ids.compactMap { sessions[$0] }
  }

  /// The day's appointments by start; empty where the week isn't loaded.
  package func appointments(on date: CalendarDate) -> [Appointment] {
    let ids = weeks[weekStart(of: date)]?.appointmentsByDay[date] ?? []
    return ids.compactMap { appointments[$0] }
  }

  package func group(of session: GroupSession) -> GroupSeries? {
    session.groupID.flatMap { groups[$0] }
  }

  package func title(of session: GroupSession) -> String {
    group(of: session)?.title ?? session.adHocTitle ?? "Extra session"
  }

  /// "G03"; empty for a session without a series.
  package func code(of session: GroupSession) -> String { group(of: session)?.code ?? "" }

  /// Takes in what is stored of a week, and computes the meetings nothing is stored about.
  ///
  /// A week that is already here is replaced.
  ///
  /// - Parameters:
  ///   - week: The week's first day.
  ///   - stored: The sessions found in the week's folders.
  ///   - booked: The appointments found in the week's folders.
  ///   - unusable: Sessions whose file is there but can't be used: they are not computed anew, so
  ///     that no one marks a second sheet beside the broken one.
  package mutating func load(
    week: CalendarDate,
    sessions stored: [GroupSession],
    appointments booked: [Appointment],
    unusable: Set<SessionID> = []
  ) {
    removeWeek(week)
    for session in stored {
      sessions[session.id] = completedRoster(of: session)
      for entry in session.history { highestOrder = max(highestOrder, entry.order) }
    }
    for appointment in booked {
      appointments[appointment.id] = appointment
      for entry in appointment.history { highestOrder = max(highestOrder, entry.order) }
    }
    var ids = Set(stored.map(\.id))
    for offset in 0..<7 {
      let date = week.adding(days: offset)
      for group in groups.values where group.meets(on: date) && !isClosed(on: date) {
        let id = SessionID.occurrence(of: group.id, on: date)
        guard !ids.contains(id), !unusable.contains(id), sessions[id] == nil else { continue }
        sessions[id] = occurrence(of: group, on: date)
        ids.insert(id)
      }
    }
    index(week: week, sessions: ids, appointments: booked.map(\.id))
  }

  private mutating func removeWeek(_ week: CalendarDate) {
    guard let old = weeks.removeValue(forKey: week) else { return }
    for id in old.sessionsByDay.values.joined() { sessions[id] = nil }
    for id in old.appointmentsByDay.values.joined() { appointments[id] = nil }
  }

  /// A meeting as its series plans it, with its roster.
  package func occurrence(of group: GroupSeries, on date: CalendarDate) -> GroupSession {
    let start = program.zone.instant(date, group.start)
    let endDate = group.end <= group.start ? date.adding(days: 1) : date
    var state = SessionState(
      scheduledStart: start,
      scheduledEnd: program.zone.instant(endDate, group.end),
      leadID: group.leadID,
      coLeadIDs: group.coLeadIDs,
      roomID: group.roomID
    )
    state.modality = group.modality
    state.topic = group.topic
    state.breaks = group.breaks.map {
      let from = start.adding(minutes: $0.afterMinutes)
      return SessionBreak(
        start: from,
        end: from.adding(minutes: $0.minutes),
        isCreditable: $0.isCreditable
      )
    }
    return GroupSession(
      id: .occurrence(of: group.id, on: date),
      groupID: group.id,
      serviceDate: date,
      countsTowardHours: group.countsTowardHours,
      state: state,
      rows: roster(of: group, on: date)
    )
  }

  /// The rows of everyone enrolled for the date, by the client's code.
  package func roster(of group: GroupSeries, on date: CalendarDate) -> [AttendanceRow] {
    var rows: [AttendanceRow] = []
    for enrollment in group.enrollments where enrollment.isActive(on: date) {
      guard !rows.contains(where: { $0.clientID == enrollment.clientID }) else { continue }
      let episode = episodes[enrollment.episodeID]
      if let episode, !episode.isOpen(on: date) { continue }
      var row = AttendanceRow(clientID: enrollment.clientID, episodeID: enrollment.episodeID)
      row.modality = group.modality
      row.isMakeup = enrollment.source == .known(.makeup)
      if episode?.leave(on: date) != nil { row.status = .onLeave }
      rows.append(row)
    }
    return rows.sorted { sortKey($0.clientID) < sortKey($1.clientID) }
  }

  private func sortKey(_ client: ClientID) -> String { clients[client]?.mrn ?? client.rawValue }

  /// A stored session with the rows that enrollments added since; only while it isn't closed.
  private func completedRoster(of session: GroupSession) -> GroupSession {
    guard session.state.status == .scheduled || session.state.status == .inProgress,
      let group = group(of: session)
    else { return session }
    var session = session
    let planned = roster(of: group, on: session.serviceDate)
    for row in planned where session.row(of: row.clientID) == nil { session.rows.append(row) }
    session.rows.removeAll { row in
      row.status.isUnmarked && row.markedAt == nil && !row.isWalkin
        && !planned.contains { $0.clientID == row.clientID }
    }
    return session
  }

  private mutating func index(
    week: CalendarDate,
    sessions ids: Set<SessionID>,
    appointments booked: [AppointmentID]
  ) {
    var index = WeekIndex()
    let ordered = ids.compactMap { sessions[$0] }.sorted {
      ($0.state.scheduledStart, code(of: $0), $0.id) < (
        $1.state.scheduledStart, code(of: $1), $1.id
      )
    }
    for session in ordered {
      let date = program.zone.date(of: session.state.scheduledStart)
      index.sessionsByDay[date, default: []].append(session.id)
      for row in session.rows {
        index.sessionsByClient[row.clientID, default: []].append(session.id)
      }
    }
    let meetings = booked.compactMap { appointments[$0] }.sorted {
      ($0.state.scheduledStart, $0.id) < ($1.state.scheduledStart, $1.id)
    }
    for meeting in meetings {
      let date = program.zone.date(of: meeting.state.scheduledStart)
      index.appointmentsByDay[date, default: []].append(meeting.id)
      index.appointmentsByClient[meeting.clientID, default: []].append(meeting.id)
    }
    weeks[week] = index
  }
}
