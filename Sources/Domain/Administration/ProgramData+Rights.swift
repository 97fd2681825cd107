/// Who may change the records that the day rests on.
///
/// - Source: `domain.md` 4.5.
extension ProgramData {
  /// Why somebody may not do what is asked; nil where they may.
  ///
  /// - Parameters:
  ///   - area: What it would change.
  ///   - asker: Who asks.
  /// - Returns: `notPermitted`, with the role and who may, in words.
  package func refusal(toChange area: RecordArea, by asker: StaffID) -> RuleViolation? {
    guard let person = staff[asker] else { return .notPermitted(Self.nobody) }
    if person.may(area.permission) { return nil }
    // Where nobody was made a supervisor, nobody else could ever be asked.
    if area.permission == .configure, supervisors.isEmpty, person.may(.markAttendance) {
      return nil
    }
    if case .group(let id) = area, let group = groups[id], person.may(.markAttendance),
      group.leadID == asker || group.coLeadIDs.contains(asker)
    {
      return nil
    }
    return person.refusal(of: area.permission, area.refusal).map { withWhomToAsk($0, person) }
  }

  /// A refusal with the names of those who may set up the program; whoever works here no more is sent
  /// to nobody.
  func withWhomToAsk(_ refusal: RuleViolation, _ person: Staff) -> RuleViolation {
    let names = supervisors.prefix(3).map(\.shortName).joined(separator: ", ")
    guard case .notPermitted(let why) = refusal, person.isActive, !names.isEmpty else {
      return refusal
    }
    return .notPermitted("\(why) Ask \(names).")
  }

  /// Who may set up the program and works here, by code.
  private var supervisors: [Staff] {
    staff.values.filter { $0.may(.configure) }.sorted { $0.code < $1.code }
  }

  /// Without anybody who may set it up, a program would stay as it is for ever.
  func checkSupervisors() throws(RuleViolation) {
    guard supervisors.isEmpty else { return }
    throw .fact(
      .role,
      "Nobody could set up the program any more; make another one supervisor or director first."
    )
  }

  func allow(_ request: AdministrationRequest, by asker: StaffID) throws(RuleViolation) {
    if let refusal = refusal(toChange: area(of: request), by: asker) { throw refusal }
  }

  /// A stay that is there already is changed by those who treat.
  private func area(of request: AdministrationRequest) -> RecordArea {
    switch request {
    case .client(_, let stay?) where isChanged(stay): .stays
    case .client, .admit, .enrollment, .book: .clients
    case .discharge, .merge: .stays
    case .session, .extraSession: .meetings
    case .staff, .room, .calendar, .readyWeek: .setUp
    case .group(let group), .groupFrom(let group, _): .group(group.id)
    }
  }

  private func isChanged(_ stay: Episode) -> Bool {
    episodes[stay.id].map { $0.bare != stay.bare } ?? false
  }
}

/// What a change of records is about, as far as rights go.
package enum RecordArea: Hashable, Sendable {
  /// Clients, their admissions, places in groups and appointments.
  case clients
  /// What becomes of a stay: level, counselor, leave, discharge.
  case stays
  /// When and where a meeting is held.
  case meetings
  /// Staff, rooms, the calendar, new groups, rules.
  case setUp
  /// One group; whoever leads it may, too.
  case group(GroupID)

  var permission: Permission {
    switch self {
    case .clients: .enterClients
    case .stays, .meetings: .markAttendance
    case .setUp, .group: .configure
    }
  }

  /// Behind a role's word.
  fileprivate var refusal: String {
    switch self {
    case .clients: "enters no clients, places or appointments"
    case .stays: "changes no stays"
    case .meetings: "moves no meetings"
    case .setUp: "changes nothing of the set-up"
    case .group: "changes only groups that they lead"
    }
  }
}
