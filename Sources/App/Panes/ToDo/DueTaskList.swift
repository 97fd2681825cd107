package import Domain

/// The second list of the to-do screen: what is due about clients beside notes.
extension AppState {
  /// In the order of their due times, as last looked at, narrowed as the notes are.
  package var taskRows: [DueTask] {
    guard let filter = toDo.filter, !filter.isEmpty else { return dueTasks }
    return dueTasks.filter { Search.matches(filter, "\(name(of: $0.clientID)) \($0.kind.title)") }
  }

  package var taskIndex: Int { taskRows.firstIndex { $0.id == toDo.task } ?? 0 }

  package var selectedTask: DueTask? {
    let rows = taskRows
    return rows.isEmpty ? nil : rows[min(taskIndex, rows.count - 1)]
  }

  /// How many are to be reached today or were to be before; nil for none.
  package var outreachDue: (count: Int, isOverdue: Bool)? {
    let due = outreachToday
    return due.isEmpty ? nil : (due.count, due.contains { $0.dueAt < now })
  }

  /// Attempts that are due before midnight.
  var outreachToday: [DueTask] {
    let midnight = data.program.zone.instant(today, .endOfDay)
    return dueTasks.filter { $0.kind.isOutreach && $0.dueAt < midnight }
  }

  /// Looks again at what is owed about clients; the choice keeps its place where its row is gone.
  mutating func refreshDueTasks() {
    guard let staffID else {
      dueTasks = []
      return
    }
    let due = data.dueTasks(of: staffID, asOf: now)
    guard due != dueTasks else { return }
    let place = taskIndex
    let wasChosen = toDo.task != nil
    dueTasks = due
    let rows = taskRows
    if wasChosen, !rows.isEmpty, !rows.contains(where: { $0.id == toDo.task }) {
      toDo.task = rows[min(place, rows.count - 1)].id
    }
  }

  /// Enter: where it is done.
  mutating func openTask() -> [Effect] {
    guard let task = selectedTask else {
      say("Nothing else is due.", .ok)
      return []
    }
    toDo.task = task.id
    switch task.kind {
    case .outreach(let step):
      if step.kind == .letter { return showLetter(to: task.clientID) }
      return askOutreach(task.clientID)
    case .review: return openTeam(at: task.clientID, from: .toDo)
    case .individual: open(bookingForm(task.clientID))
    case .reassessment: open(bookingForm(task.clientID, .asamReassessment))
    case .familySession: open(bookingForm(task.clientID, .familyWithClient))
    case .planReview, .firstPlan, .authorization: return openCard(task.clientID)
    case .place:
      if let form = stayForm(.admission, task.clientID) { open(form) }
    case .decided(let decision): return carryOut(decision, for: task.clientID)
    }
    return []
  }

  private mutating func carryOut(_ decision: TeamDecision, for client: ClientID) -> [Effect] {
    switch decision {
    case .stepUp, .stepDown:
      if let form = stayForm(.level, client) { open(form) }
    case .discharge:
      if let form = stayForm(.discharge, client) { open(form) }
      return [.loadAhead]
    case .extraSession: open(bookingForm(client))
    case .continue: return openCard(client)
    }
    return []
  }
}

extension DueTask.Kind {
  /// What the row is called.
  package var title: String {
    switch self {
    case .outreach(let step): step.kind == .letter ? "Letter" : "Outreach"
    case .review: "Team review"
    case .individual: "Individual"
    case .planReview: "Plan review"
    case .firstPlan: "First plan"
    case .reassessment: "ASAM"
    case .familySession: "Family session"
    case .authorization: "Authorization"
    case .place: "Waitlist"
    case .decided: "Decided"
    }
  }

  /// How it stands, in a few words.
  package var standing: String { standings[0] }

  /// Whether how it stands says what it is.
  var isSaidWhole: Bool {
    if case .individual = self { true } else { false }
  }

  /// What the row is called, within a sentence.
  var saidTitle: String {
    if case .reassessment = self { title } else { title.lowercased() }
  }

  /// What it is and how it stands.
  package var words: String { isSaidWhole ? standing : "\(title): \(standing)" }

  /// The same in ever fewer words, for where there is less room; with the row's title before it, and
  /// when it is due behind it, a sentence.
  package var standings: [String] {
    switch self {
    case .outreach(let step): return Self.standings(of: step)
    case .review(let review):
      switch review.reason {
      case .missedDays(let days): return ["\(days) missed days in a row", "\(days) missed days"]
      case .noContact(let days): return ["\(days) days without contact", "\(days) days away"]
      case .dischargeDecision(let days): return ["away for \(days) days: discharge?"]
      }
    case .individual(let gap): return Self.standings(of: gap)
    case .planReview: return ["to be signed by the client", "client signs"]
    case .firstPlan: return ["none yet"]
    case .reassessment: return ["to be assessed again", "assess again"]
    case .familySession: return ["none for too long", "too long ago"]
    case .authorization(let one, let left): return ["\(one.number): \(left) left", "\(left) left"]
    case .place(let code): return ["a place is free in \(code)", "free: \(code)"]
    case .decided(let decision): return ["\(decision.word), not done yet", decision.word]
    }
  }

  private static func standings(of step: OutreachStep) -> [String] {
    let days = step.missed.count == 1 ? "1 missed day" : "\(step.missed.count) missed days"
    if case .attempt(let number) = step.kind {
      return ["attempt \(number) after \(days)", "attempt \(number)"]
    }
    let count = step.attempts.count
    let attempts = count == 1 ? "1 attempt" : "\(count) attempts"
    return ["after \(days) and \(attempts)", "after \(attempts)"]
  }

  private static func standings(of gap: IndividualGap) -> [String] {
    let days = gap.days == 1 && !gap.isCut ? "1 day" : "\(gap.days)\(gap.isCut ? "+" : "") days"
    let when = gap.last.map { "since \($0.dayName) (\(days))" } ?? "for \(days)"
    let limit = gap.level == .breach ? [", over the limit"] : []
    let words = ["no individual session \(when)", "no session \(when)", "none \(when)"]
    return (limit + [""]).flatMap { end in words.map { $0 + end } }
  }
}
