/// What narrows a list: it ends when the list is left, so that nobody takes a part for the whole later.
extension AppState {
  /// Shows the whole list of a screen that was come to from another one.
  ///
  /// What was opened from a list leads back to it as it was.
  mutating func endNarrowing(since before: ScreenID) {
    guard screen != before, !isOpenedFromList(screen), !isOpenedFromList(before) else { return }
    endNarrowing()
  }

  /// Whether Esc leads from it back to the list it was opened from.
  private func isOpenedFromList(_ screen: ScreenID) -> Bool {
    switch screen {
    case .card, .note: true
    case .team: team.comesFrom == .toDo
    case .firstRun, .day, .week, .toDo, .clients, .setUp, .calendar: false
    }
  }

  /// Shows the whole list of the screen.
  mutating func endNarrowing() {
    switch screen {
    case .day: attendance.filter = nil
    case .week: week.filter = nil
    case .toDo: toDo.filter = nil
    case .clients: (clients.filter, clients.stage) = (nil, nil)
    case .card: card.filter = nil
    case .setUp: setUp.filter = nil
    case .team: team.filter = nil
    case .firstRun, .note, .calendar: break
    }
  }
}
