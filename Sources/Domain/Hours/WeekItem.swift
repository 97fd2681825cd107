/// A row or an appointment of a client's week, with what it adds.
struct WeekItem {
  /// Nil for an appointment.
  let session: SessionID?
  /// Nil for a session.
  let appointment: AppointmentID?
  let date: CalendarDate
  /// When it is planned for.
  let span: Interval
  /// Nil for an appointment.
  let status: AttendanceStatus?
  var minutes: ItemMinutes
}

/// A client's week, item by item.
struct WeekItems {
  var items: [WeekItem] = []
  /// Whether a row comes from the client's own groups, so that there is a program day.
  var hasProgramDay = false
}

extension ProgramData {
  /// What each row and appointment of the week adds to it.
  ///
  /// A client is in one place at a time, so of two that overlap only the time of one is possible:
  /// that where they are marked as being there, else that of the one that begins first.
  func weekItems(for standing: WeekStanding, in index: WeekIndex, now: Instant) -> WeekItems {
    var week = WeekItems()
    let client = standing.client
    for id in index.sessionsByClient[client] ?? [] {
      guard let session = sessions[id], let place = session.place(of: client) else { continue }
      let row = session.rows[place]
      if counts(session, rules: standing.rules), session.groupID != nil, !row.isWalkin,
        !row.isMakeup
      {
        week.hasProgramDay = true
      }
      week.items.append(
        WeekItem(
          session: id,
          appointment: nil,
          date: session.serviceDate,
          span: Interval(start: session.state.scheduledStart, end: session.state.scheduledEnd),
          status: row.status,
          minutes: measure(row, in: session, for: standing, now: now)
        )
      )
    }
    for id in index.appointmentsByClient[client] ?? [] {
      guard let appointment = appointments[id] else { continue }
      let state = appointment.state
      week.items.append(
        WeekItem(
          session: nil,
          appointment: id,
          date: appointment.serviceDate,
          span: Interval(start: state.scheduledStart, end: state.scheduledEnd),
          status: nil,
          minutes: measure(appointment, for: standing, now: now)
        )
      )
    }
    if week.hasOverlap { clipOverlaps(of: client, in: &week.items) }
    return week
  }

  /// Takes from what is possible the time at which the client is, or may be, somewhere else.
  private func clipOverlaps(of client: ClientID, in items: inout [WeekItem]) {
    var taken = items.flatMap { presence(of: client, at: $0) }
    let open = items.indices.filter { place in
      items[place].minutes.possible > 0 && presence(of: client, at: items[place]).isEmpty
        && !hasOverride(items[place], client)
    }
    for place in open.sorted(by: { (items[$0].span.start, $0) < (items[$1].span.start, $1) }) {
      let span = items[place].span
      let lost = taken.compactMap(span.intersection).merged
      let pauses = pauses(of: items[place]).flatMap { pause in
        lost.compactMap(pause.intersection)
      }
      let seconds = lost.reduce(0) { $0 + $1.seconds } - pauses.reduce(0) { $0 + $1.seconds }
      let possible = items[place].minutes.possible
      items[place].minutes.possible = max(0, possible - max(0, seconds) / 60)
      taken.append(span)
    }
  }

  /// When the client was there or is: to the planned end where nobody ended it.
  private func presence(of client: ClientID, at item: WeekItem) -> [Interval] {
    if let id = item.session, let session = sessions[id], let row = session.row(of: client) {
      guard row.status.isAttended else { return [] }
      return row.segments.map {
        Interval(start: $0.start, end: $0.end ?? session.state.actualEnd ?? item.span.end)
      }
    }
    guard let state = item.appointment.flatMap({ appointments[$0]?.state }) else { return [] }
    switch state.status {
    case .arrived, .inProgress, .kept, .lateKept:
      let start = state.actualStart ?? state.scheduledStart
      return [Interval(start: start, end: state.actualEnd ?? state.scheduledEnd)]
    case .booked, .noShow, .cancelledClient, .cancelledClientLate, .cancelledProgram, .rescheduled,
      .unknown:
      return []
    }
  }

  private func hasOverride(_ item: WeekItem, _ client: ClientID) -> Bool {
    item.session.flatMap { sessions[$0]?.row(of: client)?.creditOverride } != nil
  }

  /// The breaks that weren't possible minutes anyway.
  private func pauses(of item: WeekItem) -> [Interval] {
    guard let session = item.session.flatMap({ sessions[$0] }),
      !rules(on: session.serviceDate).breakCreditable
    else { return [] }
    return session.state.deductedBreaks(openUntil: session.state.scheduledStart)
  }
}

extension WeekItems {
  /// Whether something that may still come is planned for the time of something else.
  fileprivate var hasOverlap: Bool {
    for (place, item) in items.enumerated() where item.minutes.possible > 0 {
      for (other, one) in items.enumerated()
      where other != place && one.span.overlaps(item.span)
        && one.minutes.possible + one.minutes.credited > 0
      {
        return true
      }
    }
    return false
  }
}

extension [Interval] {
  /// The same time without any of it twice, by start.
  fileprivate var merged: [Interval] {
    var result: [Interval] = []
    for one in sorted(by: { $0.start < $1.start }) {
      if let last = result.last, one.start <= last.end {
        result[result.count - 1] = Interval(start: last.start, end: Swift.max(last.end, one.end))
      } else {
        result.append(one)
      }
    }
    return result
  }
}
