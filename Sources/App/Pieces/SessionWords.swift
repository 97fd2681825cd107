package import Domain

/// How a meeting of a group stands, in words.
extension AppState {
  /// Whether it began on an earlier day and nobody finished it.
  package func isLeftOpen(_ session: GroupSession) -> Bool {
    session.state.status == .inProgress && session.serviceDate < today
  }

  /// "LIVE"; "open" for one that was left so.
  package func word(of session: GroupSession) -> String {
    isLeftOpen(session) ? "open" : session.state.status.word
  }

  /// "Wed 4 Mar 10:40", with the year where it is another one.
  package func dayAndTime(_ instant: Instant) -> String {
    let (date, time) = data.program.zone.local(instant)
    return "\(date.dayName(on: today)) \(time)"
  }
}
