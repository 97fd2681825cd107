import Domain
import TerminalCore

/// The day, or the chart that is open, as it stood at a moment of the past: lines to read over the
/// screen, and nothing that a key could change.
extension AppState {
  mutating func askPast() {
    guard roomMode == .off else {
      say(roomSentence, .warning)
      return
    }
    let date = screen == .day ? day.date : today
    prompt = .line(
      LinePrompt(
        title: "\(openCard?.title ?? date.dayName) as it stood",
        label: "as of a past time: 10:52, mon 10:52; a day alone is its end",
        purpose: .past(date)
      )
    )
  }

  /// Shows the day, or the chart; the week, and who is on no roster any more, are read first.
  mutating func answerPast(_ line: LinePrompt, _ date: CalendarDate) -> [Effect] {
    guard let (day, time) = TypedOccurrence.moment(line.line.text, today: today) else {
      return refuse(line, "Read as a time of today, or a day and time: 10:52, mon 10:52, 3/2 9:15.")
    }
    guard let moment = data.program.zone.pastMoment(day, time, now: trueNow) else {
      return refuse(line, "That is still to come: nothing is known of it.")
    }
    let then = data.program.zone.date(of: moment)
    let needed = screen == .card ? then : date
    guard data.isLoaded(needed) else {
      awaited = .answer(line)
      return [.loadWeek(data.weekStart(of: needed))]
    }
    guard data.pastRules != nil else {
      awaited = .answer(line)
      return [.loadPastRules]
    }
    var past = self
    past.data = data.asOf(moment)
    past.now = moment
    guard data.hasAllClients || past.data.unknownClients.isEmpty else {
      awaited = .answer(line)
      return [.loadCaseload]
    }
    let shown = ChangeWords.moment(moment, in: self)
    let what: String
    let lines: [String]
    if let openCard {
      past.today = then
      (what, lines) = (openCard.title, past.linesOfChart())
    } else {
      (what, lines) = (date.dayName, past.linesOfDay(date))
    }
    prompt = .text(
      TextPrompt(
        title: "PAST: \(what) as of \(shown)",
        lines: ["Only to read; Esc goes back to the present.", ""] + lines
      )
    )
    return []
  }

  private var openCard: ClientCard? { screen == .card ? ClientCard(self) : nil }

  /// What is known, and the history of the weeks that are read, as the card has them.
  private func linesOfChart() -> [String] {
    guard let card = openCard else { return ["Nothing was known of this client yet."] }
    let facts = card.lines.map { fact in
      let gap = String(repeating: " ", count: max(1, 17 - CellWidth.of(fact.label)))
      return fact.label + gap + fact.words
    }
    let history = card.history.map { line in
      [line.date.shortName, line.kind, line.what, line.mark, line.note]
        .filter { !$0.isEmpty }.joined(separator: "  ")
    }
    return facts + ["", "History, newest first"]
      + (history.isEmpty ? ["Nothing in the weeks that are read."] : history)
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
