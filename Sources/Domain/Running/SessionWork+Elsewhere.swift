/// A client is present in only one place at a time.
///
/// A presence that nobody ended reaches to its planned end: a group that was not finished doesn't
/// hold its people for the rest of the day.
extension SessionWork {
  func checkElsewhere(_ row: AttendanceRow) throws(RuleViolation) {
    let week = data.weekStart(of: session.serviceDate)
    guard let index = data.weeks[week] else { return }
    let mine = row.segments.map { $0.interval(until: session.state.scheduledEnd) }
    for id in index.sessionsByClient[row.clientID] ?? [] where id != session.id {
      guard let other = data.sessions[id], let there = other.row(of: row.clientID) else { continue }
      for segment in there.segments {
        let interval = segment.interval(until: other.state.scheduledEnd)
        if mine.contains(where: { $0.overlaps(interval) }) {
          throw .presentElsewhere(row.clientID, place: data.title(of: other), at: segment.start)
        }
      }
    }
    for id in index.appointmentsByClient[row.clientID] ?? [] {
      guard let interval = data.appointments[id]?.state.presence else { continue }
      if mine.contains(where: { $0.overlaps(interval) }) {
        throw .presentElsewhere(
          row.clientID,
          place: "an individual session",
          at: interval.start
        )
      }
    }
  }
}

extension PresenceSegment {
  /// The segment as an interval, an open one ending at `end`.
  package func interval(until end: Instant) -> Interval {
    Interval(start: start, end: max(self.end ?? end, start))
  }
}

extension AppointmentState {
  /// From the actual start to the actual or planned end; nil while the client hasn't come.
  package var presence: Interval? {
    guard let actualStart, status.isKept || status.isOpen else { return nil }
    return Interval(start: actualStart, end: max(actualEnd ?? scheduledEnd, actualStart))
  }
}
