/// One meeting on somebody's schedule.
package struct ScheduleItem: Hashable, Sendable {
  package var id: ScheduleItemID
  package var start: Instant
  package var end: Instant
  /// Whether it was called off or moved.
  package var isCalledOff: Bool
}

package enum ScheduleItemID: Hashable, Sendable {
  case session(SessionID)
  case appointment(AppointmentID)
}

extension ProgramData {
  /// A day's groups and appointments in one order, by start.
  ///
  /// - Parameters:
  ///   - date: A day of a loaded week; of others nothing is known.
  ///   - staff: Whose; nil is everyone's.
  /// - Returns: What was called off too.
  package func schedule(on date: CalendarDate, of staff: StaffID?) -> [ScheduleItem] {
    let week = weeks[weekStart(of: date)]
    var items: [ScheduleItem] = []
    for id in week?.sessionsByDay[date] ?? [] {
      guard let state = sessions[id]?.state, isOn(state, staff) else { continue }
      items.append(
        ScheduleItem(
          id: .session(id),
          start: state.scheduledStart,
          end: state.scheduledEnd,
          isCalledOff: state.status.isCancelled
        )
      )
    }
    for id in week?.appointmentsByDay[date] ?? [] {
      guard let state = appointments[id]?.state, staff.map({ state.counselorID == $0 }) ?? true
      else { continue }
      items.append(
        ScheduleItem(
          id: .appointment(id),
          start: state.scheduledStart,
          end: state.scheduledEnd,
          isCalledOff: !state.holdsItsTime
        )
      )
    }
    // Groups first where both begin at once; each list is in its order already.
    return items.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
  }

  private func isOn(_ state: SessionState, _ staff: StaffID?) -> Bool {
    guard let staff else { return true }
    return state.leadID == staff || state.coLeadIDs.contains(staff)
      || state.substituteFor == staff
  }
}
