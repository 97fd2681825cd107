/// One stay in the program, from admission to discharge.
///
/// Invariants:
/// 1. `admittedOn <= dischargedOn`.
/// 2. Exactly one primary counselor on each day of the episode; earlier ones are kept.
/// 3. The level-of-care periods don't overlap; exactly one is open while the episode is.
/// 4. A discharge has a reason.
///
/// - Source: `domain.md` 4.2, 4.3; leaves as in `decisions.md` 2.
package struct Episode: Hashable, Sendable {
  package let id: EpisodeID
  package let clientID: ClientID
  package var admittedOn: CalendarDate
  /// The last day; nil while the episode is open.
  package var dischargedOn: CalendarDate?
  package var status: Coded<EpisodeStatus>
  package var referralSource: Coded<ReferralSource>?
  package var track: Coded<Track>
  package var counselors: [CounselorAssignment]
  package var levels: [LevelOfCarePeriod]
  package var leaves: [Leave]
  package var diagnoses: [Diagnosis]
  /// Replaces the rule set's weekly minimum, 1...10080; nil means the rule set's.
  package var weeklyMinutesOverride: Int?
  package var dischargeReason: Coded<DischargeReason>?
  package var dischargeLevelTo: String?
  package var payer: Payer?
  package var authorizations: [Authorization] = []
  package var legalMandate: LegalMandate?
  package var enteredInError: EnteredInError?
  package var history: [HistoryEntry<RecordEdit<Episode>>] = []
  package var isWithdrawn = false

  package init(id: EpisodeID, clientID: ClientID, admittedOn: CalendarDate) {
    self.id = id
    self.clientID = clientID
    self.admittedOn = admittedOn
    status = .known(.admitted)
    track = .known(.day)
    counselors = []
    levels = []
    leaves = []
    diagnoses = []
  }

  /// Whether the date lies between admission and discharge, both included.
  package func isOpen(on date: CalendarDate) -> Bool {
    guard enteredInError == nil, admittedOn <= date else { return false }
    guard let dischargedOn else { return true }
    return date <= dischargedOn
  }

  /// The leave that covers the date, if one does.
  package func leave(on date: CalendarDate) -> Leave? {
    leaves.first { $0.from <= date && date <= ($0.to ?? date) }
  }

  package func level(on date: CalendarDate) -> LevelOfCarePeriod? {
    levels.last { $0.from <= date && date <= ($0.to ?? date) }
  }

  package func counselor(on date: CalendarDate) -> StaffID? {
    counselors.last { $0.from <= date && date <= ($0.to ?? date) }?.staffID
  }
}

package enum EpisodeStatus: String, Hashable, Sendable, CaseIterable {
  case referred, scheduled, admitted, discharged
  case onLeave = "on_leave"
  case pendingDischarge = "pending_discharge"
}

package enum ReferralSource: String, Hashable, Sendable, CaseIterable {
  case individualSelf = "individual_self"
  case alcoholDrugProvider = "alcohol_drug_provider"
  case otherHealthProvider = "other_health_provider"
  case school
  case employerEAP = "employer_eap"
  case communityReferral = "community_referral"
  case courtCriminalJustice = "court_criminal_justice"
}

package enum Track: String, Hashable, Sendable, CaseIterable {
  case day, evening, weekend, custom
}

package enum DischargeReason: String, Hashable, Sendable, CaseIterable {
  case treatmentCompleted = "treatment_completed"
  case transferredToFurtherTreatment = "transferred_to_further_treatment"
  case droppedOut = "dropped_out"
  case terminatedByFacility = "terminated_by_facility"
  case incarcerated, death, other
}

/// Who is the primary counselor, from a day to a day.
package struct CounselorAssignment: Hashable, Sendable {
  package var staffID: StaffID
  package var from: CalendarDate
  package var to: CalendarDate?

  package init(staffID: StaffID, from: CalendarDate, to: CalendarDate? = nil) {
    self.staffID = staffID
    self.from = from
    self.to = to
  }
}

/// A dated level of care (ASAM).
package struct LevelOfCarePeriod: Hashable, Sendable {
  /// The codes of both editions.
  package static let known = [
    "0.5", "1", "1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.3", "3.5", "3.7", "4", "4.0",
    "OTP",
  ]
  /// The ASAM code as text: "2.1", "1.5".
  package var level: String
  /// 3 or 4: which edition of the criteria the code is of.
  package var edition: Int
  package var from: CalendarDate
  package var to: CalendarDate?
  package var reason: Coded<LevelReason>
  /// Nil is this program; else where.
  package var provider: String?
  package var decidedBy: StaffID?
  /// Why, in a person's words.
  package var note: String?

  package init(
    level: String,
    edition: Int = 3,
    from: CalendarDate,
    to: CalendarDate? = nil,
    reason: Coded<LevelReason> = .known(.admission),
    provider: String? = nil,
    decidedBy: StaffID? = nil
  ) {
    self.level = level
    self.edition = edition
    self.from = from
    self.to = to
    self.reason = reason
    self.provider = provider
    self.decidedBy = decidedBy
  }
}

package enum LevelReason: String, Hashable, Sendable, CaseIterable {
  case admission, transfer, readmission
  case stepUp = "step_up"
  case stepDown = "step_down"
  /// Fewer hours on the way to level 1, allowed for a while (BR-07).
  case transitionTaper = "transition_taper"
}

/// An approved absence: hospital, jail, travel; both days included.
package struct Leave: Hashable, Sendable {
  package var from: CalendarDate
  package var to: CalendarDate?
  package var reason: String
  package var approvedBy: StaffID?

  package init(
    from: CalendarDate,
    to: CalendarDate?,
    reason: String,
    approvedBy: StaffID? = nil
  ) {
    self.from = from
    self.to = to
    self.reason = reason
    self.approvedBy = approvedBy
  }
}

/// A diagnosis; its severity follows from the criteria met.
package struct Diagnosis: Hashable, Sendable {
  package var icd10: String
  package var substance: String?
  /// DSM-5 criteria met in twelve months, 0...11; nil is not a substance use disorder, or unknown.
  package var criteriaMet: Int?
  package var remission: Coded<Remission>?
  package var isPrimary: Bool
  package var diagnosedOn: CalendarDate?

  package init(
    icd10: String,
    substance: String? = nil,
    criteriaMet: Int? = nil,
    remission: Coded<Remission>? = nil,
    isPrimary: Bool = true,
    diagnosedOn: CalendarDate? = nil
  ) {
    self.icd10 = icd10
    self.substance = substance
    self.criteriaMet = criteriaMet
    self.remission = remission
    self.isPrimary = isPrimary
    self.diagnosedOn = diagnosedOn
  }

  package var severity: Severity? { criteriaMet.map(Severity.init(criteriaMet:)) }
}

package enum Remission: String, Hashable, Sendable, CaseIterable { case none, early, sustained }

/// DSM-5: 0–1 none, 2–3 mild, 4–5 moderate, 6 and more severe.
package enum Severity: String, Hashable, Sendable, CaseIterable {
  case none, mild, moderate, severe

  package init(criteriaMet: Int) {
    switch criteriaMet {
    case ..<2: self = .none
    case 2...3: self = .mild
    case 4...5: self = .moderate
    default: self = .severe
    }
  }
}
