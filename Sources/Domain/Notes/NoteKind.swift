/// What a note is of.
///
/// The raw values are stored words, for ever.
///
/// - Source: `domain.md` 4.12.
package enum NoteKind: String, Hashable, Sendable, CaseIterable {
  case group, individual, family, crisis, intake, peer, medication, administrative
  case caseManagement = "case_management"
  case collateralContact = "collateral_contact"
  case noShow = "no_show"
  case dischargeSummary = "discharge_summary"

  package var word: String {
    switch self {
    case .group: "Group"
    case .individual: "Individual"
    case .family: "Family"
    case .crisis: "Crisis"
    case .intake: "Intake"
    case .peer: "Peer session"
    case .medication: "Medication"
    case .administrative: "Administrative"
    case .caseManagement: "Case management"
    case .collateralContact: "Collateral contact"
    case .noShow: "No-show"
    case .dischargeSummary: "Discharge summary"
    }
  }

  /// Those that are begun without a service of the schedule, in the order in which they are offered.
  ///
  /// What counts toward the hours isn't among them: it is booked, and its note opens from there.
  package static let unscheduled: [NoteKind] = [
    .collateralContact, .caseManagement, .crisis, .peer, .medication, .administrative,
    .dischargeSummary,
  ]

  /// Whether a note of it says from when to when it was, also without a service of the schedule.
  package var hasTimes: Bool {
    switch self {
    case .administrative, .dischargeSummary, .noShow: false
    case .group, .individual, .family, .crisis, .intake, .peer, .medication, .caseManagement,
      .collateralContact:
      true
    }
  }

  /// The kind of note that an appointment wants.
  package init(of appointment: Coded<AppointmentKind>) {
    switch appointment {
    case .known(.individual), .known(.asamReassessment), .known(.planReview),
      .known(.dischargePlanning), .unknown:
      self = .individual
    case .known(.crisis): self = .crisis
    case .known(.familyWithClient), .known(.familyWithoutClient): self = .family
    case .known(.intakeAssessment): self = .intake
    case .known(.caseManagement): self = .caseManagement
    case .known(.peerSession): self = .peer
    }
  }
}

/// What a note documents.
package enum NoteService: Hashable, Sendable {
  /// A client's part of a group's meeting.
  case session(SessionID, CalendarDate)
  case appointment(AppointmentID, CalendarDate)
  /// A day on which the client was expected and came to nothing that was missed (BR-24).
  case missedDay(CalendarDate)
  /// Nothing of the schedule: administrative, discharge summary, a telephone call.
  case none(CalendarDate)

  /// The group's meeting; nil for a note of anything else.
  package var sessionID: SessionID? {
    guard case .session(let id, _) = self else { return nil }
    return id
  }

  /// The service date; for a note without a service the day it is of.
  package var date: CalendarDate {
    switch self {
    case .session(_, let date), .appointment(_, let date), .missedDay(let date), .none(let date):
      date
    }
  }

  /// The id of the client's one note of it; nil where there may be several.
  package func noteID(of client: ClientID) -> NoteID? {
    switch self {
    case .session(let id, _): .note(of: client, service: id.rawValue)
    case .appointment(let id, _): .note(of: client, service: id.rawValue)
    case .missedDay(let date): .note(of: client, service: date.description)
    case .none: nil
    }
  }
}

/// Where a note stands.
///
/// ```text
/// draft ──► ready ──► signed ──► (addenda) ──► entered in error
///   ▲                  └─► awaitingCosign ──► cosigned
///   └── returned ◄───────────┘
/// ```
///
/// Draft and ready follow from the text: ready is when nothing required is missing.
package enum NoteStatus: String, Hashable, Sendable, CaseIterable {
  case draft, ready, signed, cosigned, returned
  case awaitingCosign = "awaiting_cosign"
  case enteredInError = "entered_in_error"

  package var word: String {
    switch self {
    case .draft: "draft"
    case .ready: "ready"
    case .signed: "signed"
    case .cosigned: "co-signed"
    case .returned: "returned"
    case .awaitingCosign: "waits for co-signature"
    case .enteredInError: "entered in error"
    }
  }

  /// Whether the text can't change any more.
  package var isLocked: Bool {
    switch self {
    case .draft, .ready, .returned: false
    case .signed, .cosigned, .awaitingCosign, .enteredInError: true
    }
  }
}
