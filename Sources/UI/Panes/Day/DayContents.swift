import App
import Domain

/// What the panes of the Day screen show, looked up once for a frame.
struct DayContents {
  let sessions: [GroupSession]
  let appointments: [Appointment]
  let session: GroupSession?
  let rows: [(number: Int, row: AttendanceRow)]
  /// Names of `rows`, by place.
  let names: RosterNames
  /// The selected one of `rows`; 0 where there is none.
  let selected: Int

  init(_ state: AppState) {
    sessions = state.shownSessions
    appointments = state.shownAppointments
    session = state.openSession
    rows = state.shownRows
    names = RosterNames(of: rows.map(\.row.clientID), in: state)
    let cursor = state.attendance.cursor
    selected = rows.firstIndex { $0.row.clientID == cursor } ?? 0
  }
}
