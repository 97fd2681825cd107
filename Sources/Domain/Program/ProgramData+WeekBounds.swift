/// Where weeks begin and end.
///
/// From a day on, weeks may begin on another weekday. The week under way then ends the day before, so
/// that every day lies in exactly one week, and weeks before keep the days they had.
extension ProgramData {
  /// The first day of the week that the date lies in, by the rule set of that date.
  package func weekStart(of date: CalendarDate) -> CalendarDate {
    let first = rowStart(of: date)
    guard first < date else { return first }
    return turns(after: first, through: date).max() ?? first
  }

  /// The last day of a week, 0 to 6 days after its first.
  package func weekEnd(from first: CalendarDate) -> CalendarDate {
    let last = rowStart(of: first).adding(days: 6)
    return turns(after: first, through: last).min()?.adding(days: -1) ?? last
  }

  /// The days of a week: seven, fewer in one that is cut short.
  package func weekDays(from first: CalendarDate) -> [CalendarDate] {
    (0...max(0, CalendarDate.days(from: first, to: weekEnd(from: first)))).map(first.adding(days:))
  }

  /// The first day of a week so many weeks later, earlier where negative.
  package func weekStart(_ count: Int, weeksFrom first: CalendarDate) -> CalendarDate {
    var first = weekStart(of: first)
    for _ in 0..<abs(count) {
      first =
        count > 0 ? weekEnd(from: first).adding(days: 1) : weekStart(of: first.adding(days: -1))
    }
    return first
  }

  /// The first of the seven days that stand in one row of a calendar, cut short by no rule.
  package func rowStart(of date: CalendarDate) -> CalendarDate {
    date.startOfWeek(startingOn: weekday(on: date))
  }

  /// The weekday on which weeks begin by the rule set of a date.
  private func weekday(on date: CalendarDate) -> Weekday { rules(on: date).weekStart }

  /// The days of a span, the first one left out, from which on weeks begin on another weekday.
  private func turns(after first: CalendarDate, through last: CalendarDate) -> [CalendarDate] {
    let usual = RuleSet.standard.weekStart
    guard ruleSets.indices.contains(where: { ruleSets[$0].weekStart != usual }) else { return [] }
    return ruleSets.flatMap { [$0.effectiveFrom, $0.effectiveTo?.adding(days: 1)] }
      .compactMap(\.self)
      .filter { first < $0 && $0 <= last && weekday(on: $0) != weekday(on: $0.adding(days: -1)) }
  }
}

/// Other rules while weeks are loaded.
extension ProgramData {
  /// Puts other rule sets in the place of those before; where weeks have other days by them, what is
  /// loaded of these is put together anew.
  ///
  /// - Returns: The first days of the weeks of which only some days were loaded, the first first.
  ///   They aren't loaded any more, and what was known of those days has to be read.
  package mutating func take(_ sets: [RuleSet]) -> [CalendarDate] {
    let before = weeks.keys.map { (first: $0, days: weekDays(from: $0)) }
    ruleSets = sets
    // What these took the place of isn't read.
    pastRules = nil
    let changed = before.filter {
      weekStart(of: $0.first) != $0.first || weekDays(from: $0.first) != $0.days
    }
    guard !changed.isEmpty else { return [] }
    var found = LoadedDays()
    for week in changed {
      found.add(weeks[week.first] ?? WeekIndex(), week.days, of: self)
      removeWeek(week.first)
    }
    var cut: [CalendarDate] = []
    for first in Set(found.days.map(weekStart(of:))).sorted() {
      let days = weekDays(from: first)
      guard found.days.isSuperset(of: days) else {
        cut.append(first)
        continue
      }
      load(
        week: first,
        sessions: found.sessions.filter { days.contains($0.serviceDate) },
        appointments: found.appointments.filter { days.contains($0.serviceDate) },
        unusable: found.unusable
      )
    }
    return cut
  }
}

/// What is loaded of some days, without what is computed.
private struct LoadedDays {
  var days: Set<CalendarDate> = []
  var sessions: [GroupSession] = []
  var appointments: [Appointment] = []
  var unusable: Set<SessionID> = []

  mutating func add(_ week: WeekIndex, _ days: [CalendarDate], of data: ProgramData) {
    self.days.formUnion(days)
    sessions += (week.sessionsByDay.values.joined() + week.withdrawnSessions)
      .filter { !data.isOnlyComputed($0, in: week) }.compactMap { data.sessions[$0] }
    appointments += (week.appointmentsByDay.values.joined() + week.withdrawn)
      .compactMap { data.appointments[$0] }
    unusable.formUnion(week.unusable)
  }
}
