/// The minutes a client must reach in one week, or why there is nothing to reach.
enum WeekMinimum: Hashable, Sendable {
  /// No day of the week is at a level with a minimum.
  case noLevel
  /// No program day of the week is eligible (BR-07).
  case exempt
  case minutes(Int)

  var minutes: Int? {
    switch self {
    case .noLevel, .exempt: nil
    case .minutes(let minutes): minutes
    }
  }
}

/// A week's program days and those that count, as the minimum pro rata takes them.
struct ProgramDays: Hashable, Sendable {
  var planned: [CalendarDate] = []
  var eligible: [CalendarDate] = []
}

extension ProgramData {
  /// The week's minimum: the minimum × eligible program days ÷ program days on the schedule.
  ///
  /// Each eligible day brings its own minimum, by the rule set and the age of that date, so a
  /// birthday or a new rule set in mid-week counts from its day. Rounded to a whole minute, half
  /// up. A week in which every day is alike needs no search through the groups.
  ///
  /// - Source: BR-01, BR-03, BR-07; `decisions.md` 2.
  func minimum(for standing: WeekStanding, hasProgramDay: Bool) -> WeekMinimum {
    if hasProgramDay, let minimum = uniformMinimum(standing) { return minimum }
    guard hasLevelWithMinimum(standing) else { return .noLevel }
    let days = programDays(standing)
    guard !days.eligible.isEmpty else { return .exempt }
    var sum = 0
    for date in days.eligible { sum += fullMinimum(standing, on: date) }
    let count = days.planned.count
    return .minutes((2 * sum + count) / (2 * count))
  }

  /// The dates of the week on which a countable group of the client's meets, and which count.
  ///
  /// By the series' plan and the enrollment's weekdays, for every enrollment that touches the week,
  /// make-ups aside. Of a week that is cut short, since weeks begin on another weekday after it, all
  /// seven days are planned and its own count. Not eligible: before admission, after discharge, on leave, closed, before the
  /// program's first day, or at a level without a minimum.
  func programDays(_ standing: WeekStanding) -> ProgramDays {
    var isPlanned = [Bool](repeating: false, count: 7)
    let start = rowStart(of: standing.first)
    let begin = programBegin(orElse: standing.first)
    for group in groups.values where counts(group, on: standing.first) {
      for place in group.enrollments.indices
      where group.enrollments[place].clientID == standing.client {
        let enrollment = group.enrollments[place]
        guard enrollment.touches(standing) else { continue }
        for offset in 0..<7 {
          let date = start.adding(days: offset)
          let isEarlier = date < begin && group.effectiveFrom <= standing.last
          let meets =
            isEarlier ? group.weekdays.contains(date.weekday) : group.meets(on: date)
          if meets, enrollment.weekdays?.contains(date.weekday) ?? true {
            isPlanned[offset] = true
          }
        }
      }
    }
    var days = ProgramDays()
    for offset in 0..<7 where isPlanned[offset] {
      let date = start.adding(days: offset)
      days.planned.append(date)
      if date >= begin, standing.first <= date, date <= standing.last, !standing.isAway(on: date),
        !isClosed(on: date),
        hasMinimum(standing, on: date)
      {
        days.eligible.append(date)
      }
    }
    return days
  }

  /// The first day of the program's first group; what lies before it in its week counts as closed.
  ///
  /// Where there are no groups nothing lies before it.
  private func programBegin(orElse first: CalendarDate) -> CalendarDate {
    groups.values.map(\.effectiveFrom).min() ?? first
  }

  /// The whole week's minimum as it is on a date, nothing taken off.
  func fullMinimum(_ standing: WeekStanding, on date: CalendarDate) -> Int {
    if let minutes = standing.episode(on: date)?.weeklyMinutesOverride { return minutes }
    let rules = standing.hasOneRuleSet ? standing.rules : self.rules(on: date)
    let isAdolescent = clients[standing.client].map { $0.age(on: date) < rules.adolescentUnderAge }
    return isAdolescent ?? false ? rules.minWeeklyMinutesAdolescent : rules.minWeeklyMinutesAdult
  }

  /// The last day on which a taper on the way to level 1 excuses the week; nil where none does.
  ///
  /// A week with at least one such day is in transition: the taper's first day and as many after
  /// it as make `transitionMaxDays` (BR-07).
  func transitionEnd(_ standing: WeekStanding) -> CalendarDate? {
    for episode in standing.episodes {
      for period in episode.levels where period.reason == .known(.transitionTaper) {
        let rules = ruleSets.count == 1 ? standing.rules : self.rules(on: period.from)
        guard rules.levelsWithMinimum.contains(period.level) else { continue }
        var end = period.from.adding(days: rules.transitionMaxDays - 1)
        if let to = period.to { end = min(end, to) }
        if let discharge = episode.dischargedOn { end = min(end, discharge) }
        if period.from <= standing.last, standing.first <= end, period.from <= end { return end }
      }
    }
    return nil
  }

  /// The minimum when no day of the week differs from another; nil when one may.
  private func uniformMinimum(_ standing: WeekStanding) -> WeekMinimum? {
    guard standing.isWhole, programBegin(orElse: standing.first) <= standing.first,
      let episode = standing.episodes.first
    else { return nil }
    for leave in episode.leaves
    where leave.from <= standing.last && standing.first <= (leave.to ?? standing.first) {
      return nil
    }
    guard let level = episode.level(on: standing.first),
      level.from <= standing.first, standing.last <= (level.to ?? standing.last),
      episode.levels.last == level, standing.hasOneRuleSet, standing.hasSevenDays
    else { return nil }
    guard standing.rules.levelsWithMinimum.contains(level.level) else { return .noLevel }
    if !calendar.isEmpty {
      for offset in 0..<7 where isClosed(on: standing.first.adding(days: offset)) { return nil }
    }
    let minutes = fullMinimum(standing, on: standing.first)
    return minutes == fullMinimum(standing, on: standing.last) ? .minutes(minutes) : nil
  }

  private func hasLevelWithMinimum(_ standing: WeekStanding) -> Bool {
    weekDays(from: standing.first).contains { hasMinimum(standing, on: $0) }
  }

  private func hasMinimum(_ standing: WeekStanding, on date: CalendarDate) -> Bool {
    guard let level = standing.episode(on: date)?.level(on: date)?.level else { return false }
    let rules = standing.hasOneRuleSet ? standing.rules : self.rules(on: date)
    return rules.levelsWithMinimum.contains(level)
  }
}

extension Enrollment {
  /// Whether it holds on some day of the week, in one of its episodes, and isn't a make-up.
  fileprivate func touches(_ standing: WeekStanding) -> Bool {
    guard from <= standing.last, standing.first <= (to ?? standing.first) else { return false }
    return source != .known(.makeup) && standing.episodes.contains { $0.id == episodeID }
  }
}
