import Domain
import TerminalCore

/// The card of one client.
extension AppState {
  mutating func openCard(_ client: ClientID?) -> [Effect] {
    guard roomMode == .off else {
      say(roomSentence, .warning)
      return []
    }
    guard let client, data.clients[client] != nil else {
      say("No client is selected. \(said(.addRecord, in: .clients)) adds one.", .warning)
      return []
    }
    let from = screen == .card ? card.comesFrom : screen
    card = CardState()
    card.client = client
    card.comesFrom = from
    screen = .card
    let next = data.weekStart(1, weeksFrom: today)
    return data.isLoaded(next) ? [] : [.loadWeek(next)]
  }

  /// Enter or `=` on a line of the card.
  mutating func openFact() -> [Effect] {
    guard let client = card.client, let content = ClientCard(self) else { return [] }
    guard card.focus == .facts else { return openHistory(of: client, content.history) }
    let lines = content.lines
    guard lines.indices.contains(card.fact), let target = target(in: lines) else {
      say("That follows from other records; ! explains the hours.")
      return []
    }
    switch target {
    case .client(let field): open(clientForm(client, at: field))
    case .facts(let field):
      if let form = clientFactsForm(client, at: field) { open(form) }
    case .enrollment(let group, let id): open(enrollmentForm(client, in: group, id))
    case .stay: openClientMenu()
    case .step(let step, let field): openStep(step, of: client, at: field)
    case .hours: return run(.explain)
    }
    return []
  }

  /// Enter in the history: that day, and the meeting there; Esc comes back.
  private mutating func openHistory(of client: ClientID, _ lines: [HistoryLine]) -> [Effect] {
    guard lines.indices.contains(card.entry) else { return [] }
    let line = lines[card.entry]
    let back = DayOrigin.card(card, before: dayPlace)
    let effects = goTo(line.date)
    day.backTo = back
    switch line.target {
    case .session(let id):
      if !shownSessions.contains(where: { $0.id == id }) { day.showsAll = true }
      select(session: id)
      day.focus = .attendance
      attendance.cursor = client
    case .appointment(let id):
      if !shownAppointments.contains(where: { $0.id == id }) { day.showsAll = true }
      day.appointment = id
      day.focus = .individual
    case nil: break
    }
    say("\(line.date.shortName). Esc goes back to the card.")
    return effects
  }

  private func target(in lines: [ClientFact]) -> CardTarget? { lines[card.fact].target }

  mutating func moveOnCard(_ command: Command) {
    guard let content = ClientCard(self) else { return }
    switch card.focus {
    case .facts:
      card.fact = place(card.fact, in: content.lines.count, by: command)
    case .history:
      card.entry = place(card.entry, in: content.history.count, by: command)
    }
  }

  /// Where a list's cursor goes.
  func place(_ place: Int, in count: Int, by command: Command) -> Int {
    let page = max(1, size.rows - 10)
    let target: Int
    switch command {
    case .up: target = place - 1
    case .down: target = place + 1
    case .pageUp: target = place - page
    case .pageDown: target = place + page
    case .first: target = 0
    default: target = count - 1
    }
    return max(0, min(target, count - 1))
  }

  mutating func leaveCard() {
    if card.filter != nil {
      card.filter = nil
    } else if card.focus == .history {
      card.focus = .facts
    } else {
      screen = card.comesFrom
    }
  }
}
