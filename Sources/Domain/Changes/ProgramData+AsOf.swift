/// What stood in the records at a moment of the past.
extension ProgramData {
  /// The program as it stood at a moment, as far as it is loaded.
  ///
  /// Each record holds every change of itself with what was there before. So what was changed since
  /// the moment is put back, the newest first, and the loaded weeks are computed anew from groups and
  /// enrollments as they were. What a record was made with by an import, or by the program itself,
  /// counts as having been there always.
  package func asOf(_ moment: Instant) -> ProgramData {
    var past = self
    for client in allKept(clients, withdrawn.clients) { past.keep(client.asOf(moment)) }
    for episode in allKept(episodes, withdrawn.episodes) { past.keep(episode.asOf(moment)) }
    for person in allKept(staff, withdrawn.staff) { past.keep(person.asOf(moment)) }
    for room in allKept(rooms, withdrawn.rooms) { past.keep(room.asOf(moment)) }
    for group in allKept(groups, withdrawn.groups) { past.keep(group.asOf(moment)) }
    past.notes = notes.filter { $0.value.signedAt <= moment }
    for (first, index) in weeks {
      let ids = Array(index.sessionsByDay.values.joined()) + index.withdrawnSessions
      let stored = ids.filter { !isOnlyComputed($0, in: index) }.compactMap { sessions[$0] }
      let booked = Array(index.appointmentsByDay.values.joined()) + index.withdrawn
      past.load(
        week: first,
        sessions: stored.map { $0.asOf(moment) },
        appointments: booked.compactMap { appointments[$0]?.asOf(moment) },
        unusable: index.unusable
      )
    }
    return past
  }

  private func allKept<Record: KeptRecord>(
    _ present: [ID<Record>: Record],
    _ aside: [ID<Record>: Record]
  ) -> [Record] {
    Array(present.values) + Array(aside.values)
  }
}

extension HistoryEntry {
  /// What was done after a moment, the last first; what was kept without being applied is passed over.
  fileprivate static func since(_ moment: Instant, in history: [HistoryEntry]) -> [HistoryEntry] {
    history.filter { $0.at > moment && $0.kind != .differs }.sorted { $0.order > $1.order }
  }
}

extension GroupSession {
  /// The meeting as it stood at a moment.
  package func asOf(_ moment: Instant) -> GroupSession {
    var past = self
    for entry in HistoryEntry.since(moment, in: history) {
      switch entry.edit {
      case .state(let before, _): past.state = before
      case .row(let client, let before, _): past.setRow(of: client, to: before)
      }
    }
    past.history = history.filter { $0.at <= moment }
    return past
  }

  private mutating func setRow(of client: ClientID, to row: AttendanceRow?) {
    let place = rows.firstIndex { $0.clientID == client }
    switch (place, row) {
    case (let place?, let row?): rows[place] = row
    case (let place?, nil): rows.remove(at: place)
    case (nil, let row?): rows.append(row)
    case (nil, nil): break
    }
  }
}

extension Appointment {
  /// The appointment as it stood at a moment.
  package func asOf(_ moment: Instant) -> Appointment {
    var past = self
    if let first = HistoryEntry.since(moment, in: history).last { past.state = first.edit.before }
    past.history = history.filter { $0.at <= moment }
    return past
  }
}

extension KeptRecord where EditOfRecord == RecordEdit<Self> {
  /// The record as it stood at a moment; one that wasn't there yet is withdrawn.
  package func asOf(_ moment: Instant) -> Self {
    guard let first = HistoryEntry.since(moment, in: history).last else { return self }
    var past = first.edit.before ?? bare
    past.history = history.filter { $0.at <= moment }
    past.isWithdrawn = first.edit.before == nil
    return past
  }
}

extension GroupSeries {
  /// The group and its enrollments as they stood at a moment; one that wasn't there yet is withdrawn.
  package func asOf(_ moment: Instant) -> GroupSeries {
    var past = self
    for entry in HistoryEntry.since(moment, in: history) {
      switch entry.edit {
      case .series(let edit):
        var facts = edit.before ?? bare
        facts.enrollments = past.enrollments
        facts.topicCursor = past.topicCursor
        facts.isWithdrawn = edit.before == nil
        past = facts
      case .enrollment(let id, let edit):
        past.enrollments.removeAll { $0.id == id }
        if let before = edit.before { past.enrollments.append(before) }
      case .cursor(let before, _): past.topicCursor = before
      }
    }
    past.history = history.filter { $0.at <= moment }
    return past
  }
}

extension NoteRecord {
  /// The note with what had happened to it by a moment; nil where it wasn't signed yet.
  package func asOf(_ moment: Instant) -> NoteRecord? {
    guard note.signature.at <= moment else { return nil }
    return NoteRecord(note: note, events: events.filter { $0.signature.at <= moment })
  }
}
