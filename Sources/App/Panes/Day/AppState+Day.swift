import Domain

/// The Day screen: which day, which pane, what is selected.
extension AppState {
  mutating func goTo(_ date: CalendarDate) -> [Effect] {
    prompt = nil
    screen = .day
    day.date = date
    day.session = nil
    day.appointment = nil
    day.backTo = nil
    attendance = AttendanceState()
    guard data.isLoaded(date) else { return [.loadWeek(data.weekStart(of: date))] }
    selectDefaults()
    return []
  }

  mutating func step(by count: Int) -> [Effect] {
    switch screen {
    case .day: return goTo(day.date.adding(days: count))
    case .week:
      week.first = data.weekStart(count, weeksFrom: week.first)
      guard data.isLoaded(week.first) else { return [.loadWeek(week.first)] }
      return []
    case .calendar: return moveInCalendar(count < 0 ? .before : .after)
    case .firstRun, .note, .toDo, .clients, .card, .setUp, .team: return []
    }
  }

  mutating func showWeek() -> [Effect] {
    screen = .week
    endNarrowing()
    week.first = data.weekStart(of: day.date)
    week.cursor = selectedClient ?? week.cursor
    guard data.isLoaded(week.first) else { return [.loadWeek(week.first)] }
    return []
  }

  /// Selects the running group, else the next one, else the day's last; the same for appointments.
  mutating func selectDefaults() {
    let sessions = shownSessions
    if day.session == nil || !sessions.contains(where: { $0.id == day.session }) {
      let live = sessions.first { $0.state.status == .inProgress }
      let next = sessions.first { $0.state.scheduledEnd > now && !$0.state.status.isCancelled }
      let first = day.date == today ? sessions.last : sessions.first
      select(session: (live ?? next ?? first)?.id)
    }
    let meetings = shownAppointments
    if day.appointment == nil || !meetings.contains(where: { $0.id == day.appointment }) {
      let next = meetings.first { $0.state.status.isOpen && $0.state.scheduledEnd > now }
      day.appointment = (next ?? meetings.first)?.id
    }
    if sessions.isEmpty && !meetings.isEmpty && day.focus == .groups { day.focus = .individual }
  }

  /// Makes a group the one whose roster is shown, the first unmarked row selected.
  mutating func select(session: SessionID?) {
    guard day.session != session else { return }
    day.session = session
    attendance = AttendanceState()
    attendance.cursor = firstUnmarked ?? openSession?.rows.first?.clientID
  }

  var firstUnmarked: ClientID? {
    shownRows.first { $0.row.status.isUnmarked }?.row.clientID
  }

  mutating func switchMineOrAll() -> [Effect] {
    if screen == .clients {
      clients.showsAll.toggle()
      say(clients.showsAll ? "Everyone." : "Only those whose counselor you are.")
      return []
    }
    if screen == .team {
      team.showsAll.toggle()
      say(team.showsAll ? "Everyone's clients." : "Only my clients.")
      return []
    }
    if screen == .calendar {
      calendar.showsAll.toggle()
      say(calendar.showsAll ? "Everyone's." : "Only mine.")
      return []
    }
    day.showsAll.toggle()
    selectDefaults()
    say(day.showsAll ? "Everyone's groups and appointments." : "Only mine.")
    return []
  }

  mutating func changeFocus(by count: Int) {
    if screen == .setUp { return changeSetUpList(by: count) }
    if screen == .toDo {
      toDo.focus = toDo.focus == .notes ? .tasks : .notes
      return
    }
    if screen == .calendar {
      calendar.focus = calendar.focus == .month ? .week : .month
      return
    }
    if screen == .card {
      card.focus = card.focus == .facts ? .history : .facts
      return
    }
    guard screen == .day else { return }
    let panes = PaneID.allCases
    let place = panes.firstIndex(of: day.focus) ?? 0
    day.focus = panes[(place + count + panes.count) % panes.count]
  }

  mutating func openSelection() -> [Effect] {
    switch screen {
    case .firstRun, .note: return []
    case .toDo: return openToDo()
    case .clients: return openCard(selectedClient)
    case .card: return openFact()
    case .team: return openCard(selectedClient)
    case .calendar: return openInCalendar()
    case .setUp:
      changeInSetUp()
      return []
    case .week:
      explainWeekRow()
      return []
    case .day: break
    }
    switch day.focus {
    case .client, .attendance: return openCard(selectedClient)
    case .groups:
      guard openSession != nil else {
        if data.groups.isEmpty { return offerReadyWeek() }
        say("No group on this day.", .warning)
        return []
      }
      day.focus = .attendance
      day.isZoomed = true
      attendance.cursor = firstUnmarked ?? attendance.cursor
    case .individual: return runIndividual(.arrive, opening: true)
    }
    return []
  }

  private mutating func explainWeekRow() {
    _ = run(.explain)
  }

  mutating func goBack() -> [Effect] {
    switch screen {
    case .firstRun: return [.quit]
    case .note: return closeNote()
    case .toDo:
      if toDo.filter != nil {
        toDo.filter = nil
      } else if !toDo.selected.isEmpty {
        toDo.selected = []
      } else {
        screen = .day
      }
    case .clients:
      if clients.filter != nil {
        clients.filter = nil
      } else if clients.stage != nil {
        clients.stage = nil
      } else {
        screen = .day
      }
    case .card: leaveCard()
    case .team: leaveTeam()
    case .setUp: leaveSetUp()
    case .calendar: screen = .day
    case .week:
      if week.filter != nil { week.filter = nil } else { screen = .day }
    case .day:
      if attendance.filter != nil && day.focus == .attendance {
        attendance.filter = nil
      } else if !attendance.selected.isEmpty {
        attendance.selected = []
      } else if let effects = goBackFromDay() {
        return effects
      } else if day.isZoomed {
        day.isZoomed = false
        if day.focus == .attendance { day.focus = .groups }
      } else if day.focus == .client {
        day.focus = day.listOfClient
      } else if day.focus != .groups {
        day.focus = .groups
      } else {
        sayAboutKey("This is the first screen. Ctrl-Q quits.")
      }
    }
    return []
  }
}
