/// Something that was done or looked at in a program, as the audit log keeps it.
///
/// It says who, when, where and on what, never what a note says; names stand nowhere in it.
///
/// - Source: `domain.md` 4.28.
package struct AuditEvent: Hashable, Sendable {
  package var at: Instant
  /// Nil where nobody has said who they are.
  package var by: StaffID?
  package var action: AuditAction
  package var entity: AuditEntity
  /// Whose record it is; nil for what is nobody's.
  package var clientID: ClientID?
  /// Before and after, or how much, in the words of the files; empty where there is nothing to add.
  package var detail: String
  /// Of the record's file, as it was saved; nil where none was.
  package var revision: Int?
  /// Tells what was saved from another of the same revision, where that isn't enough.
  package var mark: String?

  package init(
    at: Instant,
    by: StaffID?,
    action: AuditAction,
    entity: AuditEntity,
    clientID: ClientID? = nil,
    detail: String = ""
  ) {
    self.at = at
    self.by = by
    self.action = action
    self.entity = entity
    self.clientID = clientID
    self.detail = detail
  }
}

extension AuditEvent {
  /// That somebody wanted to read what they may not: the word of the reading, and that it wasn't one.
  package static func refusedReading(
    of entity: AuditEntity,
    client: ClientID?,
    by staff: StaffID?,
    at now: Instant
  ) -> AuditEvent {
    var action = AuditAction.Known.viewNote
    if case .client = entity { action = .viewChart }
    return AuditEvent(
      at: now,
      by: staff,
      action: .known(action),
      entity: entity,
      clientID: client,
      detail: "refused"
    )
  }
}

extension NoteDocument {
  /// What the audit log calls it: the note, or the meeting whose text is shared.
  package var auditEntity: AuditEntity {
    switch self {
    case .note(let id), .supplement(let id, _): .note(id)
    case .shared(let id): .session(id)
    }
  }
}

/// What was done.
///
/// Words of the files, for ever.
package enum AuditAction: Hashable, Sendable {
  case known(Known)
  /// Of a newer version of the program.
  case unknown(String)

  package enum Known: String, Hashable, Sendable, CaseIterable {
    case login, logout, search, create, update, sign, cosign, addendum, void, print, export
    case disclose, override, backup, restore
    case returned = "return"
    case loginFailed = "login_failed"
    case autoLock = "auto_lock"
    case unlock
    case autoLogoff = "auto_logoff"
    case viewChart = "view_chart"
    case viewNote = "view_note"
    case consentSigned = "consent_signed"
    case consentRevoked = "consent_revoked"
    case attendanceChanged = "attendance_changed"
    case breakGlass = "break_glass"
    case configChanged = "config_changed"
  }

  package init(stored: String) {
    self = Known(rawValue: stored).map(AuditAction.known) ?? .unknown(stored)
  }

  package var stored: String {
    switch self {
    case .known(let known): known.rawValue
    case .unknown(let word): word
    }
  }

  /// As a person reads it: "attendance changed".
  package var word: String { stored.split(separator: "_").joined(separator: " ") }
}

/// What something was done to.
package enum AuditEntity: Hashable, Sendable {
  case program
  case session(SessionID)
  case appointment(AppointmentID)
  case client(ClientID)
  case episode(EpisodeID)
  case staff(StaffID)
  case group(GroupID)
  case room(RoomID)
  case note(NoteID)
  case followUp(FollowUpID)
  /// One of the program's lists: rooms, rules, closed days, grants; it has no identifier.
  case list(ListOfSettings)
  /// A file beside the records, by the word of its kind, as "pin" or "draft"; or something of a newer
  /// version of the program.
  case other(kind: String, id: String)

  /// Words of the files, for ever.
  package enum ListOfSettings: String, Hashable, Sendable, CaseIterable {
    case rooms, calendar, grants
    case ruleSets = "rule-sets"
  }

  package init(kind: String, id: String) {
    if id.isEmpty, let list = ListOfSettings(rawValue: kind) {
      self = .list(list)
      return
    }
    switch kind {
    case "program": self = .program
    case "session": self = .session(SessionID(id))
    case "appointment": self = .appointment(AppointmentID(id))
    case "client": self = .client(ClientID(id))
    case "episode": self = .episode(EpisodeID(id))
    case "staff": self = .staff(StaffID(id))
    case "group": self = .group(GroupID(id))
    case "room": self = .room(RoomID(id))
    case "note": self = .note(NoteID(id))
    case "follow-up": self = .followUp(FollowUpID(id))
    default: self = .other(kind: kind, id: id)
    }
  }

  package var kind: String {
    switch self {
    case .program: "program"
    case .session: "session"
    case .appointment: "appointment"
    case .client: "client"
    case .episode: "episode"
    case .staff: "staff"
    case .group: "group"
    case .room: "room"
    case .note: "note"
    case .followUp: "follow-up"
    case .list(let list): list.rawValue
    case .other(let kind, _): kind
    }
  }

  /// Empty for the program itself.
  package var id: String {
    switch self {
    case .program, .list: ""
    case .session(let id): id.rawValue
    case .appointment(let id): id.rawValue
    case .client(let id): id.rawValue
    case .episode(let id): id.rawValue
    case .staff(let id): id.rawValue
    case .group(let id): id.rawValue
    case .room(let id): id.rawValue
    case .note(let id): id.rawValue
    case .followUp(let id): id.rawValue
    case .other(_, let id): id
    }
  }
}

/// Which part of the log is wanted; nil is all.
package struct AuditFilter: Hashable, Sendable {
  package var clientID: ClientID?
  package var by: StaffID?
  package var day: CalendarDate?

  package init(clientID: ClientID? = nil, by: StaffID? = nil, day: CalendarDate? = nil) {
    self.clientID = clientID
    self.by = by
    self.day = day
  }

  /// Whether an event is wanted.
  ///
  /// - Parameters:
  ///   - event: As the log has it.
  ///   - zone: The program's, which tells the day.
  /// - Returns: True where nothing of the filter speaks against it.
  package func takes(_ event: AuditEvent, in zone: ProgramTimeZone) -> Bool {
    if let clientID, event.clientID != clientID { return false }
    if let by, event.by != by { return false }
    if let day, zone.date(of: event.at) != day { return false }
    return true
  }
}
