/// A person in treatment.
///
/// Invariants: at most one open episode per program; `mrn` is unique in the program.
///
/// - Source: `domain.md` 4.1 in the design; BR-60 for what may be said on the phone.
package struct Client: Hashable, Sendable {
  package let id: ClientID
  /// The medical record number in the program's own pattern ("C06"); unique.
  package var mrn: String
  package var legalFirst: String
  package var legalLast: String
  package var preferredName: String?
  package var pronouns: String?
  package var birthDate: CalendarDate
  package var sexForRecord: Coded<Gender>?
  package var genderIdentity: Coded<Gender>?
  package var phones: [Phone]
  package var address: String?
  package var email: String?
  /// A BCP-47 tag; nil is not asked yet.
  package var language: String?
  package var interpreterNeeded: Bool
  package var alerts: [ClientAlert]
  package var constraints: [ScheduleConstraint]
  /// Who stands by the client; their names must not get into other clients' notes (BR-40).
  package var supports: [SupportPerson]
  /// Set only for a client without an episode, or who died; else it follows from the episodes.
  package var statusOverride: Coded<ClientStatus>?
  /// From first calls to admissions, oldest first; of all stays.
  package var intake: [IntakeStep] = []
  package var part2NoticeGivenAt: Instant?
  package var enteredInError: EnteredInError?
  package var history: [HistoryEntry<RecordEdit<Client>>] = []
  package var isWithdrawn = false

  package init(
    id: ClientID,
    mrn: String,
    legalFirst: String,
    legalLast: String,
    birthDate: CalendarDate
  ) {
    self.id = id
    self.mrn = mrn
    self.legalFirst = legalFirst
    self.legalLast = legalLast
    self.birthDate = birthDate
    phones = []
    interpreterNeeded = false
    alerts = []
    constraints = []
    supports = []
  }

  /// The name the client goes by: the preferred first name if there is one.
  package var firstName: String { preferredName ?? legalFirst }

  /// First and last name, for eyes that may see it.
  package var fullName: String { firstName + " " + legalLast }

  /// First name and the last name's first letter, for a room with other people in it.
  package var roomName: String {
    guard let initial = legalLast.first else { return firstName }
    return firstName + " " + String(initial) + "."
  }

  /// Completed years on a date; 0 before birth.
  package func age(on date: CalendarDate) -> Int {
    let years = date.year - birthDate.year
    let hadBirthday = (date.month, date.day) >= (birthDate.month, birthDate.day)
    return max(0, hadBirthday ? years : years - 1)
  }

  /// The clients with whom this one must not share a room (`do_not_pair`).
  package var notToPairWith: [ClientID] {
    alerts.compactMap { $0.kind == .known(.doNotPair) ? $0.otherClient : nil }
  }
}

/// Stored words, for ever.
package enum Gender: String, Hashable, Sendable, CaseIterable {
  case female, male, nonbinary, other, declined, unknown
  case transgenderWoman = "transgender_woman"
  case transgenderMan = "transgender_man"
}

/// Stored words, for ever.
package enum ClientStatus: String, Hashable, Sendable, CaseIterable {
  case inquiry, waitlisted, active, inactive, alumni, deceased
}

package struct Phone: Hashable, Sendable {
  package var number: String
  package var kind: Coded<PhoneKind>
  package var okToCall: Bool
  package var okToText: Bool
  /// False until the client allows it (42 CFR Part 2: a voicemail can be a breach).
  package var okVoicemail: Bool
  package var voicemailScript: Coded<VoicemailScript>
  package var safeHours: String?

  package init(
    number: String,
    kind: Coded<PhoneKind> = .known(.mobile),
    okToCall: Bool = true,
    okToText: Bool = false,
    okVoicemail: Bool = false,
    voicemailScript: Coded<VoicemailScript> = .known(.noMessage),
    safeHours: String? = nil
  ) {
    self.number = number
    self.kind = kind
    self.okToCall = okToCall
    self.okToText = okToText
    self.okVoicemail = okVoicemail
    self.voicemailScript = voicemailScript
    self.safeHours = safeHours
  }
}

package enum PhoneKind: String, Hashable, Sendable, CaseIterable { case mobile, home, work }

package enum VoicemailScript: String, Hashable, Sendable, CaseIterable {
  case noMessage = "no_message"
  case firstNameOnly = "first_name_only"
  case programNamed = "program_named"
}

package struct ClientAlert: Hashable, Sendable {
  package var kind: Coded<AlertKind>
  /// The other one of a `do_not_pair` or a name alert.
  package var otherClient: ClientID?
  package var note: String?

  package init(kind: Coded<AlertKind>, otherClient: ClientID? = nil, note: String? = nil) {
    self.kind = kind
    self.otherClient = otherClient
    self.note = note
  }
}

package enum AlertKind: String, Hashable, Sendable, CaseIterable {
  case nameAlert = "name_alert"
  case suicideRisk = "suicide_risk"
  case overdoseRisk = "overdose_risk"
  case violenceRisk = "violence_risk"
  case allergy
  case doNotPair = "do_not_pair"
  case noContactPerson = "no_contact_person"
  case courtMandated = "court_mandated"
  case minor, pregnancy, mobility
}

/// A time of the week the client can't come.
package struct ScheduleConstraint: Hashable, Sendable {
  package var weekday: Weekday
  package var from: TimeOfDay
  package var to: TimeOfDay
  package var kind: Coded<ConstraintKind>

  package init(
    weekday: Weekday,
    from: TimeOfDay,
    to: TimeOfDay,
    kind: Coded<ConstraintKind>
  ) {
    self.weekday = weekday
    self.from = from
    self.to = to
    self.kind = kind
  }
}

package enum ConstraintKind: String, Hashable, Sendable, CaseIterable {
  case work, school, childcare, transport, court, medical
}

/// Somebody who stands by a client: a relative, a sponsor, a friend.
package struct SupportPerson: Hashable, Sendable {
  package var name: String
  package var relation: String

  package init(name: String, relation: String) {
    self.name = name
    self.relation = relation
  }
}

/// Hides a record that should not have been made; nothing is ever deleted.
package struct EnteredInError: Hashable, Sendable {
  package var at: Instant
  package var by: StaffID
  package var reason: String

  package init(at: Instant, by: StaffID, reason: String) {
    self.at = at
    self.by = by
    self.reason = reason
  }
}
