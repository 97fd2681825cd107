/// How far a week goes beyond its level of care.
///
/// - Source: BR-02.
package enum WeekLoad: Hashable, Sendable {
  /// At the level's most minutes (`maxWeeklyMinutes`) or more.
  case warn
  /// At the minutes of the next level (`alertWeeklyMinutes`) or more.
  case alert
}

/// How a week's services are spread over its days.
///
/// - Source: BR-04.
package struct ServiceDays: Hashable, Sendable {
  /// The days with minutes credited or still possible, in order.
  package var days: [CalendarDate]
  /// Those of them with fewer minutes than a service day must have.
  package var short: [CalendarDate]
  /// Whether there are fewer days than the rule set wants in a week; not in one that is cut short.
  package var areTooFew: Bool
  /// The most days in a row between two of the days; 0 where there are fewer than two.
  package var longestGap: Int
  /// Whether that is more than the rule set allows.
  package var isGapTooLong: Bool
}

extension ProgramData {
  /// Whether the client's projected week is more than the level of care has.
  ///
  /// - Returns: Nil where it isn't, where the level has no minimum, or where nothing is known.
  /// - Source: BR-02.
  package func weekLoad(of client: ClientID, week first: CalendarDate, now: Instant) -> WeekLoad? {
    guard let index = weeks[first],
      let standing = standing(of: client, week: first, in: index),
      let hours = weekHours(of: client, week: first, now: now)
    else { return nil }
    return weekLoad(hours, standing)
  }

  func weekLoad(_ hours: WeekHours, _ standing: WeekStanding) -> WeekLoad? {
    guard hours.state != .noMinimum else { return nil }
    if hours.projected >= standing.rules.alertWeeklyMinutes { return .alert }
    return hours.projected >= standing.rules.maxWeeklyMinutes ? .warn : nil
  }

  /// How the client's services are spread over the week, against the rule set's days and minutes.
  ///
  /// By what is credited and may still come. The minutes of a day are those of the client's age on
  /// it. Gaps are counted inside the week.
  ///
  /// - Returns: Nil where the level has no minimum, or where nothing is known.
  /// - Source: BR-04.
  package func serviceDays(of client: ClientID, week first: CalendarDate, now: Instant)
    -> ServiceDays?
  {
    guard let hours = weekHours(of: client, week: first, now: now), hours.state != .noMinimum else {
      return nil
    }
    let busy = hours.days.filter { $0.credited + $0.possible > 0 }
    let short = busy.filter { day in
      let rules = self.rules(on: day.date)
      let isYoung = clients[client].map { $0.age(on: day.date) < rules.adolescentUnderAge } ?? false
      let least = isYoung ? rules.minDayMinutesAdolescent : rules.minDayMinutesAdult
      return day.credited + day.possible < least
    }
    let gaps = zip(busy, busy.dropFirst()).map { CalendarDate.days(from: $0.date, to: $1.date) - 1 }
    let longest = gaps.max() ?? 0
    let rules = self.rules(on: first)
    return ServiceDays(
      days: busy.map(\.date),
      short: short.map(\.date),
      areTooFew: hours.days.count == 7 && busy.count < rules.minDaysPerWeek,
      longestGap: longest,
      isGapTooLong: rules.maxConsecutiveGapDays.map { longest > $0 } ?? false
    )
  }
}
