/// What a day was opened from, where Esc leads back to.
package enum DayOrigin: Equatable, Sendable {
  /// A line of a client's history.
  case card(CardState)
  /// The calendar, and the list of the day that it led to.
  case calendar(from: PaneID, isZoomed: Bool)
}

extension AppState {
  /// Esc on a day that was opened from elsewhere; nil where it has something nearer to leave first.
  mutating func goBackFromDay() -> [Effect]? {
    switch day.backTo {
    case nil: return nil
    case .card(let card):
      (self.card, screen, day.backTo) = (card, .card, nil)
      return []
    case .calendar(let focus, let isZoomed):
      let isWhereItBegan = day.focus == focus && day.isZoomed == isZoomed
      guard isWhereItBegan || day.focus == .groups && !day.isZoomed else { return nil }
      (screen, day.backTo) = (.calendar, nil)
      return weeksOfCalendar()
    }
  }
}
