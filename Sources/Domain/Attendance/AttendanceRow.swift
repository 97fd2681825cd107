/// One client at one session.
///
/// Invariants, checked by `GroupSession.violations`:
/// 1. Segments are sorted, don't overlap, and end no earlier than they begin.
/// 2. Segments lie between 12 hours before the scheduled start and 12 hours after its end.
/// 3. A status that isn't attended has no segments.
///
/// - Source: `domain.md` 4.10.
package struct AttendanceRow: Hashable, Sendable {
  package var clientID: ClientID
  package var episodeID: EpisodeID
  package var status: AttendanceStatus
  package var segments: [PresenceSegment]
  package var creditOverride: CreditOverride?
  package var modality: Coded<Modality>
  package var absenceReason: Coded<AbsenceReason>?
  package var notice: CancelNotice?
  /// 0...4: none, minimal, attentive, active, leading.
  package var participation: Int?
  package var affect: [Coded<Affect>]
  /// 0...10, as the client says at check-in.
  package var craving: Int?
  /// 0...10, as the client says at check-in.
  package var mood: Int?
  package var commitmentKept: Coded<CommitmentKept>?
  /// A line of at most 200 characters, the beginning of the note.
  package var quickLine: String?
  package var isMakeup: Bool
  package var isWalkin: Bool
  /// Rules that were set aside for this row, with the reason given.
  package var overrides: [RuleOverride]
  /// Nil while nobody has marked the row.
  package var markedBy: StaffID?
  package var markedAt: Instant?

  package init(
    clientID: ClientID,
    episodeID: EpisodeID,
    status: AttendanceStatus = .expected,
    segments: [PresenceSegment] = []
  ) {
    self.clientID = clientID
    self.episodeID = episodeID
    self.status = status
    self.segments = segments
    modality = .known(.inPerson)
    affect = []
    isMakeup = false
    isWalkin = false
    overrides = []
  }

  package var firstIn: Instant? { segments.first?.start }
  package var hasOpenSegment: Bool { segments.last.map { $0.end == nil } ?? false }

  /// Whether the client was here and is outside for the moment.
  package func isSteppedOut(sessionIsLive: Bool) -> Bool {
    sessionIsLive && (status == .present || status == .late) && !segments.isEmpty
      && !hasOpenSegment
  }
}

/// From an arrival to a departure; open while the client is in the room.
package struct PresenceSegment: Hashable, Sendable {
  package var start: Instant
  package var end: Instant?

  package init(start: Instant, end: Instant? = nil) {
    self.start = start
    self.end = end
  }
}

/// Minutes that a lead or supervisor set by hand.
package struct CreditOverride: Hashable, Sendable {
  package var minutes: Int
  package var reason: String
  package var by: StaffID
  package var at: Instant

  package init(minutes: Int, reason: String, by: StaffID, at: Instant) {
    self.minutes = minutes
    self.reason = reason
    self.by = by
    self.at = at
  }
}

/// A rule that somebody set aside on purpose, and why.
package struct RuleOverride: Hashable, Sendable {
  package var rule: Coded<OverridableRule>
  package var reason: String
  package var by: StaffID
  package var at: Instant

  package init(rule: Coded<OverridableRule>, reason: String, by: StaffID, at: Instant) {
    self.rule = rule
    self.reason = reason
    self.by = by
    self.at = at
  }
}

package enum OverridableRule: String, Hashable, Sendable, CaseIterable {
  /// BR-17: more present than the group's cap.
  case capacity
  /// `do_not_pair`: both in the room at once.
  case doNotPair = "do_not_pair"
  /// BR-23: came later than the lock-out.
  case lateLockout = "late_lockout"
  /// A walk-in who isn't enrolled.
  case notEnrolled = "not_enrolled"
}

package struct CancelNotice: Hashable, Sendable {
  package var at: Instant
  package var channel: Coded<NoticeChannel>

  package init(at: Instant, channel: Coded<NoticeChannel>) {
    self.at = at
    self.channel = channel
  }
}

package enum NoticeChannel: String, Hashable, Sendable, CaseIterable {
  case phone, text
  case inPerson = "in_person"
  case thirdParty = "third_party"
}

package enum AbsenceReason: String, Hashable, Sendable, CaseIterable {
  case illness, work, school, childcare, transportation, weather, hospitalised, incarcerated
  case unknown, other
  case medicalAppointment = "medical_appt"
  case courtLegal = "court_legal"
  case familyEmergency = "family_emergency"
  case holidayReligious = "holiday_religious"

  /// One or two words for a row or a menu.
  package var word: String {
    switch self {
    case .illness: "illness"
    case .work: "work"
    case .school: "school"
    case .childcare: "childcare"
    case .transportation: "transport"
    case .weather: "weather"
    case .hospitalised: "hospital"
    case .incarcerated: "in custody"
    case .unknown: "not known"
    case .other: "other"
    case .medicalAppointment: "medical"
    case .courtLegal: "court"
    case .familyEmergency: "family"
    case .holidayReligious: "holiday"
    }
  }
}

package enum Affect: String, Hashable, Sendable, CaseIterable {
  case calm, anxious, sad, angry, flat, bright, labile, guarded, tearful, irritable
}

package enum CommitmentKept: String, Hashable, Sendable, CaseIterable {
  case yes, partly, no
  case noneSet = "none_set"
}

extension AttendanceRow {
  /// Whether anything was kept of the client beside the mark.
  package var hasQuickLine: Bool {
    craving != nil || mood != nil || participation != nil || quickLine?.isEmpty == false
  }
}
