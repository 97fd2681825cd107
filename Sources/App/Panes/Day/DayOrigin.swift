/// What a day was opened from, where Esc leads back to.
package indirect enum DayOrigin: Equatable, Sendable {
  /// A line of a client's history; then the day as it was before.
  case card(CardState, before: DayPlace)
  /// The calendar, and the list of the day that it led to; then the day as it was before.
  case calendar(from: PaneID, isZoomed: Bool, before: DayPlace)
}

/// Where somebody was on the Day screen.
package struct DayPlace: Equatable, Sendable {
  fileprivate let day: DayState
  fileprivate let attendance: AttendanceState
}

extension AppState {
  /// The day that is shown, to come back to; where it was itself opened from elsewhere, the one before.
  var dayPlace: DayPlace {
    switch day.backTo {
    case .card(_, let before), .calendar(_, _, let before): before
    case nil: DayPlace(day: day, attendance: attendance)
    }
  }

  /// Puts the day back as it was, behind the screen that is shown.
  private mutating func putBack(_ place: DayPlace) {
    (day, attendance) = (place.day, place.attendance)
  }

  /// Esc on a day that was opened from elsewhere; nil where it has something nearer to leave first.
  mutating func goBackFromDay() -> [Effect]? {
    switch day.backTo {
    case nil: return nil
    case .card(let card, let before):
      putBack(before)
      (self.card, screen) = (card, .card)
      return []
    case .calendar(let focus, let isZoomed, let before):
      let isWhereItBegan = day.focus == focus && day.isZoomed == isZoomed
      guard isWhereItBegan || day.focus == .groups && !day.isZoomed else { return nil }
      putBack(before)
      screen = .calendar
      return weeksOfCalendar()
    }
  }
}
