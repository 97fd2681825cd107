import App
import Domain

/// What the panes of the Day screen show, looked up once for a frame.
struct DayContents {
  let sessions: [GroupSession]
  let appointments: [Appointment]
  let session: GroupSession?
  /// The places in the session's roster of the rows that are shown.
  let places: [Int]
  /// Names of the shown rows, in their order.
  let names: RosterNames
  /// The selected one of the shown rows; 0 where there is none.
  let selected: Int

  init(_ state: AppState) {
    sessions = state.shownSessions
    appointments = state.shownAppointments
    let session = state.openSession
    self.session = session
    places = state.shownPlaces
    let clients = places.compactMap { session?.rows[$0].clientID }
    names = RosterNames(of: clients, in: state)
    selected = clients.firstIndex { $0 == state.attendance.cursor } ?? 0
  }
}
