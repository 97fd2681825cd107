import Domain

/// What a day holds, as lines and as JSON.
struct DayReport: PrintedReport {
  private let data: ProgramData
  private let date: CalendarDate
  private let now: Instant
  private let hidesNames: Bool

  /// - Parameters:
  ///   - data: With the day's week.
  ///   - date: The day.
  ///   - now: Up to when minutes count.
  ///   - hidesNames: Whether only groups and their times are for whoever reads it.
  init(_ data: ProgramData, on date: CalendarDate, now: Instant, hidesNames: Bool) {
    self.hidesNames = hidesNames
    self.data = data
    self.date = date
    self.now = now
  }

  var text: String {
    var groups = TextTable()
    var rows = TextTable()
    rows.right = [6]
    var meetings = TextTable()
    meetings.right = [7]
    for session in data.sessions(on: date) {
      groups.add([
        code(of: session),
        time(session.state.scheduledStart) + "-"
          + time(session.state.scheduledEnd), session.state.status.stored,
        staffCode(session.state.leadID), data.title(of: session),
      ])
      for row in rowsShown(of: session) { rows.add(cells(of: row, in: session)) }
    }
    for meeting in meetingsShown { meetings.add(cells(of: meeting)) }
    let withheld = hidesNames ? Self.withheld + "\n" : ""
    return ["\(date.shortName)\n", groups.text, rows.text, meetings.text, withheld].joined()
  }

  private static let withheld = "Rosters and appointments are not for this role."

  private func rowsShown(of session: GroupSession) -> [AttendanceRow] {
    hidesNames ? [] : session.rows
  }

  private var meetingsShown: [Appointment] { hidesNames ? [] : data.appointments(on: date) }

  private func cells(of row: AttendanceRow, in session: GroupSession) -> [String] {
    [
      code(of: session), mrn(row.clientID), name(row.clientID), row.status.stored,
      row.firstIn.map(time) ?? "-", row.segments.last?.end.map(time) ?? "-",
      "\(data.creditedMinutes(of: row, in: session, now: now))",
    ]
  }

  private func cells(of meeting: Appointment) -> [String] {
    let state = meeting.state
    return [
      time(state.scheduledStart) + "-" + time(state.scheduledEnd), mrn(meeting.clientID),
      name(meeting.clientID), state.status.stored, staffCode(state.counselorID),
      state.actualStart.map(time) ?? "-", state.actualEnd.map(time) ?? "-",
      "\(data.actualMinutes(of: meeting))", meeting.kind.stored,
    ]
  }

  private func code(of session: GroupSession) -> String {
    let code = data.code(of: session)
    return code.isEmpty ? "-" : code
  }

  private func mrn(_ client: ClientID) -> String {
    data.clients[client]?.mrn ?? client.rawValue
  }

  private func name(_ client: ClientID) -> String { data.clients[client]?.fullName ?? "-" }

  private func staffCode(_ staff: StaffID) -> String { data.staff[staff]?.code ?? staff.rawValue }

  private func time(_ instant: Instant) -> String {
    data.program.zone.local(instant).time.description
  }
}

extension DayReport {
  /// In the shape that `decisions.md` 7 promises to scripts.
  var json: JSONValue {
    var parts: [(String, JSONValue)] = [
      ("date", .string(date.description)),
      ("groups", .array(data.sessions(on: date).map(json))),
      ("appointments", .array(meetingsShown.map(json))),
    ]
    if hidesNames { parts.append(("withheld", .string(Self.withheld))) }
    return .object(parts)
  }

  private func json(_ session: GroupSession) -> JSONValue {
    .object([
      ("session", .string(session.id.rawValue)),
      ("group", .optional(data.group(of: session)?.code)),
      ("title", .string(data.title(of: session))),
      ("start", .string(time(session.state.scheduledStart))),
      ("end", .string(time(session.state.scheduledEnd))),
      ("status", .string(session.state.status.stored)),
      ("lead", .string(staffCode(session.state.leadID))),
      ("roster", .array(rowsShown(of: session).map { json($0, in: session) })),
    ])
  }

  private func json(_ row: AttendanceRow, in session: GroupSession) -> JSONValue {
    .object([
      ("mrn", .string(mrn(row.clientID))),
      ("name", .optional(data.clients[row.clientID]?.fullName)),
      ("status", .string(row.status.stored)),
      ("in", .optional(row.firstIn.map(time))),
      ("out", .optional(row.segments.last?.end.map(time))),
      ("minutes", .number(data.creditedMinutes(of: row, in: session, now: now))),
      ("reason", .optional(row.absenceReason?.stored)),
    ])
  }

  private func json(_ meeting: Appointment) -> JSONValue {
    .object([
      ("id", .string(meeting.id.rawValue)),
      ("mrn", .string(mrn(meeting.clientID))),
      ("name", .optional(data.clients[meeting.clientID]?.fullName)),
      ("counselor", .string(staffCode(meeting.state.counselorID))),
      ("kind", .string(meeting.kind.stored)),
      ("start", .string(time(meeting.state.scheduledStart))),
      ("end", .string(time(meeting.state.scheduledEnd))),
      ("status", .string(meeting.state.status.stored)),
      ("minutes", .number(data.actualMinutes(of: meeting))),
    ])
  }
}
