import Domain

/// Which commands have anything to act on, for the hint line and the help.
extension AppState {
  /// Whether a command does something where the keys go now.
  ///
  /// One that would only say what is missing just now, such as a client, has its use.
  func hasUse(of command: Command) -> Bool {
    switch screen {
    case .note: return hasUseInNote(command)
    case .setUp: return hasUseInSetUp(command)
    case .firstRun, .day, .week, .calendar, .toDo, .clients, .card, .team: break
    }
    switch command {
    case .before, .after: return screen == .day || screen == .week || screen == .calendar
    case .goToCalendar: return screen != .calendar
    case .begin where screen == .day: return openSession?.state.status != .inProgress
    // What a group that is over, or isn't held, refuses.
    case .finish, .allTheRest, .stepOut, .breakTime:
      guard screen == .day, let status = openSession?.state.status else { return true }
      return status == .scheduled || status == .inProgress
    case .select where screen == .toDo, .sign where screen == .toDo:
      return toDo.focus == .notes && !dueNotes.isEmpty
    case .open, .outreach, .explain:
      return screen != .toDo || selectedClient != nil
    case .clearSelection:
      return screen == .toDo ? !toDo.selected.isEmpty : !attendance.selected.isEmpty
    case .left, .right: return screen != .week && screen != .clients && screen != .team
    default: return true
    }
  }

  private func hasUseInSetUp(_ command: Command) -> Bool {
    switch command {
    case .addRecord: setUp.list != .settings
    case .enroll: setUp.list == .groups && selectedGroup != nil
    case .recordMenu:
      switch setUp.list {
      case .groups: true
      case .staff, .rooms, .days: false
      case .settings: selectedSetting.map { !standing(of: $0).planned.isEmpty } ?? false
      }
    // No client is selected here.
    case .explain, .outreach, .newNote, .before, .after: false
    default: true
    }
  }

  private func hasUseInNote(_ command: Command) -> Bool {
    guard let note else { return true }
    switch command {
    case .nextNote: return !noteClients.isEmpty
    case .sign: return note.access == .writing || note.record?.status == .awaitingCosign
    case .addToNote: return note.record != nil
    case .open, .explain, .undo, .nextPane: return note.access == .writing
    default: return true
    }
  }
}
