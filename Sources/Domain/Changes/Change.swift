/// An edit of clinical data that can be taken back.
///
/// Everything a counselor does to the day is one `Change`, however many rows it touches. Its
/// inverse is the same edits with before and after exchanged.
package struct Change: Hashable, Sendable {
  package let id: ChangeID
  /// Orders changes across files and windows; see `ProgramData.nextOrder`.
  package var order: Int
  package var at: Instant
  package var by: StaffID
  package var kind: ChangeKind
  /// What the person gave as the reason, where a rule asks for one.
  package var reason: String?
  package var edits: [Edit]
  /// Appointments that are new with this change, as they stand before its edits: withdrawn.
  package var booked: [Appointment]
  /// Meetings of groups that are new with this change, in the same way.
  package var added: [GroupSession] = []

  package init(
    id: ChangeID,
    order: Int,
    at: Instant,
    by: StaffID,
    kind: ChangeKind = .done,
    reason: String? = nil,
    edits: [Edit],
    booked: [Appointment] = []
  ) {
    self.id = id
    self.order = order
    self.at = at
    self.by = by
    self.kind = kind
    self.reason = reason
    self.edits = edits
    self.booked = booked
  }
}

extension Change {
  /// What stands as the reason of everything that an import brought.
  package static let importReason = "import"

  /// The files that it goes to, each once, in the order of its edits.
  package var records: [RecordReference] {
    var records: [RecordReference] = []
    for edit in edits where !records.contains(edit.record) { records.append(edit.record) }
    return records
  }

  /// Whether one edit at least is about what an edit of the other is about.
  package func isAboutSame(as other: Change) -> Bool {
    edits.contains { edit in other.edits.contains { $0.isAboutSame(as: edit) } }
  }

  /// Whether it is taken back as a whole, also what isn't loaded of it.
  package var isImport: Bool { reason == Self.importReason }
}

/// Whether a change is new, takes one back, or does one again.
package enum ChangeKind: Hashable, Sendable {
  case done
  case undo(of: ChangeID)
  case redo(of: ChangeID)
  /// Made while somebody else changed the same to something else: kept, but not applied.
  case differs
}

/// One before-and-after inside a change.
package enum Edit: Hashable, Sendable {
  case session(SessionID, SessionEdit)
  case appointment(AppointmentID, AppointmentEdit)
  case client(ClientID, RecordEdit<Client>)
  case episode(EpisodeID, RecordEdit<Episode>)
  case staff(StaffID, RecordEdit<Staff>)
  case room(RoomID, RecordEdit<Room>)
  case calendar(CalendarDate, RecordEdit<CalendarEntry>)
  case group(GroupID, GroupEdit)
  case followUp(FollowUpID, RecordEdit<FollowUp>)
}

/// What can be edited in a session's file.
package enum SessionEdit: Hashable, Sendable {
  /// Nil before is a row that wasn't there (a walk-in); nil after takes it away again.
  case row(ClientID, before: AttendanceRow?, after: AttendanceRow?)
  case state(before: SessionState, after: SessionState)
}

/// What can be edited in an appointment's file.
package struct AppointmentEdit: Hashable, Sendable {
  package var before: AppointmentState
  package var after: AppointmentState

  package init(before: AppointmentState, after: AppointmentState) {
    self.before = before
    self.after = after
  }
}

/// A change as one file remembers it: only that file's edit.
package struct HistoryEntry<EditOfFile: Hashable & Sendable>: Hashable, Sendable {
  package var change: ChangeID
  package var order: Int
  package var at: Instant
  package var by: StaffID
  package var kind: ChangeKind
  package var reason: String?
  package var edit: EditOfFile

  package init(
    change: ChangeID,
    order: Int,
    at: Instant,
    by: StaffID,
    kind: ChangeKind,
    reason: String?,
    edit: EditOfFile
  ) {
    self.change = change
    self.order = order
    self.at = at
    self.by = by
    self.kind = kind
    self.reason = reason
    self.edit = edit
  }
}

extension Edit {
  package var inverse: Edit {
    switch self {
    case .session(let id, .row(let client, let before, let after)):
      .session(id, .row(client, before: after, after: before))
    case .session(let id, .state(let before, let after)):
      .session(id, .state(before: after, after: before))
    case .appointment(let id, let edit):
      .appointment(id, AppointmentEdit(before: edit.after, after: edit.before))
    case .client(let id, let edit): .client(id, edit.inverse)
    case .episode(let id, let edit): .episode(id, edit.inverse)
    case .staff(let id, let edit): .staff(id, edit.inverse)
    case .room(let id, let edit): .room(id, edit.inverse)
    case .calendar(let date, let edit): .calendar(date, edit.inverse)
    case .group(let id, let edit): .group(id, edit.inverse)
    case .followUp(let id, let edit): .followUp(id, edit.inverse)
    }
  }

  /// Whether both are about one row, one meeting's state or one record.
  package func isAboutSame(as other: Edit) -> Bool {
    switch (self, other) {
    case (.session(let id, .row(let client, _, _)), .session(let otherID, .row(let one, _, _))):
      id == otherID && client == one
    case (.session(let id, .state), .session(let otherID, .state)): id == otherID
    case (.session, .session): false
    case (.room(let id, _), .room(let otherID, _)): id == otherID
    case (.calendar(let date, _), .calendar(let otherDate, _)): date == otherDate
    default: record == other.record
    }
  }

  /// The file the edit goes to.
  package var record: RecordReference {
    switch self {
    case .session(let id, _): .session(id)
    case .appointment(let id, _): .appointment(id)
    case .client(let id, _): .client(id)
    case .episode(let id, _): .episode(id)
    case .staff(let id, _): .staff(id)
    case .room: .rooms
    case .calendar: .calendar
    case .group(let id, _): .group(id)
    case .followUp(let id, _): .followUp(id)
    }
  }
}

/// Names one stored record, for saving and for messages.
package enum RecordReference: Hashable, Sendable {
  case session(SessionID)
  case appointment(AppointmentID)
  case client(ClientID)
  case episode(EpisodeID)
  case staff(StaffID)
  case group(GroupID)
  case followUp(FollowUpID)
  /// All rooms are in one file.
  case rooms
  /// All days of the program's calendar are in one file.
  case calendar
}
