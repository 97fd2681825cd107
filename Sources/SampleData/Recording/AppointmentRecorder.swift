import Domain

/// Plays what became of one booked meeting, as its counselor would mark it.
struct AppointmentRecorder {
  private(set) var appointment: Appointment

  init(booked: Appointment) { appointment = booked }

  private var start: Instant { appointment.state.scheduledStart }

  mutating func record(_ outcome: AppointmentOutcome, in chronicle: inout Chronicle) {
    switch outcome {
    case .kept(let minutes): keep(.kept, from: 0, minutes: minutes, in: &chronicle)
    case .lateKept(let minute): keep(.lateKept, from: minute, minutes: nil, in: &chronicle)
    case .noShow:
      change(at: start.adding(seconds: 1_220), in: &chronicle) { $0.status = .noShow }
    case .cancelled(let reason, let notice):
      cancel(.cancelledClient, reason, notice: notice, in: &chronicle)
    case .cancelledLate(let reason, let notice):
      cancel(.cancelledClientLate, reason, notice: notice, in: &chronicle)
    case .cancelledByProgram(let reason, let notice):
      change(at: start.adding(minutes: -notice), because: reason, in: &chronicle) {
        $0.status = .cancelledProgram
        $0.programReason = reason
      }
    case .rescheduled(let id, let notice):
      change(at: start.adding(minutes: -notice), in: &chronicle) {
        $0.status = .rescheduled
        $0.rescheduledTo = id
      }
    }
  }

  private mutating func keep(
    _ status: AppointmentStatus,
    from minute: Int,
    minutes: Int?,
    in chronicle: inout Chronicle
  ) {
    let begin = start.adding(minutes: minute)
    let end = minutes.map { begin.adding(minutes: $0) } ?? appointment.state.scheduledEnd
    change(at: begin.adding(seconds: 25), in: &chronicle) {
      $0.status = .arrived
      $0.actualStart = begin
    }
    change(at: end.adding(seconds: 30), in: &chronicle) {
      $0.status = status
      $0.actualEnd = end
    }
  }

  private mutating func cancel(
    _ status: AppointmentStatus,
    _ reason: AbsenceReason,
    notice: Int,
    in chronicle: inout Chronicle
  ) {
    let at = start.adding(minutes: -notice)
    change(at: at.adding(seconds: 45), in: &chronicle) {
      $0.status = status
      $0.cancelNoticeAt = at
      $0.reason = .known(reason)
    }
  }

  private mutating func change(
    at instant: Instant,
    because reason: String? = nil,
    in chronicle: inout Chronicle,
    _ edit: (inout AppointmentState) -> Void
  ) {
    let before = appointment.state
    edit(&appointment.state)
    var change = chronicle.change(at: instant, by: before.counselorID)
    change.reason = reason
    appointment.history.append(
      change.entry(AppointmentEdit(before: before, after: appointment.state))
    )
  }
}
