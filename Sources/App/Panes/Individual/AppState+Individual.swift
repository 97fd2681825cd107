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
        sayHowToMark()
        return []
      }
      return perform(.appointment(meeting.id, .arriveOrEnd))
    case .arriveLate: return perform(.appointment(meeting.id, .late(at: nil)))
    case .missed: return perform(.appointment(meeting.id, .noShow))
    case .endAppointment:
      guard meeting.state.status == .arrived || meeting.state.status == .inProgress else {
        say("\(who) hasn't arrived; \(said(.arrive)) marks it.", .warning)
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
    var menu = Menu(
      title: "\(name(of: meeting.clientID)): cancelled, or moved",
      items: decisions(on: meeting) + cancelItems(meeting, .one)
    )
    if meeting.state.status == .booked {
      menu.items += moveItems(meeting, .one)
      menu.items.append(MenuItem("5", "exchange times with another", .askSwap(meeting.id)))
    }
    if meeting.repetitionID != nil {
      menu.items.append(
        MenuItem("a", "this and all later ones of its repetition", .andLater(meeting.id))
      )
    }
    return menu
  }

  func cancelItems(_ meeting: Appointment, _ reach: Reach) -> [MenuItem] {
    let hours = data.rules(on: meeting.serviceDate).cancelNoticeHours
    return [
      MenuItem(
        "x",
        "by the client, told now (under \(hours) h is late)",
        .run(reach.pending(meeting.id, .cancelledByClient(notice: nil, reason: nil)))
      ),
      MenuItem("1", "by the client, with a reason", .askAppointmentReason(meeting.id, reach)),
      MenuItem(
        "2",
        "by the program, with a reason",
        .askBecause(
          reach.pending(meeting.id, .cancelledByProgram),
          label: "Why does the program cancel?"
        )
      ),
    ]
  }

  /// What only one that is still to come can be: at another time, or with somebody else.
  func moveItems(_ meeting: Appointment, _ reach: Reach) -> [MenuItem] {
    [
      MenuItem("3", "rescheduled: another day or time", .askNewTime(meeting.id, reach)),
      MenuItem("4", "another counselor meets the client", .askCounselor(meeting.id, reach)),
    ]
  }
}

extension AppState {
  /// Beside a client's open pane: the keys of the list that it was opened from.
  fileprivate mutating func sayHowToMark() {
    let said = { [keymap] (command: Command) in keymap.said(command, in: .individual) }
    say(
      "Esc, then \(said(.arrive)) arrived, \(said(.arriveLate)) late, \(said(.missed)) no-show, "
        + "\(said(.cancelAppointment)) cancelled."
    )
  }
}
