/// The program itself: what this folder of records is of.
package struct Program: Hashable, Sendable {
  package var id: ID<Program>
  package var name: String
  package var zone: ProgramTimeZone
  /// Whether everything in it is made up.
  package var isDemo: Bool

  package init(id: ID<Program>, name: String, zone: ProgramTimeZone, isDemo: Bool) {
    self.id = id
    self.name = name
    self.zone = zone
    self.isDemo = isDemo
  }
}

/// A date on which the program is closed, or open for a short day.
package struct CalendarEntry: Hashable, Sendable {
  package let date: CalendarDate
  package var kind: Coded<CalendarEntryKind>
  package var note: String
  package var history: [HistoryEntry<RecordEdit<CalendarEntry>>] = []
  package var isWithdrawn = false

  /// One a day, in memory only.
  package var id: ID<CalendarEntry> { ID(date.description) }

  package init(date: CalendarDate, kind: Coded<CalendarEntryKind>, note: String) {
    self.date = date
    self.kind = kind
    self.note = note
  }

  /// "short day: open until 12"; the kind alone for one without a name.
  package var words: String {
    note.isEmpty ? kind.spoken : "\(kind.spoken): \(note)"
  }

  /// Whether no session is generated on the date and nobody is expected (BR-07).
  package var closes: Bool { kind == .known(.holiday) || kind == .known(.closure) }
}

package enum CalendarEntryKind: String, Hashable, Sendable, CaseIterable {
  case holiday, closure
  case shortDay = "short_day"
}
