/// No overlap of appointments for a counselor, a client or a room.
extension ProgramData {
  /// What an appointment's time would take twice, in words; nil where nothing.
  ///
  /// - Parameters:
  ///   - mine: With the time it wants.
  ///   - leaving: Appointments that give their time up in the same change.
  ///   - isJudged: Says which of the others count.
  /// - Returns: "the client", "the counselor" or "the room".
  /// - Source: `domain.md` 4.11.
  func doubleBooking(
    of mine: Appointment,
    leaving: Set<AppointmentID> = [],
    where isJudged: (Appointment) -> Bool = { _ in true }
  ) -> String? {
    let time = mine.state.plannedTime
    for date in [-1, 0, 1].map(mine.serviceDate.adding(days:)) {
      for other in appointments(on: date) where other.id != mine.id && !leaving.contains(other.id) {
        guard other.state.holdsItsTime, other.state.plannedTime.overlaps(time) else { continue }
        guard isJudged(other) else { continue }
        if other.clientID == mine.clientID { return "the client" }
        if other.state.counselorID == mine.state.counselorID { return "the counselor" }
        if let room = mine.state.roomID, other.state.roomID == room { return "the room" }
      }
    }
    return nil
  }
}

extension AppointmentState {
  package var plannedTime: Interval { Interval(start: scheduledStart, end: scheduledEnd) }

  /// Whether counselor, client and room are taken during the planned time.
  package var holdsItsTime: Bool { !isWithdrawn && (status.isOpen || status.isKept) }
}
