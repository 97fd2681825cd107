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
  /// The services of the loaded weeks that have ended and want a note, one for each client; of groups
  /// as many as the rules ask for (BR-30).
  ///
  /// Nothing is owed while a session runs. One that nobody came to wants its no-show notes too. A day
  /// on which the first session missed isn't finished yet waits for it, so that its note has one
  /// author from the beginning.
  ///
  /// Of one person only what that person leads or holds; a missed day belongs to whoever led the
  /// first session that was missed, so that everybody's are looked at for it.
  package func noteOccasions(of person: StaffID? = nil, at now: Instant) -> [NoteOccasion] {
    var occasions: [NoteOccasion] = []
    var missed: [NoteID: MissedService] = [:]
    for session in sessions.values where hasNotes(session.serviceDate) {
      let isTheirs = person.map { $0 == session.state.leadID } ?? true
      let isOver = session.state.status == .completed && isTheirs
      for row in session.rows where session.state.status.mayBeMissed {
        if row.status.isAttended, isOver {
          occasions.append(occasion(of: row, in: session))
        } else if row.status == .noShow {
          missedService(row.clientID, in: session).keepFirst(in: &missed)
        }
      }
    }
    for appointment in appointments.values where hasNotes(appointment.serviceDate) {
      if appointment.state.status.isKept {
        let isTheirs = person.map { $0 == appointment.state.counselorID } ?? true
        if isTheirs { occasions.append(occasion(of: appointment)) }
      } else if appointment.state.status == .noShow {
        missedService(appointment).keepFirst(in: &missed)
      }
    }
    occasions += missed.values.filter(\.isOver).map(\.occasion)
    let over = occasions.filter { occasion in
      occasion.end <= now && (person.map { $0 == occasion.authorID } ?? true)
    }
    return onePerPeriod(over, at: now)
  }

  /// What a day's no-show note of a client is of, once the first session missed is over.
  package func missedDay(of client: ClientID, on date: CalendarDate) -> NoteOccasion? {
    var missed: [NoteID: MissedService] = [:]
    for session in sessions(on: date) where session.state.status.mayBeMissed {
      if session.row(of: client)?.status == .noShow {
        missedService(client, in: session).keepFirst(in: &missed)
      }
    }
    for appointment in appointments(on: date)
    where appointment.clientID == client && appointment.state.status == .noShow {
      missedService(appointment).keepFirst(in: &missed)
    }
    return missed.values.first.flatMap { $0.isOver ? $0.occasion : nil }
  }

  /// What one service asks of one client's note; nil where its day isn't loaded, or nothing is asked.
  package func occasion(of client: ClientID, in service: NoteService) -> NoteOccasion? {
    switch service {
    case .session(let id, _):
      guard let session = sessions[id], let row = session.row(of: client) else { return nil }
      return occasion(of: row, in: session)
    case .appointment(let id, _): return appointments[id].map { occasion(of: $0) }
    case .missedDay(let date): return missedDay(of: client, on: date)
    case .none: return nil
    }
  }

  /// What a client attended, or missed, on a day, as far as its note isn't signed; in order of time.
  package func unsignedServices(of client: ClientID, on date: CalendarDate) -> [NoteOccasion] {
    guard hasNotes(date) else { return [] }
    let groups = sessions(on: date).compactMap { session -> NoteOccasion? in
      guard session.state.status == .completed, let row = session.row(of: client),
        row.status.isAttended
      else { return nil }
      return occasion(of: row, in: session)
    }
    let meetings = appointments(on: date)
      .filter { $0.clientID == client && $0.state.status.isKept }
      .map { occasion(of: $0) }
    let missed = [missedDay(of: client, on: date)].compactMap(\.self)
    return (groups + meetings + missed)
      .filter { $0.noteID.map { !(notes[$0]?.status.isLocked ?? false) } ?? false }
      .sorted { ($0.start, $0.title) < ($1.start, $1.title) }
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

  private func missedService(_ client: ClientID, in session: GroupSession) -> MissedService {
    let occasion = NoteOccasion(
      clientID: client,
      kind: .noShow,
      service: .missedDay(session.serviceDate),
      authorID: session.state.leadID,
      title: title(of: session),
      start: session.state.scheduledStart,
      end: session.state.actualEnd ?? session.state.scheduledEnd
    )
    return MissedService(occasion: occasion, isOver: session.state.status != .inProgress)
  }

  private func missedService(_ appointment: Appointment) -> MissedService {
    let occasion = NoteOccasion(
      clientID: appointment.clientID,
      kind: .noShow,
      service: .missedDay(appointment.serviceDate),
      authorID: appointment.state.counselorID,
      title: NoteKind(of: appointment.kind).word,
      start: appointment.state.scheduledStart,
      end: appointment.state.scheduledEnd
    )
    return MissedService(occasion: occasion, isOver: true)
  }
}

/// Something a client was expected at and didn't come to.
private struct MissedService {
  var occasion: NoteOccasion
  var isOver: Bool

  /// One no-show note a client and day, by the lead of the first session missed.
  func keepFirst(in missed: inout [NoteID: MissedService]) {
    guard let id = occasion.noteID else { return }
    if let first = missed[id]?.occasion,
      (first.start, first.title) <= (occasion.start, occasion.title)
    {
      return
    }
    missed[id] = self
  }
}

extension SessionStatus {
  /// Whether a no-show in it is one: not where the program called it off.
  fileprivate var mayBeMissed: Bool {
    switch self {
    case .inProgress, .completed, .cancelledNoAttendees: true
    case .scheduled, .cancelledByProgram, .unknown: false
    }
  }
}
