/// Notes of groups that are about a day or a week rather than one meeting.
///
/// - Source: BR-30, `noteGranularity`.
extension ProgramData {
  /// Those of the occasions that want a note: of a client's groups of a day or a week with one lead
  /// the last, once all are over.
  ///
  /// A note that is signed covers what ended before it. Where a text was begun, that one wants to be
  /// finished, whatever came after it.
  func onePerPeriod(_ occasions: [NoteOccasion], at now: Instant) -> [NoteOccasion] {
    guard ruleSets.contains(where: { $0.noteGranularity != .known(.session) }) else {
      return occasions
    }
    var wanted: [NoteOccasion] = []
    var together: [NotePeriod: [NoteOccasion]] = [:]
    for occasion in occasions {
      if let period = period(of: occasion) {
        together[period, default: []].append(occasion)
      } else {
        wanted.append(occasion)
      }
    }
    for (period, all) in together { wanted += self.wanted(of: all, in: period, at: now) }
    return wanted
  }

  private func wanted(
    of occasions: [NoteOccasion],
    in period: NotePeriod,
    at now: Instant
  ) -> [NoteOccasion] {
    let entries = occasions.compactMap(\.noteID).compactMap { notes[$0] }
    let covered = entries.filter { $0.status.isLocked && $0.status != .enteredInError }
      .map(\.signedAt).max()
    let written = occasions.filter { occasion in
      guard let id = occasion.noteID else { return false }
      return notes[id] != nil || drafts[.note(id)].map { !$0.content.isBlank } ?? false
    }
    let open = occasions.filter { occasion in
      !written.contains(occasion) && occasion.end > covered ?? .earliest
    }
    let isBegun = written.contains { $0.noteID.map { notes[$0] == nil } ?? false }
    guard !isBegun, !isGoingOn(period, at: now), let last = open.max(by: NoteOccasion.endsBefore)
    else { return written }
    return written + [last]
  }

  /// When what a note of a group is about was over; the meeting's own end where it is of that alone.
  func endOfPeriod(of service: NoteService, client: ClientID, by author: StaffID) -> Instant? {
    guard case .session(let id, let date) = service,
      let period = period(of: client, author, on: date)
    else { return nil }
    return meetings(of: period).filter { $0.id != id }
      .map { $0.state.actualEnd ?? $0.state.scheduledEnd }.max()
  }

  private func period(of occasion: NoteOccasion) -> NotePeriod? {
    guard case .session(_, let date) = occasion.service else { return nil }
    return period(of: occasion.clientID, occasion.authorID, on: date)
  }

  private func period(
    of client: ClientID,
    _ author: StaffID,
    on date: CalendarDate
  ) -> NotePeriod? {
    switch rules(on: date).noteGranularity {
    case .known(.session), .unknown: nil
    case .known(.day): NotePeriod(client: client, author: author, days: date...date)
    case .known(.week):
      NotePeriod(
        client: client,
        author: author,
        days: weekStart(of: date)...weekEnd(from: weekStart(of: date))
      )
    }
  }

  /// The meetings of a period at which the client was, or may still be.
  private func meetings(of period: NotePeriod) -> [GroupSession] {
    period.days.lowerBound.through(period.days.upperBound)
      .filter { self.period(of: period.client, period.author, on: $0) == period }
      .flatMap { sessions(on: $0) }
      .filter { session in
        guard session.state.leadID == period.author, !session.state.status.isCancelled,
          let status = session.row(of: period.client)?.status
        else { return false }
        return status.isAttended || (status.isUnmarked && session.state.status != .completed)
      }
  }

  private func isGoingOn(_ period: NotePeriod, at now: Instant) -> Bool {
    meetings(of: period).contains { meeting in
      meeting.state.status == .inProgress || meeting.state.scheduledEnd > now
    }
  }
}

/// What one note is about: a client's groups of some days with one lead.
private struct NotePeriod: Hashable {
  let client: ClientID
  let author: StaffID
  let days: ClosedRange<CalendarDate>
}

extension NoteOccasion {
  fileprivate static func endsBefore(_ left: NoteOccasion, _ right: NoteOccasion) -> Bool {
    (left.end, left.start) < (right.end, right.start)
  }
}

extension CalendarDate {
  fileprivate func through(_ last: CalendarDate) -> [CalendarDate] {
    (0...max(0, CalendarDate.days(from: self, to: last))).map(adding(days:))
  }
}
