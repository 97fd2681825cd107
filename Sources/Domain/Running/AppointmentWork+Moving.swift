/// Moving an appointment to another time, or to another counselor.
extension AppointmentWork {
  /// The change that books the new appointment and links the old one to it, the new one first.
  ///
  /// Overlapping appointments are refused; what may be right all the same wants a reason.
  func moved(to time: NewTime) throws(RuleViolation) -> Change {
    try checkMovable()
    let end = time.end?.floorToMinute() ?? time.start.floorToMinute().adding(minutes: length)
    let new = try booking(from: time.start.floorToMinute(), to: end, id: time.id)
    if let other = data.doubleBooking(of: new, leaving: together.union([appointment.id])) {
      throw .wrongState("That time is taken: \(other) is booked then.")
    }
    let doubts = data.bookingDoubts(about: new)
    if because == nil, !doubts.isEmpty {
      throw .doubts(doubts)
    }
    var withdrawn = new
    withdrawn.state.isWithdrawn = true
    var after = state
    after.status = .rescheduled
    after.rescheduledTo = new.id
    return data.newChange(
      stamp,
      because: because,
      edits: [
        .appointment(new.id, AppointmentEdit(before: withdrawn.state, after: new.state)),
        .appointment(appointment.id, AppointmentEdit(before: state, after: after)),
      ],
      booked: [withdrawn]
    )
  }

  /// Who meets the client; the time stays.
  mutating func give(to counselor: StaffID) throws(RuleViolation) {
    guard state.status == .booked, !isPastDay else {
      throw .wrongState("Only a booked one that is still to come can be given to somebody else.")
    }
    guard let person = data.staff[counselor], person.isActive else {
      throw .wrongState("The counselor is of the staff.")
    }
    guard counselor != state.counselorID else {
      throw .nothingToDo("\(person.code) has it already.")
    }
    var mine = appointment
    mine.state.counselorID = counselor
    if let other = data.doubleBooking(of: mine) {
      throw .wrongState("That time is taken: \(other) is booked then.")
    }
    let doubts = data.counselorDoubts(about: mine)
    if because == nil, !doubts.isEmpty { throw .doubts(doubts) }
    state.counselorID = counselor
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
      repetitionID: together.isEmpty ? nil : appointment.repetitionID,
      state: new
    )
  }
}
