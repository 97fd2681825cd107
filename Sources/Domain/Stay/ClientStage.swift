/// Where a client stands between a first call and the time after treatment.
///
/// - Source: `domain.md` 4.1, S4 and S40; nobody is ever "cured".
package enum ClientStage: String, Hashable, Sendable, CaseIterable {
  case inquiry, screened, scheduled, waitlisted, declined, active
  case onLeave = "on_leave"
  case discharged
  /// Discharged with treatment completed.
  case alumni
  case deceased

  package var word: String {
    switch self {
    case .inquiry, .screened, .scheduled, .waitlisted, .declined, .active, .discharged, .alumni,
      .deceased:
      rawValue
    case .onLeave: "on leave"
    }
  }

  /// Whether the client is in the program on that day.
  package var isInCare: Bool { self == .active || self == .onLeave }

  /// Whether nothing is to be done for the client at present.
  package var isAfter: Bool {
    switch self {
    case .declined, .discharged, .alumni, .deceased: true
    case .inquiry, .screened, .scheduled, .waitlisted, .active, .onLeave: false
    }
  }

  /// Whether who stands here is looked for there, too: alumni and who has died were discharged.
  package func isListed(under other: ClientStage) -> Bool {
    self == other || other == .discharged && (self == .alumni || self == .deceased)
  }

  /// Whether a first day is still to come.
  package var isBefore: Bool {
    switch self {
    case .inquiry, .screened, .scheduled, .waitlisted: true
    case .declined, .active, .onLeave, .discharged, .alumni, .deceased: false
    }
  }

  /// - Parameters:
  ///   - client: Who.
  ///   - stay: The latest stay, nil where there was none.
  ///   - date: The day it is asked for.
  package init(of client: Client, latest stay: Episode?, on date: CalendarDate) {
    if client.statusOverride == .known(.deceased) || stay?.dischargeReason == .known(.death) {
      self = .deceased
    } else if let stay, stay.dischargedOn ?? .latest >= date {
      self = stay.admittedOn > date ? .scheduled : stay.leave(on: date) == nil ? .active : .onLeave
    } else if let step = client.intake(to: nil, after: stay).last {
      self = ClientStage(step.kind)
    } else if let stay {
      self = stay.dischargeReason == .known(.treatmentCompleted) ? .alumni : .discharged
    } else {
      self = client.statusOverride == .known(.waitlisted) ? .waitlisted : .inquiry
    }
  }

  private init(_ kind: Coded<IntakeKind>) {
    self =
      switch kind.value {
      case .screened: .screened
      case .scheduled: .scheduled
      case .waitlisted: .waitlisted
      case .declined: .declined
      case .inquiry, nil: .inquiry
      }
  }
}

extension ProgramData {
  /// The client's stays that count, the latest last.
  package func stays(of client: ClientID) -> [Episode] {
    episodes.values.filter { $0.clientID == client && $0.enteredInError == nil }
      .sorted { ($0.admittedOn, $0.id) < ($1.admittedOn, $1.id) }
  }

  package func stage(of client: ClientID, on date: CalendarDate) -> ClientStage? {
    clients[client].map { ClientStage(of: $0, latest: stays(of: client).last, on: date) }
  }
}
