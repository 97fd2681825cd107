import App
import Domain
import TerminalCore

extension DayView {
  func drawIndividual(in rect: Rect, on canvas: inout Canvas) {
    let inside = box(.individual, PaneID.individual.title, in: rect, on: &canvas)
    guard !contents.appointments.isEmpty else {
      put(whyNoAppointments, in: inside, on: &canvas)
      return
    }
    let selected = contents.appointments.firstIndex { $0.id == state.day.appointment }
    list(
      .individual,
      in: (inside, rect),
      of: (contents.appointments.count, selected, 2),
      on: &canvas
    ) { place, item, canvas in
      AppointmentItem(appointment: contents.appointments[place], view: self)
        .draw(in: item, on: &canvas)
    }
  }

  private var whyNoAppointments: [String] {
    let date = state.day.date
    if !state.data.isLoaded(date) { return ["This week is being read."] }
    if !state.day.showsAll, !state.data.appointments(on: date).isEmpty {
      return [
        "No individual sessions of yours on this day.",
        "\(state.said(.mineOrAll)) shows everyone's.",
      ]
    }
    return [
      "No individual sessions on this day.", "\(state.said(.book, in: .individual)) books one.",
    ]
  }
}

/// One appointment in one row or two.
private struct AppointmentItem {
  let appointment: Appointment
  let view: DayView

  private var state: AppState { view.state }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let now = appointment.state
    canvas.put(state.clock(now.scheduledStart), in: rect, row: 0, column: 1)
    let name = state.name(of: appointment.clientID)
    let status = words(columns: rect.columns - 7)
    let counselor = now.counselorID == state.staffID ? nil : state.data.staff[now.counselorID]
    guard rect.rows > 1 else {
      let place = rect.split(left: 7).rest
      let whose = counselor.map { "\(name) (\($0.code))" } ?? name
      let hasRoom = CellWidth.of(whose) + 1 + CellWidth.of(status) <= place.columns
      canvas.put(hasRoom ? whose : name, beside: status, in: place, role: role)
      return
    }
    canvas.put(name, in: rect, at: (0, 7), width: rect.columns - 7)
    let end = canvas.put(status, in: rect, at: (1, 7), width: rect.columns - 7, role: role)
    // Among everyone's it is told whose it is, before the kind.
    let kinds = counselor.map {
      ["\(appointment.kindWord), \($0.shortName)", $0.shortName, $0.code]
    }
    let room = rect.columns - end - 2
    let kind =
      (kinds ?? [appointment.kindWord]).first { CellWidth.of($0) <= room } ?? ""
    if !kind.isEmpty, end + 2 + CellWidth.of(kind) <= rect.columns {
      canvas.put(kind, in: rect, row: 1, column: end + 2, role: .dim)
    }
  }

  private func words(columns: Int) -> String {
    let status = appointment.state.status
    if let entry = appointment.differences.last {
      return "\(status.word), \(state.differs(entry))"
    }
    if state.isNotSaved(.appointment(appointment.id)) { return "NOT SAVED, \(status.word)" }
    switch status {
    case .kept, .lateKept: return "\(status.word) \(state.data.actualMinutes(of: appointment)) min"
    case .arrived, .inProgress:
      let start = appointment.state.actualStart ?? appointment.state.scheduledStart
      return "\(status.word) \(state.clock(start))"
    case .rescheduled:
      let new = appointment.state.rescheduledTo.flatMap { state.data.appointments[$0] }
      guard let start = new?.state.scheduledStart else { return status.word }
      let (date, time) = state.data.program.zone.local(start)
      let long = "moved to \(ChangeWords.moment(start, in: state))"
      return long.utf8.count <= columns ? long : "to \(date.day) \(date.monthShortName) \(time)"
    case .booked, .noShow, .cancelledClient, .cancelledClientLate, .cancelledProgram, .unknown:
      return status.word
    }
  }

  private var role: Role {
    if state.isNotSaved(.appointment(appointment.id)) { return .error }
    if !appointment.differences.isEmpty { return .warning }
    switch appointment.state.status {
    case .booked: return .dim
    case .arrived, .inProgress, .kept: return .markPresent
    case .lateKept: return .markLate
    case .noShow, .cancelledClientLate: return .markAbsent
    case .cancelledClient, .cancelledProgram, .rescheduled: return .markExcused
    case .unknown: return .oddCharacter
    }
  }
}
