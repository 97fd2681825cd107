import Domain

/// What of the demo's people isn't in their table: levels, leaves, alerts, phones.
enum DemoEpisode {
  /// The whole of a client's levels of care, by the client's number.
  static func levels(of client: Int, admitted: CalendarDate, by staff: [StaffID])
    -> [LevelOfCarePeriod]
  {
    let decided = staff[DemoStaff.mq.rawValue]
    func here(_ level: String, from: CalendarDate, to: Int? = nil, _ reason: LevelReason)
      -> LevelOfCarePeriod
    {
      LevelOfCarePeriod(
        level: level,
        edition: level == "1.5" ? 4 : 3,
        from: from,
        to: to.map { .on($0) },
        reason: .known(reason),
        decidedBy: decided
      )
    }
    func down(from old: String, lastDay: Int, since: Int) -> [LevelOfCarePeriod] {
      [
        here(old, from: admitted, to: lastDay, .admission),
        here("1.5", from: .on(since), .stepDown),
      ]
    }
    let before = stepDown(of: client)
    switch client {
    case 16:
      return before + [
        here("2.1", from: admitted, to: 2026_03_08, .stepDown),
        here("2.1", from: .on(2026_03_09), .transitionTaper),
      ]
    case 20: return down(from: "2.1", lastDay: 2026_02_01, since: 2026_02_02)
    case 21: return down(from: "2.1", lastDay: 2026_01_18, since: 2026_01_19)
    case 22: return down(from: "2.1", lastDay: 2025_11_23, since: 2025_11_24)
    case 23: return down(from: "2.1", lastDay: 2026_02_08, since: 2026_02_09)
    case 24: return [here("2.1", from: admitted, to: 2026_03_06, .admission)]
    default: return before + [here("2.1", from: admitted, before.isEmpty ? .admission : .stepDown)]
    }
  }

  /// The stay elsewhere that a client came from.
  private static func stepDown(of client: Int) -> [LevelOfCarePeriod] {
    func elsewhere(_ level: String, _ from: Int, _ to: Int, _ place: String)
      -> [LevelOfCarePeriod]
    {
      [LevelOfCarePeriod(level: level, from: .on(from), to: .on(to), provider: place)]
    }
    return switch client {
    case 3: elsewhere("3.5", 2025_12_19, 2026_01_11, "Stillwater Example House")
    case 7: elsewhere("3.7", 2025_11_30, 2026_01_04, "Sample Ridge Hospital")
    case 16: elsewhere("3.1", 2025_12_11, 2025_12_14, "Pretend Street House")
    case 19: elsewhere("3.7", 2026_01_05, 2026_01_13, "Sample Ridge Hospital")
    default: []
    }
  }

  static func alerts(of client: Int, clients: [ClientID]) -> [ClientAlert] {
    func other(_ kind: AlertKind, _ number: Int) -> ClientAlert {
      ClientAlert(kind: .known(kind), otherClient: clients[number - 1])
    }
    return switch client {
    case 5: [other(.doNotPair, 17)]
    case 6, 12, 22: [ClientAlert(kind: .known(.courtMandated))]
    case 13: [ClientAlert(kind: .known(.courtMandated), note: "DUI court")]
    case 17: [other(.doNotPair, 5)]
    default: []
    }
  }

  /// Invented payers; one stay's isn't known yet.
  static func payer(of client: Int) -> Payer? {
    switch client % 4 {
    case 0: Payer(kind: .known(.commercial), name: "Example Mutual")
    case 1: client == 17 ? nil : Payer(kind: .known(.medicaid))
    case 2: Payer(kind: .known(.medicaid), name: "Sample State Plan")
    default: Payer(kind: .known(.selfPay))
    }
  }

  static func mandate(of client: Int) -> LegalMandate? {
    switch client {
    case 6, 22: LegalMandate(agency: "Example County drug court", reportEveryDays: 30)
    case 12: LegalMandate(agency: "Example County probation", contact: "the duty officer")
    case 13: LegalMandate(agency: "Example County DUI court", reportEveryDays: 14)
    default: nil
    }
  }

  static func constraints(of client: Int) -> [ScheduleConstraint] {
    func each(_ days: [Weekday], _ from: Int, _ to: Int, _ kind: ConstraintKind)
      -> [ScheduleConstraint]
    {
      days.map {
        ScheduleConstraint(weekday: $0, from: .at(from), to: .at(to), kind: .known(kind))
      }
    }
    return switch client {
    case 4: each([.monday, .wednesday, .friday], 8_00, 9_00, .childcare)
    case 15: each([.wednesday, .friday], 8_00, 17_00, .work)
    default: []
    }
  }

  /// Invented numbers; nobody's voicemail is allowed but those of a few who said so.
  static func phone(of client: Int) -> Phone {
    let number = "555-01" + (client < 10 ? "0" : "") + String(client)
    var phone = Phone(number: number)
    phone.okToText = client.isMultiple(of: 3)
    if [1, 8, 13, 20, 21].contains(client) {
      phone.okVoicemail = true
      phone.voicemailScript = .known(.firstNameOnly)
    }
    return phone
  }
}
