/// One client's minutes in one week, and what they mean.
///
/// - Source: BR-01…10 in `domain.md`, as read by `decisions.md` 2; the demo's table in 8.6 is the
///   oracle.
package struct WeekHours: Hashable, Sendable {
  /// The week's first day.
  package var week: CalendarDate
  /// Minutes of every countable session and appointment on the client's schedule that week,
  /// whatever became of it; a rescheduled one once, at its new place.
  package var planned: Int
  /// Minutes credited in finished sessions and kept appointments.
  package var credited: Int
  /// Minutes that may still come: the live session to its end, and what is still scheduled.
  package var possible: Int
  /// The week's minimum, pro rata; nil where the level has none or no day is eligible.
  package var minimum: Int?
  package var state: WeekState
  /// Past rows and appointments that nobody marked.
  package var unmarked: Int
  /// Per day: what was credited, what is still possible, and the letter of what happened.
  package var days: [DayMinutes]

  package var projected: Int { credited + possible }

  /// Minutes over the minimum, negative when short; nil where the state has none.
  package var slack: Int? {
    switch state {
    case .exempt, .noMinimum: nil
    case .onTrack, .tight, .short, .transition: minimum.map { projected - $0 }
    }
  }

  package init(
    week: CalendarDate,
    planned: Int,
    credited: Int,
    possible: Int,
    minimum: Int?,
    state: WeekState,
    unmarked: Int,
    days: [DayMinutes]
  ) {
    self.week = week
    self.planned = planned
    self.credited = credited
    self.possible = possible
    self.minimum = minimum
    self.state = state
    self.unmarked = unmarked
    self.days = days
  }
}

package struct DayMinutes: Hashable, Sendable {
  package var date: CalendarDate
  package var credited: Int
  package var possible: Int
  /// The row's status if all of the day's rows have the same; the weightiest otherwise; nil is a
  /// day without sessions.
  package var status: AttendanceStatus?

  package init(date: CalendarDate, credited: Int, possible: Int, status: AttendanceStatus?) {
    self.date = date
    self.credited = credited
    self.possible = possible
    self.status = status
  }
}

/// How a week stands against its minimum (BR-10).
///
/// The raw values are words of the JSON, for ever.
package enum WeekState: String, Hashable, Sendable, CaseIterable {
  case onTrack = "on_track"
  case tight, short, exempt, transition
  case noMinimum = "no_minimum"

  /// What the screen says.
  package var word: String {
    switch self {
    case .onTrack: "on track"
    case .tight: "tight"
    case .short: "SHORT"
    case .exempt: "exempt"
    case .transition: "transition"
    case .noMinimum: "no minimum"
    }
  }
}
