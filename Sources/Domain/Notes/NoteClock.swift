/// When a note is due, and how near that is.
///
/// - Source: BR-31, `domain.md` 4.29.
package struct NoteClock: Hashable, Sendable {
  package var dueAt: Instant
  /// From here on it is amber.
  package var soonAt: Instant
  /// From here on it is a late entry and wants a reason.
  package var lateAt: Instant

  package init(dueAt: Instant, soonAt: Instant, lateAt: Instant) {
    self.dueAt = dueAt
    self.soonAt = soonAt
    self.lateAt = lateAt
  }

  /// The clock of a note of a service that ended.
  package init(of kind: NoteKind, endedAt end: Instant, rules: RuleSet) {
    let hours = kind == .noShow ? rules.noShowNoteDueHours : rules.noteDueHours
    let due = end.adding(minutes: hours * 60)
    let margin = max(0, rules.noteDueHours - rules.noteSoonHours)
    self.init(
      dueAt: due,
      soonAt: due.adding(minutes: -margin * 60),
      lateAt: max(due, end.adding(minutes: rules.noteHardLateHours * 60))
    )
  }

  /// The same clock by which only business days count.
  fileprivate func moved(to due: Instant, late: Instant) -> NoteClock {
    let margin = Instant.minutes(from: soonAt, to: dueAt)
    return NoteClock(
      dueAt: due,
      soonAt: due.adding(minutes: -margin),
      lateAt: max(due, late)
    )
  }

  package func urgency(at now: Instant) -> NoteUrgency {
    if now > lateAt { return .late }
    if now > dueAt { return .overdue }
    return now >= soonAt ? .soon : .open
  }
}

/// Worst last, so that urgencies can be compared.
package enum NoteUrgency: Int, Hashable, Comparable, Sendable {
  case open, soon, overdue, late

  package static func < (left: NoteUrgency, right: NoteUrgency) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What the colour says, in words; empty while there is time.
  package var word: String {
    switch self {
    case .open: ""
    case .soon: "soon"
    case .overdue: "OVERDUE"
    case .late: "LATE ENTRY"
    }
  }
}

extension ProgramData {
  /// The clock of a note of a service that ended, by the rules of its date.
  func noteClock(
    of kind: NoteKind,
    endedAt end: Instant,
    on date: CalendarDate
  ) -> NoteClock {
    let rules = rules(on: date)
    let clock = NoteClock(of: kind, endedAt: end, rules: rules)
    guard rules.noteBusinessDaysOnly else { return clock }
    let hours = kind == .noShow ? rules.noShowNoteDueHours : rules.noteDueHours
    return clock.moved(
      to: businessTime(hours, after: end),
      late: businessTime(rules.noteHardLateHours, after: end)
    )
  }

  /// So many hours later, those of weekends and closed days left out: 24 hours are the same time on
  /// the next business day.
  private func businessTime(_ hours: Int, after end: Instant) -> Instant {
    let zone = program.zone
    let from = zone.date(of: end)
    var day = from
    for _ in 0..<(hours / 24) { day = nextBusinessDay(after: day) }
    let days = CalendarDate.days(from: from, to: day)
    let time = (days == 0 ? end : zone.sameTime(as: end, daysLater: days))
      .adding(minutes: hours % 24 * 60)
    let date = zone.date(of: time)
    guard !isBusinessDay(date) else { return time }
    return zone.sameTime(
      as: time,
      daysLater: CalendarDate.days(from: date, to: nextBusinessDay(after: date))
    )
  }
}
