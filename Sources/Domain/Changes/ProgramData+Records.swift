/// Edits of the records of administration.
extension ProgramData {
  /// Whether the facts are still those that an edit was made from.
  func isCurrent(_ edit: Edit) -> Bool {
    switch edit {
    case .client(let id, let edit): clients[id]?.bare == edit.before
    case .episode(let id, let edit): episodes[id]?.bare == edit.before
    case .staff(let id, let edit): staff[id]?.bare == edit.before
    case .room(let id, let edit): rooms[id]?.bare == edit.before
    case .calendar(let date, let edit): calendar[date]?.bare == edit.before
    case .followUp(let id, let edit): followUps[id]?.bare == edit.before
    case .group(let id, .series(let edit)): groups[id]?.bare == edit.before
    case .group(let group, .enrollment(let id, let edit)):
      groups[group].map { $0.enrollments.first { $0.id == id } == edit.before } ?? false
    case .group(let id, .cursor(let before, _)): groups[id]?.topicCursor == before
    case .session, .appointment: true
    }
  }

  /// Puts the new facts in the place of the old, and the entry behind the record's history.
  mutating func performOnRecord(_ edit: Edit, of change: Change) {
    switch edit {
    case .client(let id, let edit):
      let old = kept(id)
      if let new = Self.record(edit, old, change.entry(edit)) { keep(new) }
    case .episode(let id, let edit):
      if let new = Self.record(edit, kept(id), change.entry(edit)) { keep(new) }
    case .staff(let id, let edit):
      if let new = Self.record(edit, kept(id), change.entry(edit)) { keep(new) }
    case .room(let id, let edit):
      if let new = Self.record(edit, kept(id), change.entry(edit)) { keep(new) }
    case .calendar(let date, let edit):
      if let new = Self.record(edit, keptDay(date), change.entry(edit)) { keep(new) }
    case .followUp(let id, let edit):
      if let new = Self.record(edit, kept(id), change.entry(edit)) { keep(new) }
    case .group(let id, .series(let edit)):
      let old = kept(id)
      guard var new = Self.record(edit, old, change.entry(GroupEdit.series(edit))) else { return }
      new.enrollments = old?.enrollments ?? []
      new.topicCursor = old?.topicCursor ?? TopicCursor()
      keep(new)
    case .group(let group, .enrollment(let id, let edit)):
      guard var series = groups[group] else { return }
      series.enrollments.replace(id, with: edit.after)
      series.history.append(change.entry(.enrollment(id, edit)))
      keep(series)
    case .group(let id, .cursor(let before, let after)):
      guard var series = groups[id] else { return }
      series.topicCursor = after
      series.history.append(change.entry(.cursor(before: before, after: after)))
      keep(series)
    case .session, .appointment: return
    }
  }

  private static func record<Record: KeptRecord>(
    _ edit: RecordEdit<Record>,
    _ old: Record?,
    _ entry: HistoryEntry<Record.EditOfRecord>
  ) -> Record? {
    guard var record = edit.after ?? edit.before else { return nil }
    record.history = (old?.history ?? []) + [entry]
    record.isWithdrawn = edit.after == nil
    return record
  }

  /// Computes the loaded weeks anew where groups, enrollments or stays have changed.
  ///
  /// Meetings that something is stored about keep it; their rosters follow the enrollments as far as
  /// nothing was said about a person.
  package mutating func recomputeWeeks() {
    for (first, index) in weeks {
      let ids = Array(index.sessionsByDay.values.joined()) + index.withdrawnSessions
      let stored = ids.filter { !isOnlyComputed($0, in: index) }.compactMap { sessions[$0] }
      let booked = Array(index.appointmentsByDay.values.joined()) + index.withdrawn
      load(
        week: first,
        sessions: stored,
        appointments: booked.compactMap { appointments[$0] },
        unusable: index.unusable
      )
    }
  }

  /// Whether nothing is stored about a session: it is as its series and the enrollments make it.
  package func isOnlyComputed(_ id: SessionID, in index: WeekIndex) -> Bool {
    index.computed.contains(id) && sessions[id]?.history.isEmpty ?? true
  }
}

extension Edit {
  /// Whether rosters or meetings follow from what is edited.
  var changesSchedule: Bool {
    switch self {
    case .group(_, .cursor): false
    case .client, .episode, .group, .calendar: true
    case .session(_, .state(let before, let after)):
      before.isWithdrawn != after.isWithdrawn || before.scheduledStart != after.scheduledStart
    case .staff, .room, .session, .appointment, .followUp: false
    }
  }

  /// Whether it is of a record of administration.
  var isOfRecord: Bool {
    switch self {
    case .client, .episode, .group, .staff, .room, .calendar, .followUp: true
    case .session, .appointment: false
    }
  }
}

extension [Enrollment] {
  /// Puts a value in the place of the one of that id, at the end where there was none.
  fileprivate mutating func replace(_ id: EnrollmentID, with enrollment: Enrollment?) {
    let place = firstIndex { $0.id == id }
    switch (place, enrollment) {
    case (let place?, let enrollment?): self[place] = enrollment
    case (let place?, nil): remove(at: place)
    case (nil, let enrollment?): append(enrollment)
    case (nil, nil): break
    }
  }
}
