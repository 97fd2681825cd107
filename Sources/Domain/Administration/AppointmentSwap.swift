/// Two appointments that exchange their times.
package struct AppointmentSwap: Hashable, Sendable {
  package var first: AppointmentID
  package var second: AppointmentID
  /// The identifiers of what is booked at the other's time.
  package var newFirst: AppointmentID
  package var newSecond: AppointmentID

  package init(
    _ first: AppointmentID,
    with second: AppointmentID,
    newFirst: AppointmentID,
    newSecond: AppointmentID
  ) {
    self.first = first
    self.second = second
    self.newFirst = newFirst
    self.newSecond = newSecond
  }
}

extension ProgramData {
  /// The appointments that one may exchange times with, by time.
  ///
  /// Booked, of today or later, with the same counselor and another client. Weeks that aren't loaded
  /// are not looked into.
  package func partners(toSwap id: AppointmentID, asOf now: Instant) -> [Appointment] {
    guard let one = appointments[id] else { return [] }
    let today = today(at: now)
    return appointments.values.filter {
      $0.clientID != one.clientID && $0.state.counselorID == one.state.counselorID
        && $0.state.status == .booked && !$0.state.isWithdrawn && $0.serviceDate >= today
    }.sorted { ($0.state.scheduledStart, $0.id) < ($1.state.scheduledStart, $1.id) }
  }

  /// The change that lets two appointments begin when the other one did, not yet applied; each keeps
  /// its length and its room, and leaves its repetition.
  ///
  /// - Parameters:
  ///   - swap: Which two.
  ///   - stamp: Who asks, and when.
  ///   - because: A reason, where one is given.
  /// - Returns: One change of both.
  /// - Throws: As moving one does; also where the two would overlap.
  package func change(
    _ swap: AppointmentSwap,
    stamp: Stamp,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    guard let first = appointments[swap.first], let second = appointments[swap.second] else {
      throw .notLoaded
    }
    var whole = newChange(stamp, because: because.flatMap(\.unlessBlank))
    for (one, other, new) in [(first, second, swap.newFirst), (second, first, swap.newSecond)] {
      let part = try change(
        .reschedule(NewTime(start: other.state.scheduledStart, id: new)),
        in: one.id,
        stamp: stamp,
        because: because,
        together: [first.id, second.id]
      )
      whole.take(part)
    }
    let times = whole.booked.map(\.state.plannedTime)
    if zip(times, times.dropFirst()).contains(where: { $0.overlaps($1) }) {
      throw .wrongState("They would overlap: one is longer than the other's time has room for.")
    }
    for place in whole.booked.indices { whole.booked[place].repetitionID = nil }
    return whole
  }
}
