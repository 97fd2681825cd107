package import Domain

/// What happened, and what is to come, day by day.
extension ListTable {
  /// One row for each client at each session and each appointment.
  ///
  /// - Parameters:
  ///   - data: With the weeks of all days.
  ///   - days: The days, both included.
  ///   - staff: Whose; nil is everyone's.
  ///   - now: Up to when minutes count.
  /// - Returns: By day and start.
  package static func attendance(
    _ data: ProgramData,
    _ days: ClosedRange<CalendarDate>,
    of staff: StaffID?,
    now: Instant
  ) -> ListTable {
    var rows: [[String]] = []
    for date in days.all {
      for item in data.schedule(on: date, of: staff) {
        switch item.id {
        case .session(let id):
          guard let session = data.sessions[id] else { continue }
          rows += session.rows.map { row(of: $0, in: session, data, now) }
        case .appointment(let id):
          guard let meeting = data.appointments[id] else { continue }
          rows.append(row(of: meeting, data))
        }
      }
    }
    return ListTable(
      [
        "date", "kind", "code", "title", "start", "end", "lead", "mrn", "name", "status", "in",
        "out", "minutes", "reason",
      ],
      rows
    )
  }

  private static func row(
    of row: AttendanceRow,
    in session: GroupSession,
    _ data: ProgramData,
    _ now: Instant
  ) -> [String] {
    let state = session.state
    return [
      "\(session.serviceDate)", "group", data.code(of: session), data.title(of: session),
      data.clock(state.scheduledStart), data.clock(state.scheduledEnd), data.code(state.leadID),
      data.mrn(row.clientID), data.fullName(row.clientID), row.status.stored,
      data.clock(row.firstIn), data.clock(row.segments.last?.end),
      "\(data.creditedMinutes(of: row, in: session, now: now))", row.absenceReason?.stored ?? "",
    ]
  }

  private static func row(of meeting: Appointment, _ data: ProgramData) -> [String] {
    let state = meeting.state
    return [
      "\(meeting.serviceDate)", meeting.kind.stored, "", meeting.kindWord,
      data.clock(state.scheduledStart), data.clock(state.scheduledEnd),
      data.code(state.counselorID), data.mrn(meeting.clientID), data.fullName(meeting.clientID),
      state.status.stored, data.clock(state.actualStart), data.clock(state.actualEnd),
      "\(data.actualMinutes(of: meeting))", state.reason?.stored ?? "",
    ]
  }

  /// Appointments with the columns of the import, and their state behind them.
  package static func appointments(
    _ data: ProgramData,
    _ days: ClosedRange<CalendarDate>,
    of staff: StaffID?
  ) -> ListTable {
    let meetings = days.all.flatMap { data.appointments(on: $0) }.filter { meeting in
      staff.map { meeting.state.counselorID == $0 } ?? true
    }
    return ListTable(
      ["mrn", "counselor", "kind", "date", "start", "end", "room", "modality", "status"],
      meetings.map { meeting in
        let state = meeting.state
        return [
          data.mrn(meeting.clientID), data.code(state.counselorID), meeting.kind.stored,
          "\(meeting.serviceDate)", data.clock(state.scheduledStart),
          data.clock(state.scheduledEnd), data.name(state.roomID), state.modality.stored,
          state.status.stored,
        ]
      }
    )
  }

  /// One row for each client and week, in minutes.
  package static func hours(
    _ data: ProgramData,
    _ days: ClosedRange<CalendarDate>,
    now: Instant
  ) -> ListTable {
    let weeks = Set(days.all.map(data.weekStart(of:))).sorted()
    return ListTable(
      [
        "week", "mrn", "name", "planned", "credited", "possible", "projected", "minimum", "slack",
        "state", "unmarked",
      ],
      weeks.flatMap { week in
        data.weekHours(week: week, now: now).map { client, hours in
          [
            "\(week)", data.mrn(client), data.fullName(client), "\(hours.planned)",
            "\(hours.credited)", "\(hours.possible)", "\(hours.projected)",
            hours.minimum.map { "\($0)" } ?? "", hours.slack.map { "\($0)" } ?? "",
            hours.state.rawValue, "\(hours.unmarked)",
          ]
        }
      }
    )
  }

  /// Groups and appointments in their order; clients are told by their codes.
  package static func schedule(
    _ data: ProgramData,
    _ days: ClosedRange<CalendarDate>,
    of staff: StaffID?
  ) -> ListTable {
    var rows: [[String]] = []
    for date in days.all {
      for item in data.schedule(on: date, of: staff) {
        let times = ["\(date)", data.clock(item.start), data.clock(item.end)]
        switch item.id {
        case .session(let id):
          guard let session = data.sessions[id] else { continue }
          let state = session.state
          rows.append(
            times + [
              "group", data.code(of: session), data.title(of: session), data.code(state.leadID),
              data.name(state.roomID), state.status.stored,
            ]
          )
        case .appointment(let id):
          guard let meeting = data.appointments[id] else { continue }
          rows.append(
            times + [
              meeting.kind.stored, data.mrn(meeting.clientID), meeting.kindWord,
              data.code(meeting.state.counselorID), data.name(meeting.state.roomID),
              meeting.state.status.stored,
            ]
          )
        }
      }
    }
    return ListTable(
      ["date", "start", "end", "kind", "code", "title", "lead", "room", "status"],
      rows
    )
  }

  /// Notes that are owed, by due time.
  package static func notes(_ due: [DueNote], _ data: ProgramData) -> ListTable {
    ListTable(
      ["due", "mrn", "kind", "state", "author", "missing"],
      due.map { note in
        let (date, time) = data.program.zone.local(note.dueAt)
        return [
          "\(date)T\(time)", data.mrn(note.clientID), note.kindWord, note.status.rawValue,
          data.code(note.authorID), note.missing.joined(separator: "; "),
        ]
      }
    )
  }

  /// Events of the audit log, the oldest first.
  package static func audit(_ events: [AuditEvent], _ data: ProgramData) -> ListTable {
    ListTable(
      ["at", "user", "action", "entity", "id", "mrn", "detail"],
      events.map { event in
        [
          event.at.description, data.code(event.by), event.action.stored, event.entity.kind,
          event.entity.id, event.clientID.map(data.mrn) ?? "", event.detail,
        ]
      }
    )
  }
}

extension ClosedRange<CalendarDate> {
  /// Every day, both ends included.
  var all: [CalendarDate] {
    (0...CalendarDate.days(from: lowerBound, to: upperBound)).map(lowerBound.adding(days:))
  }
}
