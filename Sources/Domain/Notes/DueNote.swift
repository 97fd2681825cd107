/// A note that somebody owes, or a signature that is waited for.
package struct DueNote: Hashable, Sendable {
  /// The note's id, whether or not a word of it is written.
  package var id: NoteID
  package var clientID: ClientID
  package var kind: NoteKind
  package var service: NoteService
  /// The group's title, or the kind in words.
  package var title: String
  /// The end of the service; nil without one.
  package var endedAt: Instant?
  package var authorID: StaffID
  /// Whose turn it is: the author, or the supervisor for a co-signature.
  package var waitsFor: StaffID
  package var clock: NoteClock
  package var status: NoteStatus
  /// Whether anything is written yet.
  package var isBegun: Bool
  /// The titles of required parts that are empty; empty once it is ready.
  package var missing: [String]
  /// What the supervisor said when returning it.
  package var comment: String?

  package var dueAt: Instant { clock.dueAt }
}

/// A service that wants a note of a client.
package struct NoteOccasion: Hashable, Sendable {
  package var clientID: ClientID
  package var kind: NoteKind
  package var service: NoteService
  package var authorID: StaffID
  package var title: String
  package var start: Instant
  package var end: Instant

  /// The id of the one note it wants.
  package var noteID: NoteID? { service.noteID(of: clientID) }
}

extension ProgramData {
  /// Everything of the loaded weeks that is owed by now, by due time.
  ///
  /// - Source: BR-24, BR-30, BR-31, BR-35.
  package func dueNotes(at now: Instant, templates: NoteTemplates) -> [DueNote] {
    var due: [DueNote] = []
    for occasion in noteOccasions(at: now) {
      guard let id = occasion.noteID else { continue }
      if let entry = notes[id], entry.status != .returned { continue }
      due.append(dueNote(id, of: occasion, templates: templates))
    }
    for draft in drafts.values {
      guard case .note(let id) = draft.document, case .none = draft.service,
        notes[id].map({ $0.status == .returned }) ?? true, let client = draft.clientID
      else { continue }
      due.append(dueNote(id, of: client, draft: draft, templates: templates))
    }
    for entry in notes.values where entry.status == .awaitingCosign {
      due.append(contentsOf: cosignature(of: entry, at: now))
    }
    return due.sorted {
      ($0.dueAt, $0.title, mrn($0.clientID)) < ($1.dueAt, $1.title, mrn($1.clientID))
    }
  }

  /// The services of the loaded weeks that have ended and want a note, one for each client.
  package func noteOccasions(at now: Instant) -> [NoteOccasion] {
    var occasions: [NoteOccasion] = []
    var missed: [NoteID: NoteOccasion] = [:]
    for session in sessions.values where hasNotes(session.serviceDate) {
      guard session.state.status == .completed || session.state.status == .inProgress else {
        continue
      }
      for row in session.rows {
        if row.status.isAttended, session.state.status == .completed {
          occasions.append(occasion(of: row, in: session))
        } else if row.status == .noShow {
          keepFirst(missedDay(row.clientID, in: session), in: &missed)
        }
      }
    }
    for appointment in appointments.values where hasNotes(appointment.serviceDate) {
      if appointment.state.status.isKept {
        occasions.append(occasion(of: appointment))
      } else if appointment.state.status == .noShow {
        keepFirst(missedDay(of: appointment), in: &missed)
      }
    }
    return (occasions + missed.values).filter { $0.end <= now || $0.kind == .noShow }
  }

  /// Whether the notes of a service date are kept here.
  package func hasNotes(_ date: CalendarDate) -> Bool {
    rules(on: date).notesFrom.map { $0 <= date } ?? true
  }

  /// What a group's meeting asks of one client's note.
  package func occasion(of row: AttendanceRow, in session: GroupSession) -> NoteOccasion {
    NoteOccasion(
      clientID: row.clientID,
      kind: .group,
      service: .session(session.id, session.serviceDate),
      authorID: session.state.leadID,
      title: title(of: session),
      start: row.firstIn ?? session.state.actualStart ?? session.state.scheduledStart,
      end: session.state.actualEnd ?? session.state.scheduledEnd
    )
  }

  package func occasion(of appointment: Appointment) -> NoteOccasion {
    let kind = NoteKind(of: appointment.kind)
    return NoteOccasion(
      clientID: appointment.clientID,
      kind: kind,
      service: .appointment(appointment.id, appointment.serviceDate),
      authorID: appointment.state.counselorID,
      title: kind.word,
      start: appointment.state.actualStart ?? appointment.state.scheduledStart,
      end: appointment.state.actualEnd ?? appointment.state.scheduledEnd
    )
  }

  private func missedDay(_ client: ClientID, in session: GroupSession) -> NoteOccasion {
    NoteOccasion(
      clientID: client,
      kind: .noShow,
      service: .missedDay(session.serviceDate),
      authorID: session.state.leadID,
      title: title(of: session),
      start: session.state.scheduledStart,
      end: session.state.scheduledEnd
    )
  }

  private func missedDay(of appointment: Appointment) -> NoteOccasion {
    NoteOccasion(
      clientID: appointment.clientID,
      kind: .noShow,
      service: .missedDay(appointment.serviceDate),
      authorID: appointment.state.counselorID,
      title: NoteKind(of: appointment.kind).word,
      start: appointment.state.scheduledStart,
      end: appointment.state.scheduledEnd
    )
  }

  /// One no-show note a client and day, by the lead of the first session missed.
  private func keepFirst(_ occasion: NoteOccasion, in missed: inout [NoteID: NoteOccasion]) {
    guard let id = occasion.noteID else { return }
    if let first = missed[id], (first.start, first.title) <= (occasion.start, occasion.title) {
      return
    }
    missed[id] = occasion
  }

  private func dueNote(
    _ id: NoteID,
    of occasion: NoteOccasion,
    templates: NoteTemplates
  ) -> DueNote {
    let draft = drafts[.note(id)] ?? prefilled(occasion)
    let missing = missing(in: draft, of: occasion, templates: templates)
    let entry = notes[id]
    return DueNote(
      id: id,
      clientID: occasion.clientID,
      kind: occasion.kind,
      service: occasion.service,
      title: occasion.title,
      endedAt: occasion.end,
      authorID: draft?.authorID ?? occasion.authorID,
      waitsFor: draft?.authorID ?? occasion.authorID,
      clock: NoteClock(
        of: occasion.kind,
        endedAt: occasion.end,
        rules: rules(on: occasion.service.date)
      ),
      status: entry != nil ? .returned : missing.isEmpty ? .ready : .draft,
      isBegun: draft.map { !$0.content.isBlank } ?? false,
      missing: missing,
      comment: entry?.comment
    )
  }

  private func dueNote(
    _ id: NoteID,
    of client: ClientID,
    draft: NoteDraft,
    templates: NoteTemplates
  ) -> DueNote {
    let missing = templates.template(for: draft).missing(
      in: draft.content,
      hasObjectives: !objectives(of: client, on: draft.service.date).isEmpty
    )
    let day = program.zone.instant(draft.service.date, .endOfDay)
    let due =
      draft.dueAt
      ?? NoteClock(of: draft.kind, endedAt: day, rules: rules(on: draft.service.date)).dueAt
    return DueNote(
      id: id,
      clientID: client,
      kind: draft.kind,
      service: draft.service,
      title: draft.kind.word,
      endedAt: nil,
      authorID: draft.authorID,
      waitsFor: draft.authorID,
      clock: NoteClock(dueAt: due, soonAt: due.adding(minutes: -6 * 60), lateAt: .latest),
      status: notes[id] != nil ? .returned : missing.isEmpty ? .ready : .draft,
      isBegun: !draft.content.isBlank,
      missing: missing,
      comment: notes[id]?.comment
    )
  }

  private func cosignature(of entry: NoteEntry, at now: Instant) -> [DueNote] {
    let rules = rules(on: entry.service.date)
    guard let supervisor = staff[entry.authorID]?.supervisorID else { return [] }
    let end = serviceEnd(entry) ?? entry.signedAt
    let hours = entry.kind == .crisis ? rules.cosignCrisisHours : rules.cosignDueDays * 24
    let due = end.adding(minutes: hours * 60)
    return [
      DueNote(
        id: entry.id,
        clientID: entry.clientID,
        kind: entry.kind,
        service: entry.service,
        title: title(of: entry),
        endedAt: end,
        authorID: entry.authorID,
        waitsFor: supervisor,
        clock: NoteClock(dueAt: due, soonAt: due.adding(minutes: -24 * 60), lateAt: .latest),
        status: .awaitingCosign,
        isBegun: true,
        missing: []
      )
    ]
  }

  private func serviceEnd(_ entry: NoteEntry) -> Instant? {
    switch entry.service {
    case .session(let id, _):
      sessions[id].map { $0.state.actualEnd ?? $0.state.scheduledEnd }
    case .appointment(let id, _):
      appointments[id].map { $0.state.actualEnd ?? $0.state.scheduledEnd }
    case .missedDay, .none: nil
    }
  }

  /// The group's title, or the kind in words.
  package func title(of entry: NoteEntry) -> String {
    guard case .session(let id, _) = entry.service, let session = sessions[id] else {
      return entry.kind.word
    }
    return title(of: session)
  }

  private func mrn(_ client: ClientID) -> String { clients[client]?.mrn ?? client.rawValue }
}
