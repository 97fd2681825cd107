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
}

extension ProgramData {
  /// The change that does what is asked of an appointment, not yet applied.
  ///
  /// - Throws: `RuleViolation` when a rule refuses, or wants a reason first.
  package func change(
    _ request: AppointmentRequest,
    in id: AppointmentID,
    stamp: Stamp,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    guard let appointment = appointments[id] else { throw .notLoaded }
    var work = AppointmentWork(data: self, appointment: appointment, stamp: stamp)
    work.because = because
    try work.perform(request)
    guard work.state != appointment.state else { throw .nothingToDo("That is so already.") }
    try work.checkElsewhere()
    let edit = AppointmentEdit(before: appointment.state, after: work.state)
    return Change(
      id: stamp.changeID,
      order: highestOrder + 1,
      at: stamp.now,
      by: stamp.staff,
      reason: because,
      edits: [.appointment(id, edit)]
    )
  }
}

/// A working copy of one appointment's state on which a request is carried out.
struct AppointmentWork {
  let data: ProgramData
  let appointment: Appointment
  var state: AppointmentState
  let stamp: Stamp
  var because: String?
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

  var isPastDay: Bool { appointment.serviceDate < today }

  mutating func perform(_ request: AppointmentRequest) throws(RuleViolation) {
    if case .unknown(let word) = state.status { throw .unknownStatus(word) }
    switch request {
    case .arriveOrEnd: try arriveOrEnd()
    case .late(let at): try arriveLate(at: at)
    case .noShow: try noShow()
    case .cancelledByClient(let notice, let reason): cancel(notice: notice, reason: reason)
    case .cancelledByProgram: try cancelByProgram()
    case .changeTimes(let times): try changeTimes(times)
    case .changeReason(let reason): state.reason = .known(reason)
    case .clear: try clear()
    }
  }

  private mutating func arriveOrEnd() throws(RuleViolation) {
    if state.status == .arrived || state.status == .inProgress { return try end() }
    guard appointment.serviceDate <= today else {
      throw .wrongState("This appointment is on another day.")
    }
    guard !state.status.isKept else { throw .nothingToDo("Kept already; = changes the times.") }
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
      throw .wrongState("It begins at \(data.program.zone.local(start).time); p again ends it.")
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

  private mutating func cancel(notice: Instant?, reason: AbsenceReason?) {
    let at = notice ?? now
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
      guard !isPastDay else { throw .needsTime }
      let latest = state.scheduledEnd.adding(minutes: AppointmentWork.overtimeMinutes)
      guard now <= latest else {
        throw .timeOutOfRange("It was planned earlier; type the time (= changes it).")
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

  /// A client is present in only one place at a time.
  func checkElsewhere() throws(RuleViolation) {
    guard let mine = state.presence,
      let index = data.weeks[data.weekStart(of: appointment.serviceDate)]
    else { return }
    for id in index.sessionsByClient[appointment.clientID] ?? [] {
      guard let other = data.sessions[id], let row = other.row(of: appointment.clientID) else {
        continue
      }
      for segment in row.segments
      where segment.interval(until: other.state.scheduledEnd).overlaps(mine) {
        throw .presentElsewhere(
          appointment.clientID,
          place: data.title(of: other),
          at: segment.start
        )
      }
    }
  }
}
