/// A standing group: what meets every week.
///
/// Its meetings are computed from it until something about one is stored.
///
/// - Source: `domain.md` 4.7; caps BR-15…17.
package struct GroupSeries: Hashable, Sendable {
  package let id: GroupID
  /// What people type and say: "G03"; unique.
  package var code: String
  package var title: String
  package var type: Coded<GroupType>
  package var level: String
  package var weekdays: Set<Weekday>
  package var start: TimeOfDay
  package var end: TimeOfDay
  package var effectiveFrom: CalendarDate
  package var effectiveTo: CalendarDate?
  package var roomID: RoomID?
  package var leadID: StaffID
  package var coLeadIDs: [StaffID]
  package var capacity: Int
  package var capacityKind: Coded<CapacityKind>
  package var isClosed: Bool
  package var audience: Coded<Audience>
  package var breaks: [SeriesBreak]
  package var countsTowardHours: Bool
  package var modality: Coded<Modality>
  /// What each meeting is about that has no curriculum and no topic of its own.
  package var topic: String?
  /// The curriculum: what the meetings are about, one after the other; empty without one.
  package var topics: [String] = []
  /// Where it is in them; edited apart, since each finished meeting moves it.
  package var topicCursor = TopicCursor()
  package var enrollments: [Enrollment]
  /// How it met before it was changed from a date on, the oldest first; their days don't overlap.
  package var past: [PastPlan] = []
  package var history: [HistoryEntry<GroupEdit>] = []
  package var isWithdrawn = false

  package init(
    id: GroupID,
    code: String,
    title: String,
    type: Coded<GroupType>,
    weekdays: Set<Weekday>,
    start: TimeOfDay,
    end: TimeOfDay,
    effectiveFrom: CalendarDate,
    leadID: StaffID
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.type = type
    level = "2.1"
    self.weekdays = weekdays
    self.start = start
    self.end = end
    self.effectiveFrom = effectiveFrom
    self.leadID = leadID
    coLeadIDs = []
    capacity = 12
    capacityKind = .known(.hard)
    isClosed = false
    audience = .known(.all)
    breaks = []
    countsTowardHours = true
    modality = .known(.inPerson)
    enrollments = []
  }

  package func enrollments(on date: CalendarDate) -> [Enrollment] {
    enrollments.filter { $0.isActive(on: date) }
  }
}

/// A pause inside each meeting, as minutes after its start.
package struct SeriesBreak: Hashable, Sendable {
  package var afterMinutes: Int
  package var minutes: Int
  package var isCreditable: Bool

  package init(afterMinutes: Int, minutes: Int, isCreditable: Bool) {
    self.afterMinutes = afterMinutes
    self.minutes = minutes
    self.isCreditable = isCreditable
  }
}

package enum GroupType: String, Hashable, Sendable, CaseIterable {
  case process, psychoeducation, skills, multifamily, orientation, other
  case relapsePrevention = "relapse_prevention"
  case medicationSupport = "medication_support"
  case genderSpecific = "gender_specific"
  case traumaInformed = "trauma_informed"
  case peerSupport = "peer_support"
  case recreationActivity = "recreation_activity"
  case continuingCare = "continuing_care"

  /// Which of the three caps of BR-17 is meant for it.
  package var capClass: CapClass {
    switch self {
    case .psychoeducation, .orientation, .recreationActivity, .other: .education
    case .multifamily: .family
    case .process, .skills, .relapsePrevention, .medicationSupport, .genderSpecific,
      .traumaInformed, .peerSupport, .continuingCare:
      .counseling
    }
  }
}

package enum CapClass: Sendable { case counseling, education, family }

package enum CapacityKind: String, Hashable, Sendable, CaseIterable { case hard, soft }

package enum Audience: String, Hashable, Sendable, CaseIterable {
  case all, women, men, lgbtq, families
  case youngAdult = "young_adult"
  case olderAdult = "older_adult"
}
