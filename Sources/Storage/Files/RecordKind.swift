/// What a file holds.
///
/// Words of the files, for ever.
package enum RecordKind: String, Hashable, Sendable, CaseIterable {
  case program, rooms, calendar, staff, group, client, episode, appointment, plan
  case ruleSets = "rule-sets"
  case session = "group-session"
  case note, pin, access, words, forms, grants
  case noteEvent = "note-event"
  case noteChain = "note-chain"
  case noteList = "note-list"
  case enrollments
  case followUp = "follow-up"
  case auditAnchor = "audit-anchor"

  /// The version that is written; older ones are read too, newer ones refused.
  var version: Int {
    switch self {
    // 2 has the shape of 1; those who know 1 alone would miss what lies in `enrollments/`. 3 has a
    // curriculum, whose place moves by an edit of its own.
    case .group: 3
    // 1 hadn't the times after which a program locks, 2 not what `RuleSet+StoredMore` has, 3 not the
    // program's name.
    case .ruleSets: 4
    // 1 hadn't the name of what an appointment was booked together with.
    case .appointment: 2
    // 1 hadn't the import that brought it, nor whether that was taken back.
    case .plan: 2
    // 1 hadn't the days' history.
    case .calendar: 2
    // 1 hadn't the legal mandate.
    case .episode: 2
    case .program, .rooms, .staff, .client,
      .session, .note, .noteEvent, .noteChain, .noteList, .pin, .access,
      .words, .forms, .grants, .auditAnchor, .enrollments, .followUp:
      1
    }
  }

  /// How a sentence about the file begins.
  var words: String {
    switch self {
    case .program: "The program's own record"
    case .ruleSets: "The list of rule sets"
    case .rooms: "The list of rooms"
    case .calendar: "The program's calendar"
    case .staff: "A staff record"
    case .group: "A group"
    case .enrollments: "The list of a group's ended enrollments"
    case .client: "A client's record"
    case .episode: "A client's episode"
    case .plan: "A client's treatment plan"
    case .followUp: "An attempt to reach a client, or a decision about one,"
    case .session: "A group session"
    case .appointment: "An appointment"
    case .note: "A signed note"
    case .noteEvent: "What happened to a signed note"
    case .noteChain: "The chain of a client's signed notes"
    case .noteList: "The list of signed notes"
    case .pin: "A counselor's PIN"
    case .words: "The words that a counselor added to the dictionary"
    case .forms: "The forms that a counselor hasn't done"
    case .grants: "The list of who may read more than their own"
    case .access: "The record of who may open the program"
    case .auditAnchor: "How far the audit log had come"
    }
  }
}
