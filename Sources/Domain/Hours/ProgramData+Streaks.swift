/// So many service days in a row, counted back from today.
package struct RunOfDays: Hashable, Sendable {
  /// 0 or more.
  package var days: Int
  /// The earliest day of the run; nil when there is none.
  package var first: CalendarDate?
  /// The latest day of the run; nil when there is none.
  package var last: CalendarDate?
  /// Whether the walk reached the edge of what is loaded while the episode is older, so that the
  /// run may be longer.
  package var isCut: Bool

  package init(
    days: Int = 0,
    first: CalendarDate? = nil,
    last: CalendarDate? = nil,
    isCut: Bool = false
  ) {
    self.days = days
    self.first = first
    self.last = last
    self.isCut = isCut
  }

  fileprivate mutating func count(_ date: CalendarDate) {
    days += 1
    first = date
    if last == nil { last = date }
  }
}

extension ProgramData {
  /// The service days attended in a row, up to today.
  ///
  /// Days that are excused, and days not marked yet, are skipped; a missed day ends the run; a late
  /// cancel ends it only where the rule set gives it full weight.
  ///
  /// - Returns: Days of the latest episode in the loaded weeks.
  /// - Source: `domain.md` 4.29.
  package func attendanceStreak(of client: ClientID, asOf now: Instant) -> RunOfDays {
    var run = RunOfDays()
    run.isCut = walkBack(of: client, from: now) { date, outcome in
      switch outcome {
      case .attended: run.count(date)
      case .missed: return false
      case .lateCancel: return rules(on: date).lateCancelHalves < 2
      case .excusedOnly, .upcoming: break
      }
      return true
    }
    return run
  }

  /// The service days missed in a row, up to today.
  ///
  /// An attended day ends the run; excused days, and days not marked yet, are skipped. A late cancel
  /// is a missed day only where the rule set gives it full weight.
  ///
  /// - Returns: Days of the latest episode in the loaded weeks.
  /// - Source: `domain.md` 4.29; BR-21.
  package func consecutiveMissedDays(of client: ClientID, asOf now: Instant) -> RunOfDays {
    var run = RunOfDays()
    run.isCut = walkBack(of: client, from: now) { date, outcome in
      switch outcome {
      case .attended: return false
      case .missed: run.count(date)
      case .lateCancel: if rules(on: date).lateCancelHalves >= 2 { run.count(date) }
      case .excusedOnly, .upcoming: break
      }
      return true
    }
    return run
  }

  /// Visits the service days of the latest episode from today, or its last day, backwards.
  ///
  /// - Parameters:
  ///   - client: Whose days.
  ///   - now: The walk begins on this moment's day.
  ///   - visit: Says whether to go on.
  /// - Returns: Whether it stopped at a week that isn't loaded.
  private func walkBack(
    of client: ClientID,
    from now: Instant,
    visit: (CalendarDate, ServiceDayOutcome) -> Bool
  ) -> Bool {
    let today = today(at: now)
    guard let episode = latestEpisode(of: client, on: today) else { return false }
    var date = min(today, episode.dischargedOn ?? today)
    while episode.admittedOn <= date {
      let week = weekStart(of: date)
      guard let outcomes = outcomes(of: client, week: week) else { return true }
      for offset in stride(from: CalendarDate.days(from: week, to: date), through: 0, by: -1) {
        let day = week.adding(days: offset)
        guard episode.admittedOn <= day else { return false }
        if let outcome = outcomes[offset], !visit(day, outcome) { return false }
      }
      date = week.adding(days: -1)
    }
    return false
  }
}
