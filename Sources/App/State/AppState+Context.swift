package import Domain

extension AppState {
  /// Where the next key is looked up.
  package var context: Context {
    prompt == nil && lock == nil ? contextBelowPrompt : .text
  }

  /// The place that help and palette are about while they are open.
  package var contextBelowPrompt: Context {
    switch screen {
    case .firstRun: return .firstRun
    case .week: return .week
    case .toDo: return .toDo
    case .clients: return .clients
    case .card: return .card
    case .setUp: return .setUp
    case .calendar: return .calendar
    case .team: return .team
    case .note:
      guard note?.access == .writing else { return .reading }
      return note?.isTyping == true ? .note : .choice
    case .day:
      switch day.focus {
      case .groups: return .groups
      case .client: return .client
      case .individual: return .individual
      case .attendance: return .attendance
      }
    }
  }

  package var staff: Staff? { staffID.flatMap { data.staff[$0] } }

  /// The day's sessions that are shown: mine, or everyone's.
  package var shownSessions: [GroupSession] {
    let sessions = data.sessions(on: day.date)
    guard !day.showsAll, let staffID else { return sessions }
    return sessions.filter {
      $0.state.leadID == staffID || $0.state.coLeadIDs.contains(staffID)
        || $0.state.substituteFor == staffID
    }
  }

  package var shownAppointments: [Appointment] {
    let appointments = data.appointments(on: day.date)
    guard !day.showsAll, let staffID else { return appointments }
    return appointments.filter { $0.state.counselorID == staffID }
  }

  /// The group whose roster is shown; nil on a day without groups.
  package var openSession: GroupSession? { day.session.flatMap { data.sessions[$0] } }

  package var selectedAppointment: Appointment? {
    day.appointment.flatMap { data.appointments[$0] }
  }

  /// The places of the rows that are shown in the open group's roster; a filter hides others.
  package var shownPlaces: [Int] {
    guard let session = openSession else { return [] }
    let places = session.rows.indices
    guard let filter = attendance.filter, !filter.isEmpty else { return Array(places) }
    return places.filter { Search.matches(filter, name(of: session.rows[$0].clientID)) }
  }

  /// The rows of the open group with the number each keeps while a filter hides others.
  package var shownRows: [(number: Int, row: AttendanceRow)] {
    guard let session = openSession else { return [] }
    return shownPlaces.map { (number: $0 + 1, row: session.rows[$0]) }
  }

  /// The selected row's place among the shown ones; 0 when nothing is selected.
  package var rowIndex: Int {
    shownRows.firstIndex { $0.row.clientID == attendance.cursor } ?? 0
  }

  package var selectedRow: AttendanceRow? {
    let rows = shownRows
    return rows.isEmpty ? nil : rows[min(rowIndex, rows.count - 1)].row
  }

  /// The client that the screen is about, for the client pane and `!`.
  package var selectedClient: ClientID? {
    switch screen {
    case .firstRun: nil
    case .note: note?.clientID
    case .toDo: toDo.focus == .tasks ? selectedTask?.clientID : selectedToDo?.first.clientID
    case .team: teamClients.isEmpty ? nil : teamClients[teamIndex]
    case .clients: clientRows.isEmpty ? nil : clientRows[selectedClientRow].id
    case .card: card.client
    case .setUp: nil
    case .calendar: clientInCalendar
    case .week: week.cursor ?? weekClients.first?.client
    case .day:
      day.listOfClient == .individual ? selectedAppointment?.clientID : selectedRow?.clientID
    }
  }

  /// The name as it may be shown now: full, or first name and initial; with more letters where
  /// another client on the day's screen would be called the same.
  package func name(of client: ClientID) -> String {
    knownNames.names[client] ?? plainName(of: client)
  }

  func plainName(of client: ClientID) -> String {
    // Without a copy of the whole record: every row of every frame asks.
    guard let place = data.clients.index(forKey: client) else { return "(record missing)" }
    let names = data.clients.values
    switch roomMode {
    case .off: return showsFullNames ? names[place].fullName : names[place].roomName
    case .names: return names[place].roomName
    case .seats: return seat(of: client)
    }
  }

  /// The week's clients in the order and narrowing that the Week screen shows.
  package var weekClients: [(client: ClientID, hours: WeekHours)] {
    WeekList.rows(of: self)
  }
}
