import Domain

/// The commands of the Individual pane.
extension AppState {
  mutating func runIndividual(_ command: Command, opening: Bool = false) -> [Effect] {
    guard let meeting = selectedAppointment else {
      say("No individual session on this day.", .warning)
      return []
    }
    let who = name(of: meeting.clientID)
    switch command {
    case .arrive:
      if opening {
        day.focus = .client
        say("Esc, then p arrived, t late, n no-show, x cancelled.")
        return []
      }
      return perform(.appointment(meeting.id, .arriveOrEnd))
    case .arriveLate: return perform(.appointment(meeting.id, .late(at: nil)))
    case .missed: return perform(.appointment(meeting.id, .noShow))
    case .endAppointment:
      guard meeting.state.status == .arrived || meeting.state.status == .inProgress else {
        say("\(who) hasn't arrived; p marks it.", .warning)
        return []
      }
      return perform(.appointment(meeting.id, .arriveOrEnd))
    case .clearAppointment: return perform(.appointment(meeting.id, .clear))
    case .cancelAppointment:
      prompt = .menu(cancelMenu(meeting))
      return []
    case .appointmentTimes:
      let start = clock(meeting.state.actualStart ?? meeting.state.scheduledStart)
      let end = clock(meeting.state.actualEnd ?? meeting.state.scheduledEnd)
      prompt = .line(
        LinePrompt(
          title: "Times of \(who)",
          label: "from-to",
          line: TextField("\(start)-\(end)", isSelected: true),
          purpose: .appointmentTimes(meeting.id)
        )
      )
      return []
    default: return []
    }
  }

  private func cancelMenu(_ meeting: Appointment) -> Menu {
    let hours = data.rules(on: meeting.serviceDate).cancelNoticeHours
    let client = Pending.appointment(
      meeting.id,
      .cancelledByClient(notice: nil, reason: nil)
    )
    return Menu(
      title: "\(name(of: meeting.clientID)): cancelled, or moved",
      items: decisions(on: meeting) + [
        MenuItem("x", "by the client, told now (under \(hours) h is late)", .run(client)),
        MenuItem(
          "1",
          "by the client, with a reason",
          .askAppointmentReason(meeting.id)
        ),
        MenuItem(
          "2",
          "by the program, with a reason",
          .askBecause(
            .appointment(meeting.id, .cancelledByProgram),
            label: "Why does the program cancel?"
          )
        ),
        MenuItem("3", "rescheduled: another day or time", .askNewTime(meeting.id)),
      ]
    )
  }
}
