/// Meetings and appointments that somebody else takes over: one's own of a day, or of a week.
///
/// - Source: `domain.md` 6, K16.
package struct Substitution: Hashable, Sendable {
  package var staff: StaffID
  package var sessions: [SessionID]
  package var appointments: [AppointmentID]

  package init(by staff: StaffID, sessions: [SessionID], appointments: [AppointmentID] = []) {
    self.staff = staff
    self.sessions = sessions
    self.appointments = appointments
  }

  /// How many are taken over.
  package var count: Int { sessions.count + appointments.count }
}

extension ProgramData {
  /// What of somebody's is still to be held, of days whose weeks are loaded, taken over by another.
  ///
  /// - Parameters:
  ///   - lead: Whose meetings and appointments.
  ///   - staff: Who takes them over.
  ///   - days: In any order.
  ///   - group: Of this group alone, without appointments; nil is all.
  /// - Returns: By time; empty where nothing is left.
  package func substitution(
    for lead: StaffID,
    by staff: StaffID,
    on days: [CalendarDate],
    of group: GroupID? = nil
  ) -> Substitution {
    let meetings = days.sorted().flatMap(sessions(on:)).filter {
      $0.state.leadID == lead && ($0.state.status == .scheduled || $0.state.status == .inProgress)
        && (group == nil || $0.groupID == group)
    }
    let booked = days.sorted().flatMap(appointments(on:)).filter {
      group == nil && $0.state.counselorID == lead && $0.state.status == .booked
    }
    return Substitution(
      by: staff,
      sessions: meetings.map(\.id),
      appointments: booked.map(\.id)
    )
  }

  /// The change that gives all of it to somebody else, not yet applied: all of it, or nothing.
  ///
  /// - Throws: What speaks against one of them, as for one alone.
  package func change(
    _ substitution: Substitution,
    stamp: Stamp,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    var whole = newChange(stamp, because: because.flatMap(\.unlessBlank))
    for id in substitution.sessions {
      whole.take(
        try change(.substitute(substitution.staff), in: id, stamp: stamp, because: because)
      )
    }
    let together = Set(substitution.appointments)
    for id in substitution.appointments {
      whole.take(
        try change(
          .give(to: substitution.staff),
          in: id,
          stamp: stamp,
          because: because,
          together: together
        )
      )
    }
    guard !whole.edits.isEmpty else { throw .nothingToDo("Nothing is left to take over.") }
    return whole
  }
}
