/// Moving an appointment to another time.
extension AppointmentWork {
  /// The change that books the new appointment and links the old one to it, the new one first.
  ///
  /// Overlapping appointments are refused; what may be right all the same wants a reason.
  func moved(to time: NewTime) throws(RuleViolation) -> Change {
    try checkMovable()
    let end = time.end?.floorToMinute() ?? time.start.floorToMinute().adding(minutes: length)
    let new = try booking(from: time.start.floorToMinute(), to: end, id: time.id)
    if let other = data.doubleBooking(of: new, leaving: [appointment.id]) {
      throw .wrongState("That time is taken: \(other) is booked then.")
    }
    let doubts = doubts(about: new)
    if because == nil, !doubts.isEmpty {
      throw .needsWords(doubts.joined(separator: " ") + " Why then all the same?")
    }
    var withdrawn = new
    withdrawn.state.isWithdrawn = true
    var after = state
    after.status = .rescheduled
    after.rescheduledTo = new.id
    return Change(
      id: stamp.changeID,
      order: data.nextOrder,
      at: stamp.now,
      by: stamp.staff,
      reason: because,
      edits: [
        .appointment(new.id, AppointmentEdit(before: withdrawn.state, after: new.state)),
        .appointment(appointment.id, AppointmentEdit(before: state, after: after)),
      ],
      booked: [withdrawn]
    )
  }

  private var length: Int { state.plannedTime.minutes }

  private func checkMovable() throws(RuleViolation) {
    if case .unknown(let word) = state.status { throw .unknownStatus(word) }
    guard state.status != .rescheduled else {
      throw .wrongState("This appointment was moved; mark the new one.")
    }
    guard state.status == .booked else {
      throw .wrongState("Only a booked one can be moved; - clears its mark first.")
    }
  }

  private func booking(
    from start: Instant,
    to end: Instant,
    id: AppointmentID
  ) throws(RuleViolation) -> Appointment {
    guard end > start else { throw .timeOutOfRange("The end must be after the start.") }
    guard end <= start.adding(minutes: 720) else {
      throw .timeOutOfRange("An appointment is at most 12 hours long.")
    }
    guard start != state.scheduledStart || end != state.scheduledEnd else {
      throw .nothingToDo("That is its time already.")
    }
    let date = data.program.zone.date(of: start)
    guard date >= today else {
      throw .timeOutOfRange("That day is over; give one that is still to come.")
    }
    guard data.isLoaded(date), data.appointments[id] == nil else { throw .notLoaded }
    guard data.episodes[appointment.episodeID]?.isOpen(on: date) ?? false else {
      throw .wrongState("No open episode on that day, so nothing can be booked.")
    }
    var new = AppointmentState(
      scheduledStart: start,
      scheduledEnd: end,
      counselorID: state.counselorID,
      roomID: state.roomID
    )
    new.modality = state.modality
    return Appointment(
      id: id,
      clientID: appointment.clientID,
      episodeID: appointment.episodeID,
      kind: appointment.kind,
      serviceDate: date,
      countsTowardHours: appointment.countsTowardHours,
      state: new
    )
  }

  /// What speaks against the new time and may be right all the same, a sentence each.
  private func doubts(about new: Appointment) -> [String] {
    let date = new.serviceDate
    var doubts: [String] = []
    if data.isClosed(on: date) { doubts.append("The program is closed on that day.") }
    if let leave = data.episodes[new.episodeID]?.leave(on: date) {
      doubts.append("On leave on that day: \(leave.reason).")
    }
    for session in [-1, 0, 1].flatMap({ data.sessions(on: date.adding(days: $0)) })
    where !session.state.status.isCancelled
      && session.state.plannedTime.overlaps(new.state.plannedTime)
    {
      let title = data.title(of: session)
      let row = session.row(of: new.clientID)
      if let row, row.status.isUnmarked || row.status.isAttended {
        doubts.append("The client is on the roster of \(title) then.")
      }
      let leads = [session.state.leadID] + session.state.coLeadIDs
      if leads.contains(new.state.counselorID) {
        doubts.append("The counselor leads \(title) then.")
      }
    }
    return doubts
  }
}

extension SessionState {
  fileprivate var plannedTime: Interval { Interval(start: scheduledStart, end: scheduledEnd) }
}
