import Domain
import TerminalCore

/// The day as it stood at a moment of the past: lines to read over the screen, and nothing that a
/// key could change.
extension AppState {
  mutating func askPast() {
    guard roomMode == .off else {
      say(Self.roomSentence, .warning)
      return
    }
    let date = screen == .day ? day.date : today
    prompt = .line(
      LinePrompt(
        title: "\(date.dayName) as it stood",
        label: "as of a past time: 10:52, mon 10:52; a day alone is its end",
        purpose: .past(date)
      )
    )
  }

  /// Shows the day; its week, and who is on no roster any more, are read first.
  mutating func answerPast(_ line: LinePrompt, _ date: CalendarDate) -> [Effect] {
    guard let (day, time) = TypedOccurrence.moment(line.line.text, today: today) else {
      return refuse(line, "Read as a time of today, or a day and time: 10:52, mon 10:52, 3/2 9:15.")
    }
    guard let moment = data.program.zone.pastMoment(day, time, now: now) else {
      return refuse(line, "That is still to come: nothing is known of it.")
    }
    guard data.isLoaded(date) else {
      awaited = .answer(line)
      return [.loadWeek(data.weekStart(of: date))]
    }
    var past = self
    past.data = data.asOf(moment)
    past.now = moment
    guard data.hasAllClients || past.data.unknownClients.isEmpty else {
      awaited = .answer(line)
      return [.loadCaseload]
    }
    let shown = ChangeWords.moment(moment, in: self)
    prompt = .text(
      TextPrompt(
        title: "PAST: \(date.dayName) as of \(shown)",
        lines: ["Only to read; Esc goes back to the present.", ""] + past.linesOfDay(date)
      )
    )
    return []
  }

  /// Each group with its roster, then the appointments.
  private func linesOfDay(_ date: CalendarDate) -> [String] {
    let groups = data.sessions(on: date).flatMap(lines)
    let meetings = data.appointments(on: date).map { meeting in
      "\(times(meeting.state.scheduledStart, meeting.state.scheduledEnd))  "
        + "\(plainName(of: meeting.clientID))  "
        + "\(code(of: meeting.state.counselorID))  "
        + ChangeWords.appointmentWords(meeting.state, in: self)
    }
    let lines = groups + meetings
    return lines.isEmpty ? ["Nothing stood there."] : lines
  }

  private func lines(of session: GroupSession) -> [String] {
    let state = session.state
    let head = [
      times(state.scheduledStart, state.scheduledEnd), data.code(of: session),
      data.title(of: session), code(of: state.leadID), state.status.word,
    ]
    let rows = session.rows.map { row in
      let minutes = data.creditedMinutes(of: row, in: session, now: now)
      return "    \(plainName(of: row.clientID))  \(ChangeWords.statusWords(row, in: self))"
        + (minutes > 0 ? "  \(minutes) min" : "")
    }
    return [head.filter { !$0.isEmpty }.joined(separator: "  ")] + rows + [""]
  }

  private func times(_ start: Instant, _ end: Instant) -> String {
    "\(clock(start))-\(clock(end))"
  }

  private func code(of staff: StaffID) -> String { data.staff[staff]?.code ?? "-" }
}
