import Domain

/// What the audit log says about the records that remember their changes.

extension GroupSession {
  func auditEvents(since old: GroupSession?) -> [AuditEvent] {
    history.fresh(since: old?.history).map { entry in
      var event = AuditEvent(entry, .update, .session(id))
      switch entry.edit {
      case .row(let client, let before, let after):
        event.action = .known(.attendanceChanged)
        event.clientID = client
        event.add(before.map(\.auditWords) ?? "none", after.map(\.auditWords) ?? "none")
      case .state(let before, let after):
        event.add(before.status.stored, after.status.stored)
      }
      return event
    }
  }
}

extension Appointment {
  func auditEvents(since old: Appointment?) -> [AuditEvent] {
    var events: [AuditEvent] = history.fresh(since: old?.history).map { entry in
      var event = AuditEvent(entry, .attendanceChanged, .appointment(id))
      event.clientID = clientID
      event.add(entry.edit.before.status.stored, entry.edit.after.status.stored)
      return event
    }
    if old == nil, !events.isEmpty { events[0].action = .known(.create) }
    return events
  }
}

extension Client {
  func auditEvents(since old: Client?) -> [AuditEvent] {
    history.fresh(since: old?.history).map {
      AuditEvent(record: $0, .client(id), of: id, isNew: $0.edit.before == nil)
    }
  }
}

extension Episode {
  func auditEvents(since old: Episode?) -> [AuditEvent] {
    history.fresh(since: old?.history).map {
      AuditEvent(record: $0, .episode(id), of: clientID, isNew: $0.edit.before == nil)
    }
  }
}

extension Staff {
  func auditEvents(since old: Staff?) -> [AuditEvent] {
    history.fresh(since: old?.history).map {
      AuditEvent(record: $0, .staff(id), of: nil, isNew: $0.edit.before == nil)
    }
  }
}

extension ListRecord {
  func auditEvents(since old: ListRecord?) -> [AuditEvent] {
    Element.auditEvents(of: elements, since: old?.elements ?? [])
  }
}

extension Room {
  static func auditEvents(of rooms: [Room], since old: [Room]) -> [AuditEvent] {
    rooms.flatMap { room in
      room.history.fresh(since: old.first { $0.id == room.id }?.history).map {
        AuditEvent(record: $0, .room(room.id), of: nil, isNew: $0.edit.before == nil)
      }
    }
  }
}

extension CalendarEntry {
  static func auditEvents(of days: [CalendarEntry], since old: [CalendarEntry]) -> [AuditEvent] {
    let known = Dictionary(old.map { ($0.date, $0.history) }) { first, _ in first }
    return days.flatMap { day in
      day.history.fresh(since: known[day.date]).map { entry in
        var event = AuditEvent(entry, .configChanged, .list(.calendar))
        event.add(day.date, entry.edit.before, entry.edit.after)
        return event
      }
    }
  }
}

extension FollowUp {
  func auditEvents(since old: FollowUp?) -> [AuditEvent] {
    history.fresh(since: old?.history).map {
      AuditEvent(record: $0, .followUp(id), of: clientID, isNew: $0.edit.before == nil)
    }
  }
}

extension GroupSeries {
  func auditEvents(since old: GroupSeries?) -> [AuditEvent] {
    history.fresh(since: old?.history).map { entry in
      switch entry.edit {
      case .series(let edit):
        return AuditEvent(record: entry, .group(id), of: nil, isNew: edit.before == nil)
      case .enrollment(_, let edit):
        let client = (edit.after ?? edit.before)?.clientID
        var event = AuditEvent(record: entry, .group(id), of: client, isNew: edit.before == nil)
        event.detail = "enrollment" + (event.detail.isEmpty ? "" : ", " + event.detail)
        return event
      case .cursor:
        var event = AuditEvent(record: entry, .group(id), of: nil, isNew: false)
        event.detail = "topic" + (event.detail.isEmpty ? "" : ", " + event.detail)
        return event
      }
    }
  }
}

extension Signing {
  /// What happened to a note.
  var auditEvent: AuditEvent {
    let action: AuditAction.Known
    let client: ClientID
    let note: NoteID
    switch content {
    case .note(let signed):
      action = .sign
      (client, note) = (signed.clientID, signed.id)
    case .event(let event):
      (client, note) = (event.clientID, event.noteID)
      switch event.kind {
      case .cosigned: action = .cosign
      case .returned: action = .returned
      case .signedAgain: action = .sign
      case .addendum, .correction: action = .addendum
      case .enteredInError: action = .void
      }
    }
    return AuditEvent(
      at: signature.at,
      by: signature.by,
      action: .known(action),
      entity: .note(note),
      clientID: client
    )
  }
}

extension AuditEvent {
  fileprivate init<EditOfFile>(
    _ entry: HistoryEntry<EditOfFile>,
    _ action: AuditAction.Known,
    _ entity: AuditEntity
  ) {
    self.init(at: entry.at, by: entry.by, action: .known(action), entity: entity)
    switch entry.kind {
    case .done: break
    case .undo: detail = "undo"
    case .redo: detail = "redo"
    case .differs: detail = "differs"
    }
  }

  fileprivate init<EditOfFile>(
    record entry: HistoryEntry<EditOfFile>,
    _ entity: AuditEntity,
    of client: ClientID?,
    isNew: Bool
  ) {
    self.init(entry, isNew ? .create : .update, entity)
    clientID = client
  }

  /// "2026-11-26: usual -> holiday", behind what is there; what a day is called is typed freely.
  fileprivate mutating func add(
    _ date: CalendarDate,
    _ before: CalendarEntry?,
    _ after: CalendarEntry?
  ) {
    detail += (detail.isEmpty ? "" : ", ") + "\(date): "
    detail += "\(before?.kind.stored ?? "usual") -> \(after?.kind.stored ?? "usual")"
  }

  /// "expected -> late", behind what is there.
  fileprivate mutating func add(_ before: String, _ after: String) {
    detail += (detail.isEmpty ? "" : ", ") + "\(before) -> \(after)"
  }
}

extension Array {
  /// The entries of a history that aren't in an older one of the same file.
  fileprivate func fresh<EditOfFile>(since old: [Element]?) -> [Element]
  where Element == HistoryEntry<EditOfFile> {
    guard let old, !old.isEmpty else { return self }
    let known = Set(old.map { KnownEntry(change: $0.change, kind: $0.kind, edit: $0.edit) })
    return filter { !known.contains(KnownEntry(change: $0.change, kind: $0.kind, edit: $0.edit)) }
  }
}

private struct KnownEntry<EditOfFile: Hashable & Sendable>: Hashable {
  let change: ChangeID
  let kind: ChangeKind
  let edit: EditOfFile
}

extension AttendanceRow {
  /// "late 09:12Z" without a word of what was said: the status, and when it came and went.
  fileprivate var auditWords: String {
    var words = [status.stored]
    words += segments.map { "\($0.start.clock)-\($0.end?.clock ?? "")" }
    if let override = creditOverride { words.append("credit \(override.minutes)") }
    return words.joined(separator: " ")
  }
}

extension Instant {
  /// Hours and minutes of UTC: "14:52Z".
  fileprivate var clock: String { description.dropFirst(11).prefix(5) + "Z" }
}
