package import Domain

/// Turns facts of the domain into tables.
package enum Reports {
  /// Everyone's hours of a week: what each day brings, the sum so far, what is missing, the state.
  ///
  /// - Parameters:
  ///   - week: The week's first day.
  ///   - data: Has the week loaded; else the table has no rows.
  ///   - now: Divides what is credited from what may still come.
  /// - Returns: A row per client, by code.
  package static func hours(
    week: CalendarDate,
    in data: ProgramData,
    now: Instant
  ) -> ReportTable {
    let last = week.adding(days: 6)
    let days = (0..<7).map { week.adding(days: $0) }
    var table = ReportTable(
      title: "Hours, \(week.shortName) to \(last.shortName)",
      columns: [.init("Code"), .init("Client")]
        + days.map { .init($0.weekday.shortName, isNumber: true) }
        + [.init("Sum", isNumber: true), .init("Need", isNumber: true), .init("State")]
    )
    let today = data.today(at: now)
    for (client, hours) in data.weekHours(week: week, now: now) {
      table.rows.append(
        [data.clients[client]?.mrn ?? client.rawValue, data.clients[client]?.roomName ?? ""]
          + hours.days.map { HoursText.day($0, today: today) }
          + [HoursText.tenthsDown(hours.credited), need(hours), HoursText.state(hours)]
      )
    }
    return table
  }

  /// The minimum less what is credited, never below 0; empty where there is no minimum.
  private static func need(_ hours: WeekHours) -> String {
    guard let minimum = hours.minimum else { return "" }
    return HoursText.tenthsUp(max(0, minimum - hours.credited))
  }
}
