package import Domain

/// One line of a client's history.
package struct HistoryLine: Equatable, Sendable {
  package var at: Instant
  package var date: CalendarDate
  package var kind: String
  package var what: String
  package var mark: String
  package var note: String
  /// Where it stands among what happened at the same moment.
  var place = 0
  /// What the day shows where this line leads; nil is the day alone.
  var target: HistoryTarget?
}

/// A meeting that a line of the history is about.
enum HistoryTarget: Equatable, Sendable {
  case session(SessionID)
  case appointment(AppointmentID)
}

extension ClientCard {
  /// Sessions and appointments so far, of the weeks that are read, the course of the stays, attempts to
  /// reach the client and what the team decided; the newest first.
  package var history: [HistoryLine] {
    let lines = wholeHistory
    guard let filter = state.card.filter, !filter.isEmpty else { return lines }
    return lines.filter {
      Search.matches(filter, "\($0.date.shortName) \($0.kind) \($0.what) \($0.mark) \($0.note)")
    }
  }

  private var wholeHistory: [HistoryLine] {
    let data = state.data
    var notes: [NoteService: NoteEntry] = [:]
    for note in data.notes.values where note.clientID == client.id && state.mayRead(note) {
      notes[note.service] = note
    }
    var lines: [HistoryLine] = []
    for index in data.weeks.values {
      for id in index.sessionsByClient[client.id] ?? [] {
        guard let session = data.sessions[id], session.serviceDate <= state.today,
          let row = session.row(of: client.id)
        else { continue }
        lines.append(line(of: session, row, notes))
      }
      for id in index.appointmentsByClient[client.id] ?? [] {
        guard let meeting = data.appointments[id], meeting.serviceDate <= state.today else {
          continue
        }
        lines.append(line(of: meeting, notes))
      }
    }
    lines += stayLines + followUpLines
    lines.sort { ($0.at, $0.place, $0.what) > ($1.at, $1.place, $1.what) }
    return lines
  }

  /// The last of it as facts, so many at most, whatever the card was narrowed to: the day, then what
  /// happened.
  package func recent(_ most: Int) -> [ClientFact] {
    wholeHistory.prefix(max(0, most)).map { line in
      let words = [line.what, line.mark, line.note].filter { !$0.isEmpty }.joined(separator: "  ")
      return ClientFact(line.date.dayName, words)
    }
  }

  private var stayLines: [HistoryLine] {
    let events = StayWords.events(of: client, in: state.data).filter { $0.date <= state.today }
    return events.enumerated().map { place, event in
      HistoryLine(
        at: state.data.program.zone.instant(event.date, .midnight),
        date: event.date,
        kind: "Stay",
        what: event.words,
        mark: event.remark,
        note: "",
        place: place
      )
    }
  }

  /// What is about the treatment, for who may read of it; one's own is.
  private var followUpLines: [HistoryLine] {
    state.data.followUps(of: client.id)
      .filter { state.mayRead($0) }
      .map { made in
        let who = state.data.staff[made.by]?.shortName ?? ""
        return HistoryLine(
          at: made.at,
          date: state.data.program.zone.date(of: made.at),
          kind: made.kind == .known(.teamDecision) ? "Team" : "Outreach",
          what: FollowUpWords.saidAlone(made),
          mark: who,
          note: ""
        )
      }
  }

  private func line(
    of session: GroupSession,
    _ row: AttendanceRow,
    _ notes: [NoteService: NoteEntry]
  ) -> HistoryLine {
    var mark = ChangeWords.statusWords(row, in: state)
    if row.status.isAttended {
      let minutes = state.data.creditedMinutes(of: row, in: session, now: state.now)
      mark += " \(Hours.cutDown(minutes)) h"
    }
    let note = notes[.session(session.id, session.serviceDate)]
    return HistoryLine(
      at: session.state.scheduledStart,
      date: session.serviceDate,
      kind: "Group",
      what: state.data.title(of: session),
      mark: mark,
      note: note?.status.word ?? "",
      target: .session(session.id)
    )
  }

  private func line(of meeting: Appointment, _ notes: [NoteService: NoteEntry]) -> HistoryLine {
    let note = notes[.appointment(meeting.id, meeting.serviceDate)]
    let who = state.data.staff[meeting.state.counselorID]?.shortName ?? ""
    return HistoryLine(
      at: meeting.state.scheduledStart,
      date: meeting.serviceDate,
      kind: "Indiv.",
      what: meeting.kind == .known(.individual) ? who : "\(meeting.kindWord), \(who)",
      mark: meeting.state.status.word,
      note: note?.status.word ?? "",
      target: .appointment(meeting.id)
    )
  }
}
