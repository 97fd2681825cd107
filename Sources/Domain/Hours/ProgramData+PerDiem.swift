/// Whether a day has minutes enough for a daily rate (BR-48).
extension ProgramData {
  /// The countable minutes credited to a client on a service date, group and individual together.
  ///
  /// Computed from what is credited, never from the schedule: finished sessions and kept
  /// appointments, as in the week's `credited`.
  ///
  /// - Returns: Whole minutes, 0 or more; 0 where nothing is known.
  /// - Source: BR-48.
  package func perDiemMinutes(of client: ClientID, on date: CalendarDate, now: Instant) -> Int {
    let first = weekStart(of: date)
    guard let index = weeks[first],
      let standing = standing(of: client, week: first, in: index)
    else { return 0 }
    var minutes = 0
    for id in index.sessionsByClient[client] ?? [] {
      guard let session = sessions[id], session.serviceDate == date,
        let place = session.place(of: client)
      else { continue }
      minutes += measure(session.rows[place], in: session, for: standing, now: now).credited
    }
    for id in index.appointmentsByClient[client] ?? [] {
      guard let appointment = appointments[id], appointment.serviceDate == date else { continue }
      minutes += measure(appointment, for: standing, now: now).credited
    }
    return minutes
  }

  /// Whether the day's credited minutes reach the rule set's `perDiemMinMinutes`.
  package func isPerDiemDay(of client: ClientID, on date: CalendarDate, now: Instant) -> Bool {
    perDiemMinutes(of: client, on: date, now: now) >= rules(on: date).perDiemMinMinutes
  }

  /// How many halves of a day at the daily rate it is: 0, 1 or 2.
  ///
  /// - Source: BR-48, `perDiemPartial`.
  package func perDiemHalves(of client: ClientID, on date: CalendarDate, now: Instant) -> Int {
    let rules = rules(on: date)
    let minutes = perDiemMinutes(of: client, on: date, now: now)
    if minutes >= rules.perDiemMinMinutes { return 2 }
    switch rules.perDiemPartial {
    case .known(.half): return minutes > 0 && 2 * minutes >= rules.perDiemMinMinutes ? 1 : 0
    case .known(.none), .known(.components), .unknown: return 0
    }
  }
}
