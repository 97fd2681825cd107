/// Why a note can't be signed now, and whether it would be a late entry.
extension ProgramData {
  /// Why somebody can't sign it, whatever its text; nil where they can.
  func refusal(of draft: NoteDraft, by staffID: StaffID, at now: Instant) -> String? {
    if let refusal = refusalToWriteNotes(by: staffID) { return refusal.message }
    guard case .note(let id) = draft.document else { return "This text isn't a client's note." }
    if let entry = notes[id], entry.status != .returned {
      return "This note is \(entry.status.word). a adds an addendum."
    }
    guard draft.authorID == staffID else {
      return "This note is \(shortName(draft.authorID))'s to sign."
    }
    switch draft.service {
    case .session(let session, _):
      guard let session = sessions[session] else { return "The group's day isn't open." }
      guard session.state.leads(draft.authorID) else {
        return "\(shortName(session.state.leadID)) led this group and signs its notes. "
          + "Your text stays as a draft."
      }
      guard session.state.status == .completed else {
        return "The group isn't finished: its minutes aren't final. "
          + "Esc, then f on the group finishes it."
      }
      guard let client = draft.clientID, let row = session.row(of: client), row.status.isAttended
      else { return "Only a client who attended gets this note. The text stays as a draft." }
    case .appointment(let appointment, _):
      guard let appointment = appointments[appointment] else { return "The day isn't open." }
      guard appointment.state.counselorID == draft.authorID else {
        return "\(shortName(appointment.state.counselorID)) held this session and signs its note. "
          + "Your text stays as a draft."
      }
      guard appointment.state.status.isKept else {
        return "Its minutes aren't final. Esc, then p on the session marks it as kept."
      }
    case .missedDay(let date):
      guard isLoaded(date) else { return "The day isn't open." }
      guard let client = draft.clientID, missedDay(of: client, on: date) != nil else {
        return
          "The client isn't marked as a no-show of a finished session. The text stays as a draft."
      }
    case .none:
      if let span = draft.span, span.end > now {
        return "It isn't over yet. A note is of what was; \"date and time\" (F2) changes it."
      }
    }
    return lateRefusal(of: draft, at: now)
  }

  private func shortName(_ person: StaffID) -> String {
    staff[person]?.shortName ?? "its author"
  }

  /// Why no late entry is taken any more; nil while one is.
  private func lateRefusal(of draft: NoteDraft, at now: Instant) -> String? {
    guard let days = rules(on: draft.service.date).lateEntryMaxDays, isLate(draft, at: now),
      CalendarDate.days(from: draft.service.date, to: program.zone.date(of: now)) > days
    else { return nil }
    return
      "The service was over \(days) days ago: no late entry is taken. The text stays as a draft."
  }

  /// Whether signing now makes it a late entry (BR-31).
  package func isLate(_ draft: NoteDraft, at now: Instant) -> Bool {
    guard var end = serviceEnd(of: draft) else { return false }
    if let client = draft.clientID,
      let last = endOfPeriod(of: draft.service, client: client, by: draft.authorID)
    {
      end = max(end, last)
    }
    return noteClock(of: draft.kind, endedAt: end, on: draft.service.date).urgency(at: now) == .late
  }

  func serviceEnd(of draft: NoteDraft) -> Instant? {
    switch draft.service {
    case .session(let id, _): sessions[id].map { $0.state.actualEnd ?? $0.state.scheduledEnd }
    case .appointment(let id, _):
      appointments[id].map { $0.state.actualEnd ?? $0.state.scheduledEnd }
    case .missedDay(let date):
      draft.clientID.flatMap { missedDay(of: $0, on: date) }?.end
        ?? program.zone.instant(date, .endOfDay)
    case .none(let date):
      draft.span?.end
        ?? (draft.kind == .administrative ? program.zone.instant(date, .endOfDay) : nil)
    }
  }
}
