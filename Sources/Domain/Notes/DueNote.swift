/// A note that somebody owes, words about a signed one that were begun, or a signature that is
/// waited for.
package struct DueNote: Hashable, Sendable {
  /// The note's id, whether or not a word of it is written.
  package var id: NoteID
  /// What is written about the signed note with that id; nil where it is the note itself.
  package var supplement: NoteSupplement?
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

  /// Whose text is to be written or signed.
  package var document: NoteDocument {
    supplement.map { .supplement(id, $0) } ?? .note(id)
  }

  /// The stored word for what it is.
  package var kindWord: String { supplement?.rawValue ?? kind.rawValue }
}

extension ProgramData {
  /// Everything of the loaded weeks that is owed by now, by due time.
  ///
  /// - Source: BR-24, BR-30, BR-31, BR-35.
  package func dueNotes(
    of person: StaffID? = nil,
    at now: Instant,
    templates: NoteTemplates
  ) -> [DueNote] {
    var due: [DueNote] = []
    var listed: Set<NoteID> = []
    for occasion in noteOccasions(of: person, at: now) {
      guard let id = occasion.noteID else { continue }
      if let entry = notes[id], entry.status != .returned { continue }
      listed.insert(id)
      due.append(dueNote(id, of: occasion, templates: templates))
    }
    for draft in drafts.values {
      guard case .note(let id) = draft.document, !listed.contains(id), isOwedByItself(draft),
        notes[id].map({ $0.status == .returned }) ?? true, let client = draft.clientID,
        person.map({ $0 == draft.authorID }) ?? true
      else { continue }
      listed.insert(id)
      if let occasion = occasion(of: client, in: draft.service) {
        due.append(dueNote(id, of: occasion, templates: templates))
      } else {
        due.append(dueNote(id, of: client, draft: draft, templates: templates))
      }
    }
    for entry in notes.values {
      switch entry.status {
      case .awaitingCosign: due.append(cosignature(of: entry))
      case .returned where !listed.contains(entry.id):
        due.append(returned(entry, templates: templates))
      case .draft, .ready, .signed, .cosigned, .returned, .enteredInError: break
      }
    }
    due += drafts.values.compactMap { dueSupplement($0) }
    if let person { due.removeAll { $0.waitsFor != person } }
    return due.sorted {
      ($0.dueAt, $0.title, mrn($0.clientID)) < ($1.dueAt, $1.title, mrn($1.clientID))
    }
  }

  /// Who still has to sign a text about a client, once for each text of the loaded weeks, whether or
  /// not a word of it is written.
  package func unsignedTexts(
    about client: ClientID,
    at now: Instant,
    templates: NoteTemplates
  ) -> [StaffID] {
    let owed = dueNotes(at: now, templates: templates).filter { $0.clientID == client }
    let known = Set(owed.map(\.document))
    let begun = drafts.values.filter { $0.clientID == client && !known.contains($0.document) }
    return owed.map(\.waitsFor) + begun.map(\.authorID)
  }

  /// Whether a draft is owed though no occasion of its author asks for it: one of nothing on the
  /// schedule, one from before the loaded weeks, or one that was begun by somebody who isn't the
  /// meeting's lead.
  private func isOwedByItself(_ draft: NoteDraft) -> Bool {
    if case .none = draft.service { return true }
    guard !draft.content.isBlank, let client = draft.clientID else { return false }
    guard isLoaded(draft.service.date) else { return true }
    guard let occasion = occasion(of: client, in: draft.service) else { return false }
    let isOver =
      switch draft.service {
      case .session(let id, _): sessions[id]?.state.status == .completed
      case .appointment(let id, _): appointments[id]?.state.status.isKept ?? false
      case .missedDay, .none: false
      }
    return isOver && occasion.authorID != draft.authorID
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
      clock: noteClock(
        of: occasion.kind,
        endedAt: max(
          occasion.end,
          endOfPeriod(
            of: occasion.service,
            client: occasion.clientID,
            by: occasion.authorID
          ) ?? occasion.end
        ),
        on: occasion.service.date
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
    var clock = noteClock(
      of: draft.kind,
      endedAt: draft.span?.end ?? day,
      on: draft.service.date
    )
    if draft.dueAt != nil || serviceEnd(of: draft) == nil {
      let due = draft.dueAt ?? clock.dueAt
      clock = NoteClock(dueAt: due, soonAt: due.adding(minutes: -6 * 60), lateAt: .latest)
    }
    return DueNote(
      id: id,
      clientID: client,
      kind: draft.kind,
      service: draft.service,
      title: draft.kind.word,
      endedAt: draft.span?.end,
      authorID: draft.authorID,
      waitsFor: draft.authorID,
      clock: clock,
      status: notes[id] != nil ? .returned : missing.isEmpty ? .ready : .draft,
      isBegun: !draft.content.isBlank,
      missing: missing,
      comment: notes[id]?.comment
    )
  }

  /// A note that came back and whose service asks for none any more, or never did.
  private func returned(_ entry: NoteEntry, templates: NoteTemplates) -> DueNote {
    if let draft = drafts[.note(entry.id)] {
      return dueNote(entry.id, of: entry.clientID, draft: draft, templates: templates)
    }
    let end = serviceEnd(entry) ?? entry.signedAt
    return DueNote(
      id: entry.id,
      clientID: entry.clientID,
      kind: entry.kind,
      service: entry.service,
      title: title(of: entry),
      endedAt: serviceEnd(entry),
      authorID: entry.authorID,
      waitsFor: entry.authorID,
      clock: noteClock(of: entry.kind, endedAt: end, on: entry.service.date),
      status: .returned,
      isBegun: true,
      missing: [],
      comment: entry.comment
    )
  }

  private func cosignature(of entry: NoteEntry) -> DueNote {
    let rules = rules(on: entry.service.date)
    let end = serviceEnd(entry) ?? entry.signedAt
    let due =
      entry.kind == .crisis
      ? end.adding(minutes: rules.cosignCrisisHours * 60)
      : program.zone.sameTime(as: end, daysLater: rules.cosignDueDays)
    return DueNote(
      id: entry.id,
      clientID: entry.clientID,
      kind: entry.kind,
      service: entry.service,
      title: title(of: entry),
      endedAt: end,
      authorID: entry.authorID,
      waitsFor: cosigner(of: entry.authorID),
      clock: NoteClock(dueAt: due, soonAt: due.adding(minutes: -24 * 60), lateAt: .latest),
      status: .awaitingCosign,
      isBegun: true,
      missing: []
    )
  }

  /// Whether somebody's notes of a date need a co-signature: a trainee's, and by the credentials that
  /// the rules name; no supervisor's.
  func needsCosignature(of person: StaffID, on date: CalendarDate) -> Bool {
    guard let person = staff[person] else { return false }
    if person.requiresCosign { return true }
    let wanted = Set(rules(on: date).cosignCredentials.map(\.folded))
    guard !wanted.isEmpty, !person.isSupervisor else { return false }
    return person.credentials.split(separator: ",").contains { part in
      wanted.contains(part.split(separator: " ").joined(separator: " ").folded)
    }
  }

  /// The author's supervisor; where none is set, the first who may co-sign.
  private func cosigner(of author: StaffID) -> StaffID {
    if let supervisor = staff[author]?.supervisorID { return supervisor }
    let others = staff.values.filter { $0.isSupervisor && $0.isActive && $0.id != author }
    return others.min { $0.code < $1.code }?.id ?? author
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

extension ProgramTimeZone {
  /// The moment that shows the same time on the clock some days later.
  func sameTime(as instant: Instant, daysLater days: Int) -> Instant {
    let local = local(instant)
    let seconds = Int(instant.secondsSince1970).floorRemainder(by: 60)
    return self.instant(local.date.adding(days: days), local.time).adding(seconds: seconds)
  }
}
