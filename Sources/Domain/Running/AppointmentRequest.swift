/// What a counselor asks of an individual appointment.
package enum AppointmentRequest: Hashable, Sendable {
  /// Here on time; again: kept, ends now.
  case arriveOrEnd
  /// Here late; nil stamps now.
  case late(at: Instant?)
  case noShow
  /// Called off by the client; the notice decides whether it is a late cancel (BR-22).
  case cancelledByClient(notice: Instant?, reason: AbsenceReason?)
  case cancelledByProgram
  case changeTimes(TypedTimes)
  case changeReason(AbsenceReason)
  case clear
  /// What stands where two differ: what a change holds; nil keeps it as it is.
  case decide(ChangeID?)
  /// Somebody else meets the client, at the same time.
  case give(to: StaffID)
  /// Another time: a new appointment there, linked from this one, which is rescheduled then.
  case reschedule(NewTime)
}

extension ProgramData {
  /// Whether it only says that the client has come.
  private func isArrival(_ request: AppointmentRequest, at state: AppointmentState) -> Bool {
    switch request {
    case .arriveOrEnd: state.status == .booked
    case .late: true
    case .noShow, .cancelledByClient, .cancelledByProgram, .changeTimes, .changeReason, .clear,
      .reschedule, .give, .decide:
      false
    }
  }
}

/// Where an appointment is moved to.
package struct NewTime: Hashable, Sendable {
  package var start: Instant
  /// Nil keeps the length.
  package var end: Instant?
  /// The identifier that the new appointment gets.
  package var id: AppointmentID

  package init(start: Instant, end: Instant? = nil, id: AppointmentID) {
    self.start = start
    self.end = end
    self.id = id
  }
}

extension ProgramData {
  /// The change that does what is asked of an appointment, not yet applied.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - id: The appointment.
  ///   - stamp: Who asks, and when.
  ///   - because: A reason, where one is given.
  ///   - together: Those of its repetition that the same change is about; they give their times up.
  /// - Returns: One change of everything that it takes.
  /// - Throws: `RuleViolation` when a rule refuses, or wants a reason first.
  package func change(
    _ request: AppointmentRequest,
    in id: AppointmentID,
    stamp: Stamp,
    because: String? = nil,
    together: Set<AppointmentID> = []
  ) throws(RuleViolation) -> Change {
    guard let appointment = appointments[id] else { throw .notLoaded }
    try allowMarks(by: stamp.staff, isArrival: isArrival(request, at: appointment.state))
    var work = AppointmentWork(data: self, appointment: appointment, stamp: stamp)
    work.because = because.flatMap(\.unlessBlank)
    work.together = together
    if case .reschedule(let time) = request { return try work.moved(to: time) }
    try work.perform(request)
    let isKept = request == .decide(nil)
    guard isKept || work.state != appointment.state else {
      throw .nothingToDo("That is so already.")
    }
    try work.checkElsewhere()
    try work.checkBooking()
    let edit = AppointmentEdit(before: appointment.state, after: work.state)
    let change = newChange(stamp, because: work.because, edits: [.appointment(id, edit)])
    try checkOwnMeetings(change)
    return change
  }
}
