/// A working copy of one appointment's state on which a request is carried out.
struct AppointmentWork {
  let data: ProgramData
  let appointment: Appointment
  var state: AppointmentState
  let stamp: Stamp
  var because: String?
  /// Those of its repetition that the same change moves; empty where it is about this one alone.
  var together: Set<AppointmentID> = []
  let rules: RuleSet
  let now: Instant
  let today: CalendarDate

  /// How long after the planned end "kept" still stamps now.
  static let overtimeMinutes = 15

  init(data: ProgramData, appointment: Appointment, stamp: Stamp) {
    self.data = data
    self.appointment = appointment
    state = appointment.state
    self.stamp = stamp
    rules = data.rules(on: appointment.serviceDate)
    now = stamp.now.floorToMinute()
    today = data.today(at: stamp.now)
  }

  /// Whether it belongs to a day that is over; one that goes past midnight to its last.
  var isPastDay: Bool { data.lastDate(until: state.scheduledEnd) < today }

  mutating func perform(_ request: AppointmentRequest) throws(RuleViolation) {
    if case .unknown(let word) = state.status { throw .unknownStatus(word) }
    guard state.status != .rescheduled else {
      throw .wrongState("This appointment was moved; mark the new one.")
    }
    switch request {
    case .arriveOrEnd: try arriveOrEnd()
    case .late(let at): try arriveLate(at: at)
    case .noShow: try noShow()
    case .cancelledByClient(let notice, let reason):
      try cancel(notice: notice, reason: reason)
    case .cancelledByProgram: try cancelByProgram()
    case .changeTimes(let times): try changeTimes(times)
    case .changeReason(let reason): try changeReason(reason)
    case .clear: try clear()
    case .give(let counselor): try give(to: counselor)
    case .decide(let change): try decide(change)
    case .reschedule: break
    }
  }

  private mutating func arriveOrEnd() throws(RuleViolation) {
    if state.status == .arrived || state.status == .inProgress { return try end() }
    guard appointment.serviceDate <= today else {
      throw .wrongState("This appointment is on another day.")
    }
    guard !state.status.isKept else { throw .nothingToDo("Kept already; = changes the times.") }
    let start = state.scheduledStart
    guard now >= start.adding(minutes: -SessionWork.earliestBeginMinutes) else {
      throw .wrongState("It begins at \(clock(start)); p works from an hour before.")
    }
    resetAbsence()
    state.status = .arrived
    state.actualStart = state.scheduledStart
    state.actualEnd = nil
  }

  private mutating func end() throws(RuleViolation) {
    let start = state.actualStart ?? state.scheduledStart
    let latest = state.scheduledEnd.adding(minutes: AppointmentWork.overtimeMinutes)
    let end = isPastDay || now > latest ? max(state.scheduledEnd, start) : now
    guard end > start else {
      throw .wrongState("It begins at \(clock(start)); p again ends it.")
    }
    state.actualEnd = end
    state.status = start > state.scheduledStart ? .lateKept : .kept
  }

  private mutating func arriveLate(at typed: Instant?) throws(RuleViolation) {
    let arrival = try stampedTime(typed)
    guard arrival > state.scheduledStart else {
      throw .timeOutOfRange("Arriving by the planned start is p.")
    }
    guard arrival < state.actualEnd ?? arrival.adding(minutes: 1) else {
      throw .timeOutOfRange("It must be before the end.")
    }
    resetAbsence()
    state.actualStart = arrival
    state.status = state.actualEnd == nil ? .arrived : .lateKept
  }

  private mutating func noShow() throws(RuleViolation) {
    guard now >= state.scheduledStart else {
      throw .wrongState("Nobody is a no-show before the start; x marks who called off.")
    }
    resetAbsence()
    state.status = .noShow
    state.actualStart = nil
    state.actualEnd = nil
  }

  private mutating func cancel(
    notice: Instant?,
    reason: AbsenceReason?
  ) throws(RuleViolation) {
    let at = notice?.floorToMinute() ?? now
    guard at <= now else { throw .timeOutOfRange("It is still to come.") }
    resetAbsence()
    let minutes = Instant.minutes(from: at, to: state.scheduledStart)
    state.status =
      minutes >= rules.cancelNoticeHours * 60 ? .cancelledClient : .cancelledClientLate
    state.cancelNoticeAt = at
    state.reason = reason.map { .known($0) }
    state.actualStart = nil
    state.actualEnd = nil
  }

  private mutating func cancelByProgram() throws(RuleViolation) {
    guard let because else { throw .needsWords("Why does the program cancel it?") }
    resetAbsence()
    state.status = .cancelledProgram
    state.programReason = because
    state.actualStart = nil
    state.actualEnd = nil
  }

  private mutating func changeReason(_ reason: AbsenceReason) throws(RuleViolation) {
    let isAbsence =
      state.status == .noShow || state.status == .cancelledClient
      || state.status == .cancelledClientLate
    guard isAbsence else { throw .wrongState("Only an absence has a reason.") }
    state.reason = .known(reason)
  }

  private mutating func changeTimes(_ times: TypedTimes) throws(RuleViolation) {
    guard state.status.isKept || state.status == .arrived || state.status == .inProgress else {
      throw .wrongState("Mark it arrived first (p).")
    }
    if let arrival = times.arrival { state.actualStart = try stampedTime(arrival) }
    if let departure = times.departure { state.actualEnd = try stampedTime(departure) }
    let start = state.actualStart ?? state.scheduledStart
    if let end = state.actualEnd {
      guard end > start else { throw .timeOutOfRange("The end must be after the start.") }
      state.status = start > state.scheduledStart ? .lateKept : .kept
    }
  }

  private mutating func clear() throws(RuleViolation) {
    guard state.status != .booked else { throw .nothingToDo("There is no mark to clear.") }
    resetAbsence()
    state.status = .booked
    state.actualStart = nil
    state.actualEnd = nil
  }

  private mutating func resetAbsence() {
    state.cancelNoticeAt = nil
    state.reason = nil
    state.programReason = nil
  }

  private func stampedTime(_ typed: Instant?) throws(RuleViolation) -> Instant {
    guard let typed else {
      guard !isPastDay else { throw .needsTime(SessionWork.earlierDay) }
      let latest = state.scheduledEnd.adding(minutes: AppointmentWork.overtimeMinutes)
      guard now <= latest else {
        throw .needsTime("it was planned until \(clock(state.scheduledEnd))")
      }
      return now
    }
    let time = typed.floorToMinute()
    guard time <= now else { throw .timeOutOfRange("It is still to come.") }
    guard time >= state.scheduledStart.adding(minutes: -720),
      time <= state.scheduledEnd.adding(minutes: 720)
    else { throw .timeOutOfRange("It must be within 12 hours of the appointment.") }
    return time
  }

  private func clock(_ instant: Instant) -> String {
    data.program.zone.local(instant).time.description
  }

  /// A client is present in only one place at a time.
  func checkElsewhere() throws(RuleViolation) {
    guard let mine = state.presence, mine != appointment.state.presence,
      let there = data.elsewhere(appointment.clientID, [mine], .appointment(appointment.id))
    else { return }
    throw .presentElsewhere(appointment.clientID, place: there.place, at: there.start)
  }

  /// One that was called off needs its time again; somebody else may have it by now.
  func checkBooking() throws(RuleViolation) {
    guard !appointment.state.holdsItsTime, state.holdsItsTime else { return }
    var mine = appointment
    mine.state = state
    guard let other = data.doubleBooking(of: mine) else { return }
    throw .wrongState("Its time is taken: \(other) is booked then.")
  }
}
