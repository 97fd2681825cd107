/// One meeting of a group, with everybody's attendance.
///
/// `rows` holds the whole roster in roster order: everyone enrolled for the date, then walk-ins.
///
/// - Source: `domain.md` 4.8.
package struct GroupSession: Hashable, Sendable {
  package let id: SessionID
  /// Nil is an ad-hoc session.
  package var groupID: GroupID?
  /// The local date of the scheduled start as first planned.
  package var serviceDate: CalendarDate
  /// The title of a session without a series.
  package var adHocTitle: String?
  package var countsTowardHours: Bool
  package var state: SessionState
  package var rows: [AttendanceRow]
  package var guests: [Guest]
  package var history: [HistoryEntry<SessionEdit>]

  package init(
    id: SessionID,
    groupID: GroupID?,
    serviceDate: CalendarDate,
    countsTowardHours: Bool,
    state: SessionState,
    rows: [AttendanceRow] = []
  ) {
    self.id = id
    self.groupID = groupID
    self.serviceDate = serviceDate
    self.countsTowardHours = countsTowardHours
    self.state = state
    self.rows = rows
    guests = []
    history = []
  }

  package func row(of client: ClientID) -> AttendanceRow? {
    rows.first { $0.clientID == client }
  }
}

/// The facts of a session that its staff change while it runs; one value, so that a change can be
/// taken back whole.
package struct SessionState: Hashable, Sendable {
  package var status: SessionStatus
  package var scheduledStart: Instant
  package var scheduledEnd: Instant
  package var actualStart: Instant?
  package var actualEnd: Instant?
  package var leadID: StaffID
  package var coLeadIDs: [StaffID]
  package var substituteFor: StaffID?
  package var roomID: RoomID?
  package var modality: Coded<Modality>
  package var breaks: [SessionBreak]
  package var topic: String?
  /// Why the program cancelled or ended it early.
  package var programReason: String?
  /// Attendance is frozen from here on: a change needs a reason.
  package var closedAt: Instant?
  package var closedBy: StaffID?
  /// It isn't held: it was moved to another day, or adding it was taken back.
  ///
  /// In no list.
  package var isWithdrawn = false
  /// What is held in its place.
  package var movedTo: SessionID?
  /// What it is held in the place of.
  package var movedFrom: SessionID?
  /// The day whose enrollments make its roster; nil is its own.
  package var plannedFor: CalendarDate?

  package init(
    status: SessionStatus = .scheduled,
    scheduledStart: Instant,
    scheduledEnd: Instant,
    leadID: StaffID,
    coLeadIDs: [StaffID] = [],
    roomID: RoomID? = nil
  ) {
    self.status = status
    self.scheduledStart = scheduledStart
    self.scheduledEnd = scheduledEnd
    self.leadID = leadID
    self.coLeadIDs = coLeadIDs
    self.roomID = roomID
    modality = .known(.inPerson)
    breaks = []
  }

  /// Whether somebody leads it, alone or with others: whose notes of it may be signed.
  package func leads(_ person: StaffID) -> Bool {
    leadID == person || coLeadIDs.contains(person)
  }
}

/// Where a session stands.
///
/// ```text
/// scheduled ──► inProgress ──► completed ──► (reopened) inProgress
///     └───────► cancelledByProgram, cancelledNoAttendees
/// ```
package enum SessionStatus: Hashable, Sendable {
  case scheduled, inProgress, completed, cancelledByProgram, cancelledNoAttendees
  case unknown(String)

  package static let known: [SessionStatus] = [
    .scheduled, .inProgress, .completed, .cancelledByProgram, .cancelledNoAttendees,
  ]

  package init(stored: String) {
    self = SessionStatus.known.first { $0.stored == stored } ?? .unknown(stored)
  }

  package var stored: String {
    switch self {
    case .scheduled: "scheduled"
    case .inProgress: "in_progress"
    case .completed: "completed"
    case .cancelledByProgram: "cancelled_by_program"
    case .cancelledNoAttendees: "cancelled_no_attendees"
    case .unknown(let word): word
    }
  }

  package var word: String {
    switch self {
    case .scheduled: "scheduled"
    case .inProgress: "LIVE"
    case .completed: "finished"
    case .cancelledByProgram: "cancelled by program"
    case .cancelledNoAttendees: "cancelled, nobody came"
    case .unknown(let word): "unknown: " + word
    }
  }

  package var isCancelled: Bool { self == .cancelledByProgram || self == .cancelledNoAttendees }
}

package struct SessionBreak: Hashable, Sendable {
  package var start: Instant
  /// Nil while the break runs.
  package var end: Instant?
  package var isCreditable: Bool

  package init(start: Instant, end: Instant? = nil, isCreditable: Bool) {
    self.start = start
    self.end = end
    self.isCreditable = isCreditable
  }
}

/// Somebody at a session who isn't a client.
package struct Guest: Hashable, Sendable {
  package var name: String
  package var relation: String
  package var signedConfidentiality: Bool

  package init(name: String, relation: String, signedConfidentiality: Bool) {
    self.name = name
    self.relation = relation
    self.signedConfidentiality = signedConfidentiality
  }
}
