package import Domain

/// A counselor's or a group's schedule as an iCalendar file.
///
/// Each plan of a group is one recurring event, with what is otherwise on single days; appointments,
/// extra meetings and those that one leads for somebody are events of their own. Clients' names stand
/// in it only where they are asked for.
package struct ScheduleCalendar {
  private let data: ProgramData
  private let days: ClosedRange<CalendarDate>
  private let hasNames: Bool
  private let now: Instant

  /// - Parameters:
  ///   - data: With the weeks of all days.
  ///   - days: The days, both included.
  ///   - hasNames: Whether clients are named.
  ///   - now: When it is written.
  package init(
    _ data: ProgramData,
    _ days: ClosedRange<CalendarDate>,
    hasNames: Bool,
    now: Instant
  ) {
    self.data = data
    self.days = days
    self.hasNames = hasNames
    self.now = now
  }

  /// Of somebody: the groups that they lead, and their appointments.
  package func text(of person: StaffID) -> String {
    let appointments = days.all.flatMap { data.appointments(on: $0) }.filter {
      $0.state.counselorID == person && $0.state.holdsItsTime
    }
    return text(events(leadBy: person, in: data.orderedGroups) + appointments.map(event))
  }

  /// Of one group.
  package func text(of group: GroupSeries) -> String { text(events(leadBy: nil, in: [group])) }

  private func text(_ events: [CalendarEvent]) -> String {
    var lines = CalendarLines(zone: data.program.zone)
    lines.add("BEGIN:VCALENDAR")
    lines.add("VERSION:2.0")
    lines.add("PRODID:-//Caseload//Caseload//EN")
    lines.add("CALSCALE:GREGORIAN")
    lines.add("X-WR-CALDESC", text: Redisclosure.short)
    lines.addZone(days)
    for event in events.sorted(by: { ($0.uid, $0.order) < ($1.uid, $1.order) }) {
      event.write(to: &lines, at: now)
    }
    lines.add("END:VCALENDAR")
    return lines.text
  }

  // MARK: Groups

  private func events(leadBy person: StaffID?, in groups: [GroupSeries]) -> [CalendarEvent] {
    var events: [CalendarEvent] = []
    var told: Set<SessionID> = []
    for group in groups {
      for plan in plans(of: group) where person.map(plan.group.isLed(by:)) ?? true {
        events += recurring(plan, by: person, told: &told)
      }
    }
    let ids = Set(groups.map(\.id))
    for session in days.all.flatMap({ data.sessions(on: $0) })
    where !told.contains(session.id) && !session.state.status.isCancelled {
      let isOfGroups = session.groupID.map(ids.contains) ?? (person != nil)
      guard isOfGroups, person.map(session.state.leads) ?? true else { continue }
      events.append(event(of: session, uid: session.id.rawValue))
    }
    return events
  }

  /// A group's plans with the days on which each held, cut to the days that are wanted.
  private func plans(of group: GroupSeries) -> [Plan] {
    var plans: [Plan] = []
    var first = group.effectiveFrom
    let ends = group.past.map(\.until) + [group.effectiveTo ?? .latest]
    for end in ends {
      let (from, to) = (max(first, days.lowerBound), min(end, days.upperBound))
      if from <= to {
        let own = group.asOf(from)
        let dates = (from...to).all.filter { own.weekdays.contains($0.weekday) }
        if !dates.isEmpty { plans.append(Plan(group: own, began: first, dates: dates)) }
      }
      guard end < .latest else { break }
      first = end.adding(days: 1)
    }
    return plans
  }

  private struct Plan {
    var group: GroupSeries
    /// The first day on which it held, wanted or not: its name for ever.
    var began: CalendarDate
    var dates: [CalendarDate]
  }

  private func recurring(
    _ plan: Plan,
    by person: StaffID?,
    told: inout Set<SessionID>
  ) -> [CalendarEvent] {
    let uid = "\(plan.group.id.rawValue)-\(CalendarText.day(plan.began))"
    guard let first = plan.dates.first, let last = plan.dates.last else { return [] }
    let model = data.occurrence(of: plan.group, on: first)
    var series = event(of: model, uid: uid)
    let byDay = plan.group.weekdays.sorted().map { $0.shortName.prefix(2).uppercased() }
    let lines = CalendarLines(zone: data.program.zone)
    let until = lines.utc(data.occurrence(of: plan.group, on: last).state.scheduledStart)
    series.rule = "FREQ=WEEKLY;UNTIL=\(until);BYDAY=\(byDay.joined(separator: ","))"
    var others: [CalendarEvent] = []
    for date in plan.dates {
      let planned = data.occurrence(of: plan.group, on: date)
      let id = planned.id
      told.insert(id)
      let held = data.sessions[id]?.state.movedTo.flatMap { data.sessions[$0] } ?? data.sessions[id]
      let isMine = held.map { session in person.map(session.state.leads) ?? true } ?? false
      guard let held, isMine, !held.state.isWithdrawn, !held.state.status.isCancelled else {
        series.exceptions.append(planned.state.scheduledStart)
        continue
      }
      told.insert(held.id)
      var other = event(of: held, uid: uid)
      var usual = event(of: planned, uid: uid)
      usual.rule = nil
      if other != usual {
        other.replaces = planned.state.scheduledStart
        others.append(other)
      }
    }
    return [series] + others
  }

  private func event(of session: GroupSession, uid: String) -> CalendarEvent {
    let code = data.code(of: session)
    var event = CalendarEvent(
      uid: "\(uid)@\(data.program.id.rawValue)",
      start: session.state.scheduledStart,
      end: session.state.scheduledEnd,
      summary: code.isEmpty ? data.title(of: session) : "\(code) \(data.title(of: session))"
    )
    event.location = data.name(session.state.roomID)
    let leads = ([session.state.leadID] + session.state.coLeadIDs).compactMap {
      data.staff[$0]?.name
    }
    event.description = "Lead: \(leads.joined(separator: ", "))"
    if let topic = data.topic(of: session) { event.description += "\nTopic: \(topic)" }
    return event
  }

  // MARK: Appointments

  private func event(of meeting: Appointment) -> CalendarEvent {
    let name = hasNames ? " " + data.fullName(meeting.clientID) : ""
    let kind = meeting.kindWord.prefix(1).uppercased() + meeting.kindWord.dropFirst()
    var event = CalendarEvent(
      uid: "\(meeting.id.rawValue)@\(data.program.id.rawValue)",
      start: meeting.state.scheduledStart,
      end: meeting.state.scheduledEnd,
      summary: kind + name
    )
    event.location = data.name(meeting.state.roomID)
    return event
  }
}

/// One event of a calendar file.
private struct CalendarEvent: Equatable {
  var uid: String
  var start: Instant
  var end: Instant
  var summary: String
  var location = ""
  var description = ""
  /// How it recurs; nil is once.
  var rule: String?
  /// Starts on which it isn't held.
  var exceptions: [Instant] = []
  /// The planned start that it is held in the place of.
  var replaces: Instant?

  /// The series stands before its exceptions.
  var order: Instant { replaces ?? .earliest }

  func write(to lines: inout CalendarLines, at now: Instant) {
    lines.add("BEGIN:VEVENT")
    lines.add("UID", text: uid)
    lines.add("DTSTAMP:\(lines.utc(now))")
    if let replaces { lines.add("RECURRENCE-ID", at: replaces) }
    lines.add("DTSTART", at: start)
    lines.add("DTEND", at: end)
    if let rule { lines.add("RRULE:\(rule)") }
    for exception in exceptions { lines.add("EXDATE", at: exception) }
    lines.add("SUMMARY", text: summary)
    if !location.isEmpty { lines.add("LOCATION", text: location) }
    if !description.isEmpty { lines.add("DESCRIPTION", text: description) }
    lines.add("CLASS:CONFIDENTIAL")
    lines.add("END:VEVENT")
  }
}

extension GroupSeries {
  fileprivate func isLed(by person: StaffID) -> Bool {
    leadID == person || coLeadIDs.contains(person)
  }
}
