import Domain

extension FormPurpose {
  /// How a form is found again on the disk; nil for what isn't kept there: a program that isn't made
  /// yet, with its passphrase, and where something is written to.
  var name: String? {
    switch self {
    case .newProgram, .writeOut: nil
    case .client(let id): Self.name("client", id?.rawValue)
    case .clientFacts(let id): Self.name("client facts", id.rawValue)
    case .staff(let id): Self.name("staff", id?.rawValue)
    case .room(let id): Self.name("room", id?.rawValue)
    case .calendarDay(let date): Self.name("calendar day", date?.description)
    case .group(let id): Self.name("group", id?.rawValue)
    case .groupFrom(let id): Self.name("group from", id.rawValue)
    case .groupEnd(let id): Self.name("group end", id.rawValue)
    case .enrollment(let client, let group, let id):
      Self.name("enrollment", client?.rawValue, group?.rawValue, id?.rawValue)
    case .stay(let step, let id): Self.name("stay", step.name, id.rawValue)
    case .outreach(let id): Self.name("outreach", id.rawValue)
    case .booking(let id, .individual): Self.name("booking", id?.rawValue)
    case .booking(let id, let kind): Self.name("booking", id?.rawValue, kind.rawValue)
    case .oneSession(let id): Self.name("meeting", id.rawValue)
    case .extraSession(let id): Self.name("extra meeting", id.rawValue)
    case .setting(let name): Self.name("setting", name)
    }
  }

  private static func name(_ parts: String?...) -> String {
    parts.map { $0 ?? "-" }.joined(separator: " ")
  }

  /// What the form is about, without a name.
  var words: String {
    switch self {
    case .newProgram: "a new program"
    case .client(nil): "a new client"
    case .client: "a client"
    case .clientFacts: "a client's contacts and times"
    case .staff: "a staff member"
    case .room: "a room"
    case .calendarDay: "a day of the calendar"
    case .group, .groupFrom, .groupEnd: "a group"
    case .enrollment: "a place in a group"
    case .stay: "a client's stay"
    case .outreach: "outreach"
    case .booking: "an appointment"
    case .oneSession, .extraSession: "a meeting"
    case .writeOut: "writing out"
    case .setting(let name): "the setting \(name)"
    }
  }
}

extension StayStep {
  fileprivate var name: String {
    switch self {
    case .intake(let kind): "intake-\(kind.rawValue)"
    case .admission: "admission"
    case .leave: "leave"
    case .comeBack: "come-back"
    case .counselor: "counselor"
    case .level: "level"
    case .authorization: "authorization"
    case .facts: "facts"
    case .discharge: "discharge"
    case .merge: "merge"
    }
  }
}
