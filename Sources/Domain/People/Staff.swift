/// Somebody who works here.
///
/// Invariant: a trainee needs co-signature and has a supervisor.
///
/// - Source: `domain.md` 4.5.
package struct Staff: Hashable, Sendable {
  package let id: StaffID
  /// Two or three letters, unique, what is typed for `--counselor` ("TB").
  package var code: String
  package var name: String
  package var credentials: String
  package var role: Coded<StaffRole>
  package var supervisorID: StaffID?
  package var requiresCosign: Bool
  package var isActive: Bool
  package var workHours: [WorkHours]
  package var weeklyCaseloadCap: Int?
  package var history: [HistoryEntry<RecordEdit<Staff>>] = []
  package var isWithdrawn = false

  package init(
    id: StaffID,
    code: String,
    name: String,
    credentials: String = "",
    role: Coded<StaffRole> = .known(.counselor),
    supervisorID: StaffID? = nil,
    workHours: [WorkHours] = []
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.credentials = credentials
    self.role = role
    self.supervisorID = supervisorID
    requiresCosign = role == .known(.trainee)
    isActive = true
    self.workHours = workHours
  }

  /// First initial and last name, as on a door.
  package var shortName: String {
    let parts = name.split(separator: " ")
    guard parts.count > 1, let initial = parts.first?.first, let last = parts.last else {
      return name
    }
    return String(initial) + ". " + String(last)
  }

  package var isSupervisor: Bool {
    role == .known(.clinicalSupervisor) || role == .known(.programDirector)
  }
}

package enum StaffRole: String, Hashable, Sendable, CaseIterable {
  case counselor, trainee, medical, billing, auditor
  case clinicalSupervisor = "clinical_supervisor"
  case programDirector = "program_director"
  case peerSpecialist = "peer_specialist"
  case caseManager = "case_manager"
  case frontDesk = "front_desk"
}

package struct WorkHours: Hashable, Sendable {
  package var weekday: Weekday
  package var from: TimeOfDay
  package var to: TimeOfDay

  package init(weekday: Weekday, from: TimeOfDay, to: TimeOfDay) {
    self.weekday = weekday
    self.from = from
    self.to = to
  }
}
