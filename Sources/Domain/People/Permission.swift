/// Something that a role may do, or not.
///
/// - Source: `domain.md` 4.5.
package enum Permission: Hashable, Sendable {
  /// To say that somebody has come, and no more.
  case markArrivals
  case markAttendance
  case readNotes
  case writeNotes
  case readAudit
}

extension Staff {
  /// Nobody who has left may do anything, nor a role that this version doesn't know.
  package func may(_ permission: Permission) -> Bool {
    guard isActive, case .known(let role) = role else { return false }
    return role.may(permission)
  }
}

extension StaffRole {
  package func may(_ permission: Permission) -> Bool {
    switch self {
    case .clinicalSupervisor, .programDirector: true
    case .counselor, .trainee, .caseManager, .peerSpecialist: permission != .readAudit
    case .frontDesk: permission == .markArrivals
    case .medical: permission == .readNotes || permission == .writeNotes
    case .auditor: permission == .readNotes || permission == .readAudit
    case .billing: false
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
    guard let person = staff[staffID] else {
      throw .notPermitted("Nobody here has that identifier.")
    }
    if person.may(.markAttendance) || (isArrival && person.may(.markArrivals)) { return }
    guard person.isActive else {
      throw .notPermitted("\(person.shortName) doesn't work here any more.")
    }
    guard case .known(let role) = person.role else {
      throw .notPermitted("The role of \(person.shortName) is of a newer version of the program.")
    }
    let rest = person.may(.markArrivals) ? " but arrivals" : ""
    throw .notPermitted(
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
    case .stepOutOrIn, .switchVideo, .quickLine, .clear, .allTheRest, .changeTimes, .changeReason,
      .walkIn, .begin, .changeCourse, .finish, .reopen, .cancel, .switchBreak, .substitute,
      .overrideCredit, .decide:
      false
    }
  }
}
