/// How a day turned out for a client who was waited for on it.
///
/// - Source: `domain.md` 4.29; `decisions.md` 2.
package enum ServiceDayOutcome: Hashable, Sendable, CaseIterable {
  /// At least one row attended or appointment kept, or just begun.
  case attended
  /// A no-show, and nothing attended so far.
  case missed
  /// Only rows that neither make nor break a run: excused, cancelled in time, not admitted.
  case excusedOnly
  /// Cancelled with too short a notice, and nothing heavier.
  case lateCancel
  /// Something isn't marked yet, and nothing was attended or missed.
  case upcoming
}

/// What happened on each of a week's seven days, eight flags a day in one word.
///
/// It is made for every client in a frame, so it holds no memory of its own.
struct WeekOutcomes {
  private var bits: UInt64 = 0

  static let attended: UInt64 = 1
  static let missed: UInt64 = 2
  static let open: UInt64 = 4
  static let lateCancel: UInt64 = 8
  static let excused: UInt64 = 16

  mutating func add(_ flag: UInt64, day: Int) {
    guard (0..<7).contains(day) else { return }
    bits |= flag << UInt64(day * 8)
  }

  /// Nil is no service day.
  subscript(day: Int) -> ServiceDayOutcome? {
    guard (0..<7).contains(day) else { return nil }
    let flags = (bits >> UInt64(day * 8)) & 0xFF
    if flags & Self.attended != 0 { return .attended }
    if flags & Self.missed != 0 { return .missed }
    if flags & Self.open != 0 { return .upcoming }
    if flags & Self.lateCancel != 0 { return .lateCancel }
    return flags & Self.excused != 0 ? .excusedOnly : nil
  }
}

extension ProgramData {
  /// How the day turned out for the client.
  ///
  /// - Returns: Nil where there is no service day: nothing on the roster but rows on leave or
  ///   cancelled by the program, no open episode, or a week that isn't loaded. A day after today
  ///   is upcoming, whatever is marked on it ahead.
  package func serviceDayOutcome(of client: ClientID, on date: CalendarDate, now: Instant)
    -> ServiceDayOutcome?
  {
    let week = weekStart(of: date)
    guard let outcomes = outcomes(of: client, week: week),
      let outcome = outcomes[CalendarDate.days(from: week, to: date)]
    else { return nil }
    return today(at: now) < date ? .upcoming : outcome
  }

  /// What happened on the days of a week; nil when it isn't loaded.
  func outcomes(of client: ClientID, week: CalendarDate) -> WeekOutcomes? {
    guard let index = weeks[week] else { return nil }
    var outcomes = WeekOutcomes()
    guard let standing = standing(of: client, week: week, in: index) else { return outcomes }
    for id in index.sessionsByClient[client] ?? [] {
      guard let session = sessions[id], let place = session.place(of: client),
        let flag = flag(of: session.rows[place].status, in: session, for: standing)
      else { continue }
      outcomes.add(flag, day: CalendarDate.days(from: week, to: session.serviceDate))
    }
    for id in index.appointmentsByClient[client] ?? [] {
      guard let appointment = appointments[id], let flag = flag(of: appointment, for: standing)
      else { continue }
      outcomes.add(flag, day: CalendarDate.days(from: week, to: appointment.serviceDate))
    }
    return outcomes
  }

  private func flag(
    of status: AttendanceStatus,
    in session: GroupSession,
    for standing: WeekStanding
  ) -> UInt64? {
    switch status {
    case .present, .late, .leftEarly, .lateLeftEarly, .removed: WeekOutcomes.attended
    case .noShow: WeekOutcomes.missed
    case .cancelledClient: WeekOutcomes.lateCancel
    case .excused, .notAdmitted, .unknown: WeekOutcomes.excused
    case .cancelledProgram, .onLeave: nil
    case .expected: isOff(session, for: standing) ? nil : WeekOutcomes.open
    }
  }

  private func flag(of appointment: Appointment, for standing: WeekStanding) -> UInt64? {
    switch appointment.state.status {
    case .kept, .lateKept, .arrived, .inProgress: WeekOutcomes.attended
    case .noShow: WeekOutcomes.missed
    case .cancelledClientLate: WeekOutcomes.lateCancel
    case .cancelledClient, .unknown: WeekOutcomes.excused
    case .cancelledProgram, .rescheduled: nil
    case .booked: standing.isAway(on: appointment.serviceDate) ? nil : WeekOutcomes.open
    }
  }
}
