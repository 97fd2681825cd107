/// A meeting that is over and where somebody isn't marked, or that nobody finished.
package enum UnmarkedMeeting: Hashable, Sendable {
  case session(GroupSession)
  case appointment(Appointment)

  package var date: CalendarDate {
    switch self {
    case .session(let session): session.serviceDate
    case .appointment(let appointment): appointment.serviceDate
    }
  }

  package var start: Instant {
    switch self {
    case .session(let session): session.state.scheduledStart
    case .appointment(let appointment): appointment.state.scheduledStart
    }
  }

  /// Breaks a tie, the same way each time.
  fileprivate var id: String {
    switch self {
    case .session(let session): session.id.rawValue
    case .appointment(let appointment): appointment.id.rawValue
    }
  }
}

extension ProgramData {
  /// What a person led or held in the loaded weeks that is over and not marked, the oldest first.
  ///
  /// Only since the first day on which any group was held here: what the schedule would have had
  /// before nobody marks any more.
  package func unmarkedMeetings(of person: StaffID, at now: Instant) -> [UnmarkedMeeting] {
    let held = sessions.values.filter {
      $0.state.status == .completed || $0.state.status == .inProgress
    }
    let today = today(at: now)
    let first = min(held.map(\.serviceDate).min() ?? today, today)
    return unmarked(
      at: now,
      sessions: { $0.leadID == person },
      appointments: { $0.counselorID == person }
    ).filter { meeting in
      guard meeting.date >= first else { return false }
      if case .session(let session) = meeting { return !session.rows.isEmpty }
      return true
    }
  }

  /// The meetings of the loaded weeks that have begun, and that a client isn't marked at.
  package func unmarkedMeetings(with client: ClientID, at now: Instant) -> [UnmarkedMeeting] {
    let own = Set(weeks.values.flatMap { $0.sessionsByClient[client] ?? [] })
    let open = sessions.values.filter { session in
      own.contains(session.id) && session.state.scheduledStart <= now
        && session.row(of: client)?.status.isUnmarked == true && !session.state.status.isCancelled
    }
    return open.map { UnmarkedMeeting.session($0) }.inOrder
      + unmarked(at: now, sessions: { _ in false }, appointments: { _ in true }).filter {
        if case .appointment(let meeting) = $0 { meeting.clientID == client } else { false }
      }
  }

  private func unmarked(
    at now: Instant,
    sessions isSession: (SessionState) -> Bool,
    appointments isAppointment: (AppointmentState) -> Bool
  ) -> [UnmarkedMeeting] {
    var found: [UnmarkedMeeting] = []
    for index in weeks.values {
      for session in index.sessionsByDay.values.joined().compactMap({ sessions[$0] })
      where isSession(session.state) && session.state.scheduledEnd <= now
        && (session.state.status == .scheduled || session.state.status == .inProgress)
      {
        found.append(.session(session))
      }
      for meeting in index.appointmentsByDay.values.joined().compactMap({ appointments[$0] })
      where isAppointment(meeting.state) && meeting.state.scheduledEnd <= now
        && meeting.state.status.isOpen
      {
        found.append(.appointment(meeting))
      }
    }
    return found.inOrder
  }
}

extension [UnmarkedMeeting] {
  fileprivate var inOrder: [UnmarkedMeeting] {
    sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }
}
