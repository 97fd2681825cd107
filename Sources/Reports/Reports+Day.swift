package import Domain

extension Reports {
  /// A day's rosters and appointments: one row per client and meeting, by start.
  ///
  /// - Parameters:
  ///   - date: The day.
  ///   - staff: Only the groups this person leads or co-leads and the own appointments; nil is all.
  ///   - data: Has the day's week loaded; else the table has no rows.
  ///   - now: Where an open stay ends.
  /// - Returns: Times as "09:00", minutes as credited so far, empty where they say nothing.
  package static func day(
    _ date: CalendarDate,
    of staff: StaffID? = nil,
    in data: ProgramData,
    now: Instant
  ) -> ReportTable {
    var table = ReportTable(
      title: "Day, \(date.shortName)",
      columns: [
        .init("Time"), .init("Meeting"), .init("Code"), .init("Client"), .init("Status"),
        .init("In"), .init("Out"), .init("Minutes", isNumber: true),
      ]
    )
    var rows: [(start: Instant, cells: [String])] = []
    for session in data.sessions(on: date) where session.state.isLed(by: staff) {
      for row in session.rows {
        rows.append((session.state.scheduledStart, cells(of: row, in: session, data, now)))
      }
    }
    for appointment in data.appointments(on: date)
    where staff == nil || appointment.state.counselorID == staff {
      rows.append((appointment.state.scheduledStart, cells(of: appointment, data)))
    }
    let order = rows.indices.sorted { (rows[$0].start, $0) < (rows[$1].start, $1) }
    table.rows = order.map { rows[$0].cells }
    return table
  }

  private static func cells(
    of row: AttendanceRow,
    in session: GroupSession,
    _ data: ProgramData,
    _ now: Instant
  ) -> [String] {
    let code = data.code(of: session)
    let title = data.title(of: session)
    let minutes = data.creditedMinutes(of: row, in: session, now: now)
    return [
      clock(session.state.scheduledStart, data), code.isEmpty ? title : code + " " + title,
      data.clients[row.clientID]?.mrn ?? row.clientID.rawValue,
      data.clients[row.clientID]?.roomName ?? "",
      row.status.isUnmarked ? "not marked" : row.status.word,
      clock(row.firstIn, data), clock(row.segments.last?.end, data),
      row.status.isAttended || minutes > 0 ? "\(minutes)" : "",
    ]
  }

  private static func cells(of appointment: Appointment, _ data: ProgramData) -> [String] {
    let state = appointment.state
    let client = data.clients[appointment.clientID]
    let counselor = data.staff[state.counselorID].map { " with " + $0.code } ?? ""
    return [
      clock(state.scheduledStart, data), appointment.kindWord + counselor,
      client?.mrn ?? appointment.clientID.rawValue, client?.roomName ?? "", state.status.word,
      clock(state.actualStart, data), clock(state.actualEnd, data),
      state.status.isKept ? "\(data.actualMinutes(of: appointment))" : "",
    ]
  }

  private static func clock(_ instant: Instant?, _ data: ProgramData) -> String {
    instant.map { data.program.zone.local($0).time.description } ?? ""
  }
}

extension SessionState {
  /// Whether the person leads or co-leads it; nil is anybody.
  fileprivate func isLed(by staff: StaffID?) -> Bool {
    guard let staff else { return true }
    return leadID == staff || coLeadIDs.contains(staff)
  }
}
