/// Loading weeks, and what a day holds.
extension ProgramData {
  /// The rule set in force on a date; the standard one where none is.
  package func rules(on date: CalendarDate) -> RuleSet { ruleSets.inForce(on: date) }

  /// What the program is called on a date.
  package func programName(on date: CalendarDate) -> String {
    let name = rules(on: date).programName
    return name.isEmpty ? program.name : name
  }

  package func isClosed(on date: CalendarDate) -> Bool { calendar[date]?.closes ?? false }

  package func today(at now: Instant) -> CalendarDate { program.zone.date(of: now) }

  /// The last local date of something that goes on until a moment; midnight ends the day before.
  func lastDate(until end: Instant) -> CalendarDate {
    program.zone.date(of: end.adding(seconds: -1))
  }

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
    var computed: Set<SessionID> = []
    for date in weekDays(from: week) {
      for group in groups.values where group.meets(on: date) && !isClosed(on: date) {
        let id = SessionID.occurrence(of: group.id, on: date)
        guard !ids.contains(id), !unusable.contains(id), sessions[id] == nil else { continue }
        sessions[id] = occurrence(of: group, on: date)
        ids.insert(id)
        computed.insert(id)
      }
    }
    let withdrawn = stored.filter { $0.state.isWithdrawn || isOfWithdrawnGroup($0) }.map(\.id)
    index(week: week, sessions: ids.subtracting(withdrawn), appointments: booked.map(\.id))
    weeks[week]?.withdrawnSessions = withdrawn
    weeks[week]?.computed = computed
    weeks[week]?.unusable = unusable
  }

  private func isOfWithdrawnGroup(_ session: GroupSession) -> Bool {
    session.groupID.map { groups[$0] == nil && withdrawn.groups[$0] != nil } ?? false
  }

  mutating func removeWeek(_ week: CalendarDate) {
    guard let old = weeks.removeValue(forKey: week) else { return }
    for id in old.sessionsByDay.values.joined() { sessions[id] = nil }
    for id in old.withdrawnSessions { sessions[id] = nil }
    for id in old.appointmentsByDay.values.joined() { appointments[id] = nil }
    for id in old.withdrawn { appointments[id] = nil }
  }

  /// A meeting as its series plans it, with its roster.
  package func occurrence(of series: GroupSeries, on date: CalendarDate) -> GroupSession {
    let group = series.asOf(date)
    let start = program.zone.instant(date, group.start)
    let endDate = group.end <= group.start ? date.adding(days: 1) : date
    var state = SessionState(
      scheduledStart: start,
      scheduledEnd: max(start, program.zone.instant(endDate, group.end, notBefore: start)),
      leadID: group.leadID,
      coLeadIDs: group.coLeadIDs,
      roomID: group.roomID
    )
    state.modality = group.modality
    if group.topics.isEmpty { state.topic = group.topic }
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

  private mutating func index(
    week: CalendarDate,
    sessions ids: Set<SessionID>,
    appointments booked: [AppointmentID]
  ) {
    var index = WeekIndex()
    let ordered = ids.compactMap { sessions[$0] }.sorted(by: isBefore)
    for session in ordered {
      index.sessionsByDay[session.serviceDate, default: []].append(session.id)
      for row in session.rows {
        index.sessionsByClient[row.clientID, default: []].append(session.id)
      }
    }
    let meetings = booked.compactMap { appointments[$0] }.sorted {
      ($0.state.scheduledStart, $0.id) < ($1.state.scheduledStart, $1.id)
    }
    for meeting in meetings { index.insert(meeting) }
    weeks[week] = index
  }
}
