/// Some days of the program's calendar, one after the other, and what they are.
///
/// - Source: `domain.md` 4.6: sessions come from series, holidays and closures from the calendar.
package struct CalendarSpan: Hashable, Sendable {
  package var first: CalendarDate
  package var last: CalendarDate
  /// Nil is a day as usual.
  package var kind: Coded<CalendarEntryKind>?
  package var note: String

  package init(
    first: CalendarDate,
    last: CalendarDate,
    kind: Coded<CalendarEntryKind>?,
    note: String = ""
  ) {
    self.first = first
    self.last = last
    self.kind = kind
    self.note = note
  }

  /// One day.
  package init(_ day: CalendarEntry) {
    self.init(first: day.date, last: day.date, kind: day.kind, note: day.note)
  }

  /// How many days there are; less than one where the last is before the first.
  var count: Int { CalendarDate.days(from: first, to: last) + 1 }

  /// The days; none where they can't be closed at once.
  package var days: [CalendarDate] {
    (1...Self.mostDays).contains(count) ? (0..<count).map(first.adding(days:)) : []
  }

  /// So many days may be given at once: a year that was mistyped isn't closed for ever.
  package static let mostDays = 92
}

extension ProgramData {
  func edits(of span: CalendarSpan) throws(RuleViolation) -> [Edit] {
    guard span.count >= 1 else { throw .fact(.to, "That is before the first day.") }
    guard span.count <= CalendarSpan.mostDays else {
      throw .fact(.to, "That is \(span.count) days; at most \(CalendarSpan.mostDays) at once.")
    }
    return span.days.compactMap { date in
      let before = calendar[date]?.bare
      let after = span.kind.map { CalendarEntry(date: date, kind: $0, note: span.note) }
      return before == after ? nil : .calendar(date, RecordEdit(before: before, after: after))
    }
  }

  /// What is closed after the fact changes what was expected of people by then (BR-07).
  func doubts(aboutPastDays change: Change) -> [String] {
    let today = today(at: change.at)
    let isPast = change.edits.contains { edit in
      guard case .calendar(let date, let edit) = edit else { return false }
      return date < today && edit.before?.closes ?? false != edit.after?.closes ?? false
    }
    return isPast ? ["A day that is over: what was expected of everybody changes."] : []
  }
}
