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
    let slice = ListSlice(
      count: contents.appointments.count,
      selected: selected ?? 0,
      height: inside.rows,
      mostLines: 2
    )
    var rest = inside
    for place in slice.range {
      let item: Rect
      (item, rest) = rest.split(top: slice.linesPerItem)
      AppointmentItem(appointment: contents.appointments[place], state: state)
        .draw(in: item, on: &canvas)
      guard place == selected else { continue }
      canvas.mark(item, isFocused: hasFocus(.individual))
      if hasFocus(.individual) { canvas.cursor = Position(row: item.row, column: item.column + 1) }
    }
    canvas.putMore(slice, inEdgeOf: rect)
  }

  private var whyNoAppointments: [String] {
    let date = state.day.date
    if !state.data.isLoaded(date) { return ["This week is being read."] }
    if !state.day.showsAll, !state.data.appointments(on: date).isEmpty {
      return ["No individual sessions of yours on this day.", "* shows everyone's."]
    }
    return ["No individual sessions on this day."]
  }
}

/// One appointment in one row or two.
private struct AppointmentItem {
  let appointment: Appointment
  let state: AppState

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let now = appointment.state
    canvas.put(state.clock(now.scheduledStart), in: rect, row: 0, column: 1)
    let name = state.name(of: appointment.clientID)
    let status = words
    guard rect.rows > 1 else {
      canvas.put(name, beside: status, in: rect.split(left: 7).rest, role: role)
      return
    }
    canvas.put(name, in: rect, at: (0, 7), width: rect.columns - 7)
    let end = canvas.put(status, in: rect, at: (1, 7), width: rect.columns - 7, role: role)
    let kind = appointment.kindWord
    if end + 2 + CellWidth.of(kind) <= rect.columns {
      canvas.put(kind, in: rect, row: 1, column: end + 2, role: .dim)
    }
  }

  private var words: String {
    let status = appointment.state.status
    if state.isNotSaved(.appointment(appointment.id)) { return "NOT SAVED, \(status.word)" }
    switch status {
    case .kept, .lateKept: return "\(status.word) \(state.data.actualMinutes(of: appointment)) min"
    case .arrived, .inProgress:
      let start = appointment.state.actualStart ?? appointment.state.scheduledStart
      return "\(status.word) \(state.clock(start))"
    case .booked, .noShow, .cancelledClient, .cancelledClientLate, .cancelledProgram,
      .rescheduled, .unknown:
      return status.word
    }
  }

  private var role: Role {
    if state.isNotSaved(.appointment(appointment.id)) { return .error }
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
