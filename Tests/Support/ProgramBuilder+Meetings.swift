package import Domain

/// Sessions and appointments of a built program.
extension ProgramBuilder {
  /// Adds a finished session with its planned times; who isn't named was present.
  package mutating func hold(
    _ group: String,
    on date: String,
    _ marks: [String: RowMark] = [:],
    _ change: (inout GroupSession) -> Void = { _ in }
  ) {
    add(group, on: date, marks, others: .present) { session in
      session.state.status = .completed
      session.state.actualStart = session.state.scheduledStart
      session.state.actualEnd = session.state.scheduledEnd
      session.state.closedAt = session.state.scheduledEnd
      change(&session)
    }
  }

  /// Adds a session that runs since its planned start; who isn't named is still expected.
  package mutating func run(
    _ group: String,
    on date: String,
    _ marks: [String: RowMark] = [:],
    _ change: (inout GroupSession) -> Void = { _ in }
  ) {
    add(group, on: date, marks, others: .expected) { session in
      session.state.status = .inProgress
      session.state.actualStart = session.state.scheduledStart
      change(&session)
    }
  }

  /// Adds a session that is only planned, with marks made ahead.
  package mutating func plan(
    _ group: String,
    on date: String,
    _ marks: [String: RowMark] = [:],
    _ change: (inout GroupSession) -> Void = { _ in }
  ) {
    add(group, on: date, marks, others: .expected, change)
  }

  /// Adds an individual appointment; kept ones took the planned time.
  package mutating func book(
    _ client: String,
    on date: String,
    _ times: (start: String, end: String),
    _ status: AppointmentStatus = .booked,
    _ change: (inout Appointment) -> Void = { _ in }
  ) {
    var state = AppointmentState(
      status: status,
      scheduledStart: at(date, times.start),
      scheduledEnd: at(date, times.end),
      counselorID: .of("TB")
    )
    if status.isKept {
      state.actualStart = state.scheduledStart
      state.actualEnd = state.scheduledEnd
    }
    var appointment = Appointment(
      id: nextAppointmentID(),
      clientID: .of(client),
      episodeID: .of(client),
      kind: .known(.individual),
      serviceDate: .on(date),
      state: state
    )
    change(&appointment)
    snapshot.appointments.append(appointment)
  }

  private mutating func add(
    _ group: String,
    on date: String,
    _ marks: [String: RowMark],
    others: RowMark,
    _ change: (inout GroupSession) -> Void
  ) {
    let series = snapshot.groups[groupPlace(group)]
    var session = ProgramData(standing: snapshot).occurrence(of: series, on: .on(date))
    change(&session)
    for code in marks.keys.sorted() where session.row(of: .of(code)) == nil {
      var row = AttendanceRow(clientID: .of(code), episodeID: .of(code))
      row.isWalkin = true
      session.rows.append(row)
    }
    for place in session.rows.indices {
      let mark = marks.first { ClientID.of($0.key) == session.rows[place].clientID }?.value
      guard session.rows[place].segments.isEmpty,
        mark != nil || session.rows[place].status.isUnmarked
      else { continue }
      if mark != nil {
        session.rows[place].markedBy = session.state.leadID
        session.rows[place].markedAt = session.state.scheduledStart
      }
      (mark ?? others).apply(
        to: &session.rows[place],
        in: session.state,
        clock: { at(date, $0, notBefore: $1) }
      )
    }
    snapshot.sessions.append(session)
  }
}

/// A mark on a row, with clock times of the session's date.
package enum RowMark {
  case expected
  /// From the session's start to its end, or still here.
  case present
  /// From the time on.
  case late(String)
  /// From the start to the time.
  case left(String)
  /// Present with these stays; the last one may be open.
  case stays([(String, String?)])
  case removed(String)
  case noShow, excused, lateCancel, onLeave, notAdmitted, cancelledProgram

  fileprivate func apply(
    to row: inout AttendanceRow,
    in state: SessionState,
    clock: (String, Instant?) -> Instant
  ) {
    let start = state.actualStart ?? state.scheduledStart
    let end = state.actualEnd
    row.status = status
    row.segments =
      switch self {
      case .present: [PresenceSegment(start: start, end: end)]
      case .late(let time): [PresenceSegment(start: clock(time, start), end: end)]
      case .left(let time), .removed(let time):
        [PresenceSegment(start: start, end: clock(time, start))]
      case .stays(let stays):
        stays.reduce(into: []) { segments, stay in
          let from = clock(stay.0, segments.last?.end ?? start)
          segments.append(PresenceSegment(start: from, end: stay.1.map { clock($0, from) }))
        }
      case .expected, .noShow, .excused, .lateCancel, .onLeave, .notAdmitted, .cancelledProgram: []
      }
  }

  private var status: AttendanceStatus {
    switch self {
    case .expected: .expected
    case .present, .stays: .present
    case .late: .late
    case .left: .leftEarly
    case .removed: .removed
    case .noShow: .noShow
    case .excused: .excused
    case .lateCancel: .cancelledClient
    case .onLeave: .onLeave
    case .notAdmitted: .notAdmitted
    case .cancelledProgram: .cancelledProgram
    }
  }
}
