package import Domain
package import Reports

/// Which days a schedule is written out for.
package struct CalendarRequest: Equatable, Sendable {
  package var days: ClosedRange<CalendarDate>
  /// Whether clients are named.
  package var hasNames: Bool
  private let now: Instant

  package init(_ days: ClosedRange<CalendarDate>, hasNames: Bool, now: Instant) {
    self.days = days
    self.hasNames = hasNames
    self.now = now
  }

  /// What the audit log says of it.
  package var detail: String {
    "calendar \(days.lowerBound)..\(days.upperBound)\(hasNames ? " with names" : "")"
  }

  /// Reads what it is about.
  ///
  /// - Returns: The calendar, still anybody's or any group's, and what was read for it.
  package func read(from folder: DataFolder) -> (calendar: ScheduleCalendar, data: ProgramData) {
    var data = folder.loadStanding()
    folder.loadEndedEnrollments(into: &data)
    folder.loadWeeks(of: days, into: &data)
    return (ScheduleCalendar(data, days, hasNames: hasNames, now: now), data)
  }
}
