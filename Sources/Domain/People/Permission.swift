/// Something that a role may do, or not.
///
/// - Source: `domain.md` 4.5.
package enum Permission: Hashable, Sendable {
  /// To see who is expected, beside when and where.
  case seeRosters
  /// To say that somebody has come, and no more.
  case markArrivals
  case markAttendance
  /// Of some clients at least.
  case readNotes
  case writeNotes
  /// Every record, whoever it is about.
  case readEverything
  /// Clients, their stays, places in groups and appointments.
  case enterClients
  /// Staff, rooms, groups, rules, passphrases.
  case configure
  case readAudit
}

extension Staff {
  /// Nobody who has left may do anything, nor a role that this version doesn't know.
  package func may(_ permission: Permission) -> Bool {
    guard isActive, case .known(let role) = role else { return false }
    return role.may(permission)
  }
}

/// Whose notes a role may read.
enum NoteReach: Hashable, Sendable {
  case none
  /// Of those who are in groups that one leads.
  case ownGroups
  /// Of these, and of one's caseload.
  case own
  case all
}

extension StaffRole {
  package func may(_ permission: Permission) -> Bool {
    switch permission {
    case .seeRosters: self != .billing
    case .markArrivals: self == .frontDesk || may(.markAttendance)
    case .markAttendance: isTreating
    case .readNotes: reach != .none
    case .writeNotes: isTreating || self == .medical
    case .readEverything: reach == .all
    case .enterClients: isTreating || self == .frontDesk
    case .configure: self == .clinicalSupervisor || self == .programDirector
    case .readAudit: may(.configure) || self == .auditor
    }
  }

  private var isTreating: Bool {
    switch self {
    case .counselor, .trainee, .caseManager, .peerSpecialist, .clinicalSupervisor,
      .programDirector:
      true
    case .frontDesk, .medical, .auditor, .billing: false
    }
  }

  /// Whether a colleague's clients may be handed to it for some days.
  var covers: Bool { self == .counselor || may(.configure) }

  /// Whether it may hand a client's notes to whom it likes, and to itself: by a place in an own group, or as
  /// the client's counselor.
  var givesReading: Bool { self == .counselor || may(.configure) }

  /// Whether others may stand in for its caseload.
  var hasCoveredCaseload: Bool { self == .counselor || self == .trainee }

  var reach: NoteReach {
    switch self {
    case .counselor, .trainee, .caseManager: .own
    case .peerSpecialist: .ownGroups
    case .clinicalSupervisor, .programDirector, .medical, .auditor: .all
    case .frontDesk, .billing: .none
    }
  }

  /// As in "the front desk may …".
  package var word: String {
    switch self {
    case .counselor: "a counselor"
    case .trainee: "a trainee"
    case .caseManager: "a case manager"
    case .peerSpecialist: "a peer specialist"
    case .clinicalSupervisor: "a supervisor"
    case .programDirector: "the director"
    case .frontDesk: "the front desk"
    case .medical: "medical staff"
    case .auditor: "an auditor"
    case .billing: "billing"
    }
  }
}

extension ProgramData {
  /// Lets a change through that somebody's role allows.
  ///
  /// - Parameters:
  ///   - staffID: Who asks for it.
  ///   - isArrival: Whether it only says that somebody has come.
  /// - Throws: `notPermitted`, with the role in words.
  func allowMarks(by staffID: StaffID, isArrival: Bool) throws(RuleViolation) {
    if let refusal = refusalToMark(by: staffID, isArrival: isArrival) { throw refusal }
  }

  /// Why somebody's role doesn't allow to mark; nil where it does.
  package func refusalToMark(by staffID: StaffID, isArrival: Bool) -> RuleViolation? {
    guard let person = staff[staffID] else { return .notPermitted(Self.nobody) }
    if person.may(.markAttendance) || (isArrival && person.may(.markArrivals)) { return nil }
    if let refusal = person.refusalToWork { return refusal }
    guard case .known(let role) = person.role else {
      return .notPermitted("The role of \(person.shortName) is of a newer version of the program.")
    }
    let rest = person.may(.markArrivals) ? " but arrivals" : ""
    return .notPermitted(
      "\(role.word.prefix(1).uppercased() + role.word.dropFirst()) marks nothing\(rest). "
        + "Ask the group's lead."
    )
  }
}

extension SessionRequest {
  /// Whether it only says that somebody has come.
  var isArrival: Bool {
    switch self {
    case .mark(_, let mark): mark.status == .present || mark.status == .late
    case .stepOutOrIn, .cameBack, .switchVideo, .quickLine, .clear, .allTheRest, .changeTimes,
      .changeReason,
      .walkIn, .begin, .changeCourse, .finish, .reopen, .cancel, .switchBreak, .substitute, .topic,
      .overrideCredit, .decide:
      false
    }
  }
}
