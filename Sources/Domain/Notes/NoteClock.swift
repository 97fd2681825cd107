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
