/// One booked meeting of a client and a counselor.
///
/// - Source: `domain.md` 4.11.
package struct Appointment: Hashable, Sendable {
  package let id: AppointmentID
  package var clientID: ClientID
  package var episodeID: EpisodeID
  package var kind: Coded<AppointmentKind>
  /// The local date of the scheduled start; the folder it lies in.
  package var serviceDate: CalendarDate
  package var countsTowardHours: Bool
  /// What was booked together with it, again and again; nil for a single one, and for one that was
  /// moved by itself.
  package var repetitionID: RepetitionID?
  package var state: AppointmentState
  package var history: [HistoryEntry<AppointmentEdit>]

  package init(
    id: AppointmentID,
    clientID: ClientID,
    episodeID: EpisodeID,
    kind: Coded<AppointmentKind>,
    serviceDate: CalendarDate,
    countsTowardHours: Bool = true,
    repetitionID: RepetitionID? = nil,
    state: AppointmentState
  ) {
    self.id = id
    self.clientID = clientID
    self.episodeID = episodeID
    self.kind = kind
    self.serviceDate = serviceDate
    self.countsTowardHours = countsTowardHours
    self.repetitionID = repetitionID
    self.state = state
    history = []
  }
}

/// Appointments that were booked at once, the same every one or more weeks.
///
/// Nothing is stored of it but its identifier, in each of them.
package enum Repetition {}

/// The facts of an appointment that change; one value, so that a change can be taken back whole.
package struct AppointmentState: Hashable, Sendable {
  package var status: AppointmentStatus
  package var scheduledStart: Instant
  package var scheduledEnd: Instant
  package var actualStart: Instant?
  package var actualEnd: Instant?
  package var counselorID: StaffID
  package var roomID: RoomID?
  package var modality: Coded<Modality>
  package var cancelNoticeAt: Instant?
  package var reason: Coded<AbsenceReason>?
  package var programReason: String?
  package var rescheduledTo: AppointmentID?
  /// Whether the booking was taken back: the record stays, for redo, and counts nowhere.
  package var isWithdrawn = false

  package init(
    status: AppointmentStatus = .booked,
    scheduledStart: Instant,
    scheduledEnd: Instant,
    counselorID: StaffID,
    roomID: RoomID? = nil
  ) {
    self.status = status
    self.scheduledStart = scheduledStart
    self.scheduledEnd = scheduledEnd
    self.counselorID = counselorID
    self.roomID = roomID
    modality = .known(.inPerson)
  }
}

package enum AppointmentKind: String, Hashable, Sendable, CaseIterable {
  case individual, crisis
  case familyWithClient = "family_with_client"
  case familyWithoutClient = "family_without_client"
  case intakeAssessment = "intake_assessment"
  case asamReassessment = "asam_reassessment"
  case planReview = "plan_review"
  case caseManagement = "case_management"
  case dischargePlanning = "discharge_planning"
  case peerSession = "peer_session"

  package var word: String {
    switch self {
    case .individual: "individual"
    case .crisis: "crisis"
    case .familyWithClient: "family"
    case .familyWithoutClient: "family, without client"
    case .intakeAssessment: "intake"
    case .asamReassessment: "ASAM reassessment"
    case .planReview: "plan review"
    case .caseManagement: "case management"
    case .dischargePlanning: "discharge planning"
    case .peerSession: "peer session"
    }
  }
}

/// Where an appointment stands.
///
/// The stored words are those of the data dictionary, for ever.
package enum AppointmentStatus: Hashable, Sendable {
  case booked, arrived, inProgress, kept, lateKept, noShow
  case cancelledClient, cancelledClientLate, cancelledProgram, rescheduled
  case unknown(String)

  package static let known: [AppointmentStatus] = [
    .booked, .arrived, .inProgress, .kept, .lateKept, .noShow, .cancelledClient,
    .cancelledClientLate, .cancelledProgram, .rescheduled,
  ]

  package init(stored: String) {
    self = AppointmentStatus.known.first { $0.stored == stored } ?? .unknown(stored)
  }

  package var stored: String {
    switch self {
    case .booked: "booked"
    case .arrived: "arrived"
    case .inProgress: "in_progress"
    case .kept: "kept"
    case .lateKept: "late_kept"
    case .noShow: "no_show"
    case .cancelledClient: "cancelled_client"
    case .cancelledClientLate: "cancelled_client_late"
    case .cancelledProgram: "cancelled_program"
    case .rescheduled: "rescheduled"
    case .unknown(let word): word
    }
  }

  package var word: String {
    switch self {
    case .booked: "booked"
    case .arrived: "arrived"
    case .inProgress: "in progress"
    case .kept: "kept"
    case .lateKept: "kept, late"
    case .noShow: "No-show"
    case .cancelledClient: "cancelled"
    case .cancelledClientLate: "late cancel"
    case .cancelledProgram: "cancelled by program"
    case .rescheduled: "rescheduled"
    case .unknown(let word): "unknown: " + word
    }
  }

  package var isKept: Bool { self == .kept || self == .lateKept }
  package var isOpen: Bool { self == .booked || self == .arrived || self == .inProgress }
}
