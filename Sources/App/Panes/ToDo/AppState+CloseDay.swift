import Domain
import TerminalCore

/// Something of the day that is still open, as far as it was got.
enum CloseStep: Hashable, Sendable {
  case session(SessionID, unmarked: Int)
  case appointment(AppointmentID)
  case notes(NoteDocument, ready: Int)
  case outreach(DueTask.ID)
}

/// F9 pressed again and again: what it has led to and what was left as it was.
struct CloseRound: Equatable, Sendable {
  var staffID: StaffID
  var day: CalendarDate
  var seen: Set<CloseStep> = []
  /// How many come after the one that is shown.
  var left = 0
  /// The note that was opened last.
  var document: NoteDocument?
}

/// Closing the day.
extension AppState {
  /// Leads to the next thing that isn't marked, written or signed, what is overdue before the rest;
  /// what was left as it was isn't shown again before all others were.
  mutating func closeDay() -> [Effect] {
    guard let staffID else {
      prompt = .pick(PickPrompt(.counselor))
      return []
    }
    let effects = screen == .note ? closeNote() : []
    toDo.filter = nil
    refreshDueNotes()
    refreshDueTasks()
    var round = closing ?? CloseRound(staffID: staffID, day: today)
    if round.staffID != staffID || round.day != today {
      round = CloseRound(staffID: staffID, day: today)
    }
    let steps = closeSteps
    let waiting = steps.filter { !round.seen.contains($0) }
    round.document = nil
    guard let next = waiting.first else {
      closing = nil
      // The round may have led to earlier days; what comes next is today's again.
      let goesBack = screen == .day && day.date != today
      let back = goesBack ? goTo(today) : []
      sayHowTheDayStands(after: steps)
      return effects + back
    }
    round.seen.insert(next)
    round.left = waiting.count - 1
    closing = round
    return effects + lead(to: next)
  }

  /// F9 in what it opened; nil where something is typed or asked that F9 would take away.
  mutating func goOnClosing() -> [Effect]? {
    switch prompt {
    case .signing:
      guard covered.isEmpty else { return nil }
      let effects = notYet()
      return effects + closeDay()
    case .menu:
      guard covered.isEmpty else { return nil }
      prompt = nil
      return closeDay()
    default: return nil
    }
  }

  /// Everything that is open, in the order in which F9 leads there.
  private var closeSteps: [CloseStep] {
    let meetings = unmarkedMeetings.map { meeting -> CloseStep in
      switch meeting {
      case .session(let session):
        CloseStep.session(session.id, unmarked: session.rows.count { $0.status.isUnmarked })
      case .appointment(let appointment): .appointment(appointment.id)
      }
    }
    let outreach = outreachToday
    let rows = toDoRows
    let late =
      rows.filter { $0.dueAt < now }.map { (at: $0.dueAt, step: $0.step) }
      + outreach.filter { $0.dueAt < now }.map { (at: $0.dueAt, step: .outreach($0.id)) }
    let later = rows.filter { $0.dueAt >= now }
    return meetings + late.sorted { $0.at < $1.at }.map(\.step)
      + later.filter { $0.ready < $0.notes.count }.map(\.step)
      + later.filter { $0.ready == $0.notes.count }.map(\.step)
      + outreach.filter { $0.dueAt >= now }.map { .outreach($0.id) }
  }

  private mutating func lead(to step: CloseStep) -> [Effect] {
    switch step {
    case .session(let id, let left):
      guard let session = data.sessions[id] else { return [] }
      screen = .day
      _ = goTo(session.serviceDate)
      select(session: id)
      day.focus = .attendance
      day.isZoomed = true
      attendance.cursor = firstUnmarked ?? attendance.cursor
      askToClose(
        left > 0
          ? "\(left) still to mark in \(title(of: session))."
          : "\(title(of: session)) isn't finished; \(said(.finish)) finishes it."
      )
      return []
    case .appointment(let id):
      guard let appointment = data.appointments[id] else { return [] }
      screen = .day
      _ = goTo(appointment.serviceDate)
      day.focus = .individual
      day.appointment = id
      askToClose(
        "was \(name(of: appointment.clientID)) here? \(said(.arrive)), \(said(.missed)) or \(said(.cancelAppointment))."
      )
      return []
    case .notes(let id, _):
      guard let row = toDoRows.first(where: { $0.id == id }) else { return [] }
      screen = .toDo
      toDo.focus = .notes
      toDo.cursor = id
      let effects = row.ready == row.notes.count ? signToDo() : openToDo()
      for case .openNote(let opening) in effects { closing?.document = opening.document }
      return effects
    case .outreach(let id):
      screen = .toDo
      toDo.focus = .tasks
      toDo.task = id
      let effects = openTask()
      if case .menu(var menu) = prompt, let closingWords {
        menu.title += " | \(closingWords)"
        prompt = .menu(menu)
      }
      return effects
    }
  }

  /// Asks about something to be marked, and says how F9 goes on where there is room.
  private mutating func askToClose(_ words: String) {
    let words = "Close the day: " + words
    let more = closingWords.map { " " + $0 } ?? ""
    let isRoomy = CellWidth.of(words + more) <= size.columns - 2
    say(words + (isRoomy ? more : ""), .question)
  }

  /// How F9 goes on from what it opened, such as "F9 goes on, 3 left."; nil outside of a round.
  var closingWords: String? {
    guard let closing else { return nil }
    return closing.left > 0
      ? "\(said(.closeDay)) goes on, \(closing.left) left."
      : "It is the last; \(said(.closeDay)) closes."
  }

  /// What is behind a round: all is done, or what stays open and until when.
  private mutating func sayHowTheDayStands(after steps: [CloseStep]) {
    let others = dueTasks.count { !$0.kind.isOutreach }
    guard !steps.isEmpty || others == 0 else {
      let isLate = dueTasks.contains {
        !$0.kind.isOutreach && data.program.zone.date(of: $0.dueAt) < today
      }
      let overdue = isLate ? ", some OVERDUE" : ""
      say(
        "The day is closed: marked, written, signed, reached. \(others) more in To do\(overdue).",
        overdue.isEmpty ? .ok : .warning
      )
      return
    }
    guard !steps.isEmpty else {
      say("The day is closed: everything is marked, written and signed, everyone reached.", .ok)
      return
    }
    var parts: [String] = []
    let meetings = unmarkedMeetings.count
    let outreach = steps.count {
      if case .outreach = $0 { true } else { false }
    }
    let notes = dueNotes.count
    if meetings > 0 { parts.append("\(meetings) to mark") }
    if notes > 0 { parts.append(notes == 1 ? "1 note" : "\(notes) notes") }
    if outreach > 0 { parts.append("\(outreach) to reach") }
    if others > 0 { parts.append("\(others) more in To do") }
    let midnight = data.program.zone.instant(today, .endOfDay)
    let due = dueNotes.map(\.dueAt) + dueTasks.filter(\.kind.isOutreach).map(\.dueAt)
    let first = due.min()
    var until = ""
    if let first {
      let moment = ChangeWords.moment(first, in: self)
      until = first < now ? "; OVERDUE since \(moment)" : "; the first until \(moment)"
    }
    let isClosed = meetings == 0 && (first ?? midnight) >= midnight
    say(
      (isClosed ? "The day is closed. Open: " : "Not closed: ")
        + parts.joined(separator: ", ") + until + ".",
      isClosed ? .ok : .warning
    )
  }
}

extension DueTask.Kind {
  var isOutreach: Bool { if case .outreach = self { true } else { false } }
}

extension ToDoRow {
  fileprivate var step: CloseStep { .notes(id, ready: ready) }
}
