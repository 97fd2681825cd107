/// What narrows a list: it ends when the list is left, so that nobody takes a part for the whole later.
extension AppState {
  /// Shows the whole list of a screen that was come to from another one.
  ///
  /// What was opened from a list leads back to it as it was.
  mutating func endNarrowing(since before: ScreenID) {
    guard screen != before, !screen.isOpenedFromList, !before.isOpenedFromList else { return }
    endNarrowing()
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

extension ScreenID {
  /// Whether Esc leads from it back to the list it was opened from.
  fileprivate var isOpenedFromList: Bool { self == .card || self == .note }
}
