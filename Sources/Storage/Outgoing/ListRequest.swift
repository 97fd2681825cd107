package import Domain
package import Reports

/// Which list is written out, of which days and whom.
package struct ListRequest: Equatable, Sendable {
  package var kind: ListKind
  package var days: ClosedRange<CalendarDate>
  /// Whose services; nil is everyone's.
  package var staff: StaffID?
  package var now: Instant

  package init(
    _ kind: ListKind,
    _ days: ClosedRange<CalendarDate>,
    of staff: StaffID?,
    now: Instant
  ) {
    self.kind = kind
    self.days = days
    self.staff = staff
    self.now = now
  }

  /// What the audit log says of it: no name, no code.
  package var detail: String {
    kind.hasDays ? "\(kind.rawValue) \(days.lowerBound)..\(days.upperBound)" : kind.rawValue
  }

  /// Reads what it is about, all of it anew.
  ///
  /// - Returns: The table, and what couldn't be used.
  package func read(from folder: DataFolder) -> (table: ListTable, problems: [RecordProblem]) {
    var data = folder.loadStanding()
    folder.loadEndedEnrollments(into: &data)
    folder.loadCaseload(into: &data)
    if kind.hasWeeks { folder.loadWeeks(of: days, into: &data) }
    var problems = data.problems
    let table: ListTable
    switch kind {
    case .clients: table = .clients(data, today: data.today(at: now))
    case .staff: table = .staff(data)
    case .rooms: table = .rooms(data)
    case .groups: table = .groups(data)
    case .topics: table = .topics(data)
    case .enrollments: table = .enrollments(data)
    case .calendar: table = .calendar(data)
    case .attendance: table = .attendance(data, days, of: staff, now: now)
    case .appointments: table = .appointments(data, days, of: staff)
    case .hours: table = .hours(data, days, now: now)
    case .schedule: table = .schedule(data, days, of: staff)
    case .notesDue:
      folder.loadWhatNotesNeed(at: now, into: &data)
      problems = data.problems
      let due = data.dueNotes(at: now, templates: folder.templates().0)
      table = .notes(due.filter { note in staff.map { $0 == note.waitsFor } ?? true }, data)
    case .audit:
      let (lines, faults) = folder.readAudit()
      problems += faults
      let events = lines.map(\.event).filter { event in
        days.contains(data.program.zone.date(of: event.at))
          && (staff.map { $0 == event.by } ?? true)
      }
      table = .audit(events, data)
    }
    return (table, problems)
  }
}

extension DataFolder {
  /// The weeks of all of some days.
  package func loadWeeks(of days: ClosedRange<CalendarDate>, into data: inout ProgramData) {
    var week = data.weekStart(of: days.lowerBound)
    while week <= days.upperBound {
      loadWeek(week, into: &data)
      week = data.weekStart(1, weeksFrom: week)
    }
  }

  /// Everybody's drafts.
  package func loadDrafts(into data: inout ProgramData) {
    var drafts: [StoredDraft] = []
    for person in data.staff.keys.sorted() {
      let (found, problems) = readDrafts(of: person)
      drafts += found
      data.problems += problems
    }
    // Where two people began the same one, the text that was written last.
    for stored in drafts.sorted(by: { $0.lastWriteAt < $1.lastWriteAt }) {
      data.drafts[stored.draft.document] = stored.draft
    }
  }

  /// Everybody's drafts, and the weeks for which a note may be owed.
  package func loadWhatNotesNeed(at now: Instant, into data: inout ProgramData) {
    loadDrafts(into: &data)
    var week = data.weekStart(of: data.today(at: now))
    for back in 0...Self.openNoteWeeksBack {
      if back <= Self.noteWeeksBack {
        loadWeek(week, into: &data)
      } else {
        loadOpenNotes(ofWeek: week, into: &data)
      }
      week = data.weekStart(-1, weeksFrom: week)
    }
  }

  /// How many weeks before the present one are looked through for what is owed.
  private static let noteWeeksBack = 12
  /// How many weeks back notes that came back, or wait for a signature, are looked for.
  private static let openNoteWeeksBack = 52
}
