import Domain
import Storage

extension OpenedProgram {
  /// Everybody, everything unsigned, and the weeks for which a note may be owed.
  func dataOfNotes(at now: Instant) -> ProgramData {
    var data = folder.loadStanding()
    folder.loadCaseload(into: &data)
    folder.loadWhatNotesNeed(at: now, into: &data)
    return data
  }

  /// Everybody and everything unsigned, without any week.
  func dataOfDrafts() -> ProgramData {
    var data = folder.loadStanding()
    folder.loadCaseload(into: &data)
    folder.loadDrafts(into: &data)
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
