import Domain
import Storage

extension OpenedProgram {
  /// How many weeks before the present one are looked through for what is owed.
  private static let weeksBack = 12
  /// How many weeks back notes that came back, or wait for a signature, are looked for.
  private static let openNotesBack = 52

  /// Everybody, everything unsigned, and the weeks for which a note may be owed.
  func dataOfNotes(at now: Instant) -> ProgramData {
    var data = dataOfDrafts()
    let week = data.weekStart(of: zone.date(of: now))
    for back in 0...Self.weeksBack {
      folder.loadWeek(week.adding(days: -7 * back), into: &data)
    }
    for back in (Self.weeksBack + 1)...Self.openNotesBack {
      folder.loadOpenNotes(ofWeek: week.adding(days: -7 * back), into: &data)
    }
    return data
  }

  /// Everybody and everything unsigned, without any week.
  func dataOfDrafts() -> ProgramData {
    var data = folder.loadStanding()
    folder.loadCaseload(into: &data)
    var drafts: [StoredDraft] = []
    for person in data.staff.keys.sorted() {
      let (found, problems) = folder.readDrafts(of: person)
      drafts += found
      data.problems += problems
    }
    // Where two people began the same one, the text that was written last.
    for stored in drafts.sorted(by: { $0.lastWriteAt < $1.lastWriteAt }) {
      data.drafts[stored.draft.document] = stored.draft
    }
    return data
  }

  /// What notes are written with; says on standard error which own template can't be used.
  func noteTemplates() -> NoteTemplates {
    let (templates, problems) = folder.templates()
    for problem in problems { Output.tell(problem.what + " " + problem.doThis) }
    return templates
  }
}

/// How notes are named on a command line: by codes alone.
extension ProgramData {
  func mrn(of client: ClientID) -> String { clients[client]?.mrn ?? client.rawValue }

  func staffCode(of person: StaffID) -> String { staff[person]?.code ?? person.rawValue }
}

extension ProgramTimeZone {
  /// A moment as the program's clock shows it: "2026-03-11T10:52".
  func shown(_ instant: Instant) -> String {
    let local = local(instant)
    return "\(local.date)T\(local.time)"
  }
}

extension NoteService {
  /// The service date; nil for a note without a service.
  var shownDate: String? {
    switch self {
    case .session(_, let date), .appointment(_, let date), .missedDay(let date): date.description
    case .none: nil
    }
  }
}
