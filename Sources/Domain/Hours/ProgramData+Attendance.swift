/// Sessions attended out of those expected.
package struct AttendanceRate: Hashable, Sendable {
  package var attended: Int
  /// The denominator; 0 shows as "–".
  package var expected: Int

  package init(attended: Int, expected: Int) {
    self.attended = attended
    self.expected = expected
  }

  /// 0...100, rounded down; nil when nothing was expected.
  package var percent: Int? { expected == 0 ? nil : attended * 100 / expected }
}

/// When and where a client was seen last.
package struct LastSeen: Hashable, Sendable {
  package var date: CalendarDate
  /// When the client came in.
  package var at: Instant
  /// The group's code, the extra session's title, or the appointment's kind.
  package var what: String

  package init(date: CalendarDate, at: Instant, what: String) {
    self.date = date
    self.at = at
    self.what = what
  }
}

extension ProgramData {
  /// The sessions attended out of those expected, both days included.
  ///
  /// By session, in the loaded weeks. Not expected: walk-ins, rows on leave, cancelled by the
  /// program, or not marked, and excused ones unless the rule set counts them.
  ///
  /// - Source: `domain.md` 4.29.
  package func attendanceRate(
    of client: ClientID,
    from first: CalendarDate,
    to last: CalendarDate,
    now: Instant
  ) -> AttendanceRate {
    var rate = AttendanceRate(attended: 0, expected: 0)
    for (week, index) in weeks where week <= last && first <= weekEnd(from: week) {
      for id in index.sessionsByClient[client] ?? [] {
        guard let session = sessions[id], let place = session.place(of: client),
          first <= session.serviceDate, session.serviceDate <= last,
          session.state.scheduledStart <= now
        else { continue }
        count(session.rows[place], on: session.serviceDate, in: &rate)
      }
    }
    return rate
  }

  private func count(_ row: AttendanceRow, on date: CalendarDate, in rate: inout AttendanceRate) {
    guard !row.isWalkin else { return }
    switch row.status {
    case .present, .late, .leftEarly, .lateLeftEarly, .removed:
      rate.attended += 1
      rate.expected += 1
    case .noShow, .cancelledClient, .notAdmitted: rate.expected += 1
    case .excused: if rules(on: date).excusedLowersAttendanceRate { rate.expected += 1 }
    case .expected, .cancelledProgram, .onLeave, .unknown: break
    }
  }

  /// When and where the client was seen last, in the loaded weeks.
  ///
  /// Arrivals after the given moment don't count. Nil is never.
  package func lastSeen(of client: ClientID, before now: Instant) -> LastSeen? {
    for (_, index) in weeks.sorted(by: { $0.key > $1.key }) {
      var best: LastSeen?
      for id in index.sessionsByClient[client] ?? [] {
        guard let session = sessions[id], let place = session.place(of: client),
          session.rows[place].status.isAttended
        else { continue }
        let at = session.rows[place].firstIn ?? session.state.scheduledStart
        if at <= now, at >= best?.at ?? at {
          let what = group(of: session)?.code ?? title(of: session)
          best = LastSeen(date: session.serviceDate, at: at, what: what)
        }
      }
      for id in index.appointmentsByClient[client] ?? [] {
        guard let appointment = appointments[id], appointment.wasSeen else { continue }
        let at = appointment.state.actualStart ?? appointment.state.scheduledStart
        if at <= now, at >= best?.at ?? at {
          best = LastSeen(date: appointment.serviceDate, at: at, what: appointment.kindWord)
        }
      }
      if let best { return best }
    }
    return nil
  }
}

extension Appointment {
  /// Whether the client came: kept, or here now.
  package var wasSeen: Bool {
    switch state.status {
    case .kept, .lateKept, .arrived, .inProgress: kind != .known(.familyWithoutClient)
    case .booked, .noShow, .cancelledClient, .cancelledClientLate, .cancelledProgram, .rescheduled,
      .unknown:
      false
    }
  }

  /// What the screen calls it; a newer version's word as it is stored.
  package var kindWord: String { kind.value?.word ?? kind.stored }
}
