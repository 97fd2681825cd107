import Domain

/// The words of fixed sets as a form offers them.
enum FormChoices {
  static let levels = [
    Choice("2.1", "2.1 intensive outpatient"), Choice("1.0", "1.0 outpatient"),
    Choice("1.5", "1.5 outpatient therapy"), Choice("2.5", "2.5 high-intensity outpatient"),
    Choice("0.5", "0.5 early intervention"),
  ]
  static let tracks = Track.allCases.map { Choice($0.rawValue, $0.rawValue) }
  static let repeats = [
    Choice("0", "once"), Choice("1", "every week"), Choice("2", "every 2 weeks"),
    Choice("4", "every 4 weeks"),
  ]
  static let yesNo = [Choice("no", "no"), Choice("yes", "yes")]
  static let genders = Gender.allCases.map { Choice($0.rawValue, spoken($0.rawValue)) }
  static let referrals = ReferralSource.allCases.map { Choice($0.rawValue, spoken($0.rawValue)) }
  static let payers = PayerKind.allCases.map { Choice($0.rawValue, spoken($0.rawValue)) }
  /// Ways that need no other person's consent.
  static let channels = OutreachChannel.allCases.filter { $0 != .contactPerson }
    .map { Choice($0.rawValue, $0.word) }
  static let results = [
    OutreachResult.noAnswer, .reached, .leftMessage, .wrongNumber, .numberDisconnected, .declined,
    .returnedToCare, .hospitalised, .incarcerated,
  ].map { Choice($0.rawValue, $0.word) }
  static let levelReasons = [LevelReason.stepDown, .stepUp, .transitionTaper, .transfer]
    .map { Choice($0.rawValue, spoken($0.rawValue)) }
  static let dischargeReasons = DischargeReason.allCases
    .map { Choice($0.rawValue, spoken($0.rawValue)) }
  /// Chosen, not typed: they go into the audit log, where no name may stand.
  static let pastRuleReasons = ["entered_wrongly", "told_late", "payer", "licensing_body"]
    .map { Choice($0, spoken($0)) }
  static let roles = StaffRole.allCases.map { Choice($0.rawValue, spoken($0.rawValue)) }
  static let roomKinds = RoomKind.allCases.map { Choice($0.rawValue, $0.rawValue) }
  static let groupTypes = GroupType.allCases.map { Choice($0.rawValue, spoken($0.rawValue)) }
  static let appointmentKinds = AppointmentKind.allCases.map { Choice($0.rawValue, $0.word) }
  /// Alerts that need no other person.
  static let alerts: [Choice] = AlertKind.allCases
    .filter { $0 != .doNotPair && $0 != .nameAlert }
    .map { Choice($0.rawValue, spoken($0.rawValue)) }

  /// The choices with an agency's own words behind them.
  static func adding(_ own: [String], to choices: [Choice]) -> [Choice] {
    let known = Set(choices.map(\.id))
    return choices + own.filter { !known.contains($0) }.map { Choice($0, $0) }
  }

  /// A stored word as it is said: "court mandated".
  static func spoken(_ stored: String) -> String {
    stored.split(separator: "_").joined(separator: " ")
  }

  /// The choice of a stored word, also of one that isn't offered.
  static func one(_ stored: String?, of choices: [Choice]) -> FieldAnswer {
    guard let stored else { return .nothing }
    return .chosen([choices.first { $0.id == stored } ?? Choice(stored, spoken(stored))])
  }

  static func typed(_ text: String?) -> FieldAnswer {
    text.map { $0.isEmpty ? .nothing : .typed($0) } ?? .nothing
  }
}

extension AppState {
  /// How a picked person, group or room stands in a field: as the picker says it.
  func choice(of id: StaffID) -> Choice {
    Choice(id.rawValue, data.staff[id].map { "\($0.code)  \($0.name)" } ?? "(record missing)")
  }

  func choice(of id: RoomID) -> Choice {
    Choice(id.rawValue, data.rooms[id]?.name ?? "(record missing)")
  }

  func choice(of id: GroupID) -> Choice {
    Choice(id.rawValue, data.groups[id].map { "\($0.code)  \($0.title)" } ?? "(record missing)")
  }

  func choice(of id: ClientID) -> Choice {
    Choice(id.rawValue, "\(data.clients[id]?.mrn ?? "")  \(name(of: id))")
  }
}
