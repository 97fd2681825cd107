/// What stood in the records at a moment of the past.
extension ProgramData {
  /// The program as it stood at a moment, as far as it is loaded.
  ///
  /// Each record holds every change of itself with what was there before. So what was changed since
  /// the moment is put back, the newest first, and the loaded weeks are computed anew from groups and
  /// enrollments as they were. What a record was made with by the program itself, or by an import in
  /// nobody's name, counts as having been there always.
  package func asOf(_ moment: Instant) -> ProgramData {
    var past = self
    past.ruleSets = ruleSets(asOf: moment)
    for client in allKept(clients, withdrawn.clients) { past.keep(client.asOf(moment)) }
    for episode in allKept(episodes, withdrawn.episodes) { past.keep(episode.asOf(moment)) }
    for person in allKept(staff, withdrawn.staff) { past.keep(person.asOf(moment)) }
    for room in allKept(rooms, withdrawn.rooms) { past.keep(room.asOf(moment)) }
    for day in keptCalendar { past.keep(day.asOf(moment)) }
    for group in allKept(groups, withdrawn.groups) { past.keep(group.asOf(moment)) }
    for one in allKept(followUps, withdrawn.followUps) { past.keep(one.standing(at: moment)) }
    past.notes = notes.filter { $0.value.signedAt <= moment }
    past.drafts = drafts.filter { $0.value.startedAt <= moment }
    let date = program.zone.date(of: moment)
    past.plans = plans.mapValues { TreatmentPlan.versions($0, knownOn: date) }
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

  /// Everyone on a roster, or booked, in the loaded weeks who wasn't read.
  ///
  /// Of a past moment these are people who are on no roster any more.
  package var unknownClients: Set<ClientID> {
    let rosters = sessions.values.flatMap { $0.rows.map(\.clientID) }
    return Set(rosters + appointments.values.map(\.clientID)).filter { kept($0) == nil }
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

extension FollowUp {
  /// As it stood at a moment; what was done later is withdrawn, also where no history says so.
  fileprivate func standing(at moment: Instant) -> FollowUp {
    var past = asOf(moment)
    if at > moment { past.isWithdrawn = true }
    return past
  }
}

extension TreatmentPlan {
  /// The versions of a client's plan that had begun by a day; the last of them has no end yet where
  /// it is the version after it that ended it.
  fileprivate static func versions(
    _ plans: [TreatmentPlan],
    knownOn date: CalendarDate
  ) -> [TreatmentPlan] {
    let later = Set(plans.map(\.effectiveFrom).filter { $0 > date })
    return plans.filter { $0.effectiveFrom <= date }.map { plan in
      var past = plan
      if let end = plan.effectiveTo, later.contains(end.adding(days: 1)) { past.effectiveTo = nil }
      return past
    }
  }
}

extension ProgramTimeZone {
  /// The moment of the past that a date names, or a date with a time.
  ///
  /// A minute that is named counts whole: what was marked at 10:52:30 stood there "as of 10:52". A
  /// date alone is the end of that day, or now.
  ///
  /// - Returns: Nil where it hasn't come yet.
  package func pastMoment(
    _ date: CalendarDate,
    _ time: TimeOfDay?,
    now: Instant
  ) -> Instant? {
    guard instant(date, time ?? .midnight) <= now else { return nil }
    let moment =
      time.map { instant(date, $0).adding(seconds: 59) }
      ?? instant(date.adding(days: 1), .midnight).adding(seconds: -1)
    return min(moment, now)
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
