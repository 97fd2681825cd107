package import Domain

/// The clients of the Week screen, in its order and narrowing.
package enum WeekList {
  package static func rows(of state: AppState) -> [(client: ClientID, hours: WeekHours)] {
    var rows = state.data.weekHours(week: state.week.first, now: state.now)
    if let filter = state.week.filter, !filter.isEmpty {
      rows = rows.filter { Search.matches(filter, state.name(of: $0.client)) }
    }
    switch state.week.sort {
    case .client: rows.sort { state.name(of: $0.client) < state.name(of: $1.client) }
    case .sum: rows.sort { $0.hours.credited > $1.hours.credited }
    case .need: rows.sort { need($0.hours) > need($1.hours) }
    case .state: rows.sort { rank($0.hours.state) < rank($1.hours.state) }
    }
    return rows
  }

  /// Minutes still missing to the minimum; 0 where there is none.
  package static func need(_ hours: WeekHours) -> Int {
    hours.minimum.map { max(0, $0 - hours.credited) } ?? 0
  }

  private static func rank(_ state: WeekState) -> Int {
    switch state {
    case .short: 0
    case .tight: 1
    case .transition: 2
    case .onTrack: 3
    case .exempt: 4
    case .noMinimum: 5
    }
  }
}
