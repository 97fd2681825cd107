/// A client is present in only one place at a time.
///
/// A presence that nobody ended reaches to its planned end: a group that was not finished doesn't
/// hold its people for the rest of the day.
extension ProgramData {
  /// Where else the client of a row is present during the row's stays; nil where nowhere.
  func elsewhere(_ row: AttendanceRow, in session: GroupSession) -> OtherPlace? {
    let end = session.state.scheduledEnd
    return elsewhere(
      row.clientID,
      row.segments.map { $0.interval(until: end) },
      .session(session.id)
    )
  }

  /// Where else a client is present during some times.
  ///
  /// - Parameters:
  ///   - client: Who.
  ///   - times: When.
  ///   - record: What isn't elsewhere.
  /// - Returns: The first such place of the weeks around, nil where there is none.
  func elsewhere(
    _ client: ClientID,
    _ times: [Interval],
    _ record: RecordReference
  ) -> OtherPlace? {
    for index in weeks(around: times) {
      for id in index.sessionsByClient[client] ?? [] where record != .session(id) {
        guard let other = sessions[id], let row = other.row(of: client) else { continue }
        for segment in row.segments {
          let there = segment.interval(until: other.state.scheduledEnd)
          guard times.contains(where: there.overlaps) else { continue }
          return OtherPlace(place: title(of: other), start: there.start)
        }
      }
      for id in index.appointmentsByClient[client] ?? [] where record != .appointment(id) {
        guard let there = appointments[id]?.state.presence else { continue }
        guard times.contains(where: there.overlaps) else { continue }
        return OtherPlace(place: "an individual session", start: there.start)
      }
    }
    return nil
  }

  /// The loaded weeks that may hold something at the times; a meeting may go past midnight.
  private func weeks(around times: [Interval]) -> [WeekIndex] {
    guard let first = times.first else { return [] }
    let date = program.zone.date(of: first.start)
    let starts = Set([-1, 0, 1].map { weekStart(of: date.adding(days: $0)) })
    return starts.sorted().compactMap { weeks[$0] }
  }
}

/// Where a client is at the same time.
struct OtherPlace {
  let place: String
  let start: Instant
}

extension AppointmentState {
  /// From the actual start to the actual or planned end; nil while the client hasn't come.
  package var presence: Interval? {
    guard let actualStart, status.isKept || status.isOpen else { return nil }
    return Interval(start: actualStart, end: max(actualEnd ?? scheduledEnd, actualStart))
  }
}
