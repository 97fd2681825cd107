import App
import Domain
import TerminalCore

/// In place of what is about one client.
func roomModeLines(_ state: AppState) -> [String] {
  ["Room mode: nothing about one client", "is shown. \(state.said(.roomMode)) ends it."]
}

extension DayView {
  func drawClient(in rect: Rect, on canvas: inout Canvas) {
    guard let id = state.selectedClient, let client = state.data.clients[id] else {
      let inside = box(.client, PaneID.client.title, in: rect, on: &canvas)
      put(["Nobody is selected."], in: inside, on: &canvas)
      return
    }
    let name = name(of: id)
    guard state.roomMode == .off else {
      let inside = box(.client, "\(PaneID.client.title): \(name)", in: rect, on: &canvas)
      put(
        roomModeLines(state),
        in: inside,
        on: &canvas
      )
      return
    }
    let inside = box(.client, "\(PaneID.client.title): \(name)", in: rect, on: &canvas)
    let facts = ClientFacts(client: client, state: state, date: state.day.date)
    var rest = inside.inset(rows: 0, columns: 1)
    let groups = [facts.stay, facts.week, facts.seen, facts.today].filter { !$0.isEmpty }
    guard rows(of: groups, in: rest) + 1 <= rest.rows else {
      // The title has the name; no line is spent on looks.
      draw(groups.joined().filter { !$0.isPicture }, in: rest, on: &canvas)
      return
    }
    canvas.put(name, in: rest, at: (0, 0), width: rest.columns, role: .title)
    canvas.putRight(client.mrn, in: rest, row: 0, role: .dim)
    rest = rest.split(top: 1).rest
    for group in groups + more(about: client, whole: groups, in: rest) {
      draw(group, in: rest, on: &canvas)
      rest = rest.split(top: rows(of: [group], in: rest)).rest
    }
  }

  /// What the card says too, as far as there is room: goals, what comes, what is due, what was.
  private func more(about client: Client, whole: [[ClientFact]], in rect: Rect) -> [[ClientFact]] {
    var room = rect.rows - rows(of: whole, in: rect)
    guard room > 3, state.day.date == state.today else { return [] }
    let card = ClientCard(of: client, state)
    var groups: [[ClientFact]] = []
    for group in [due(for: client.id), card.goals, card.coming] {
      let needed = rows(of: [group], in: rect)
      guard !group.isEmpty, needed <= room else { continue }
      groups.append(group)
      room -= needed
    }
    // Of what was, as much as has room.
    room -= 1
    let recent = card.recent(room).prefix { fact in
      room -= lines(of: fact, in: rect).count
      return room >= 0
    }
    return recent.isEmpty ? groups : groups + [Array(recent)]
  }

  private func due(for client: ClientID) -> [ClientFact] {
    state.dueTasks.filter { $0.clientID == client }.enumerated().map { place, task in
      let words = [task.kind.words, DueWords.due(task, in: state)].filter { !$0.isEmpty }
      let role: Role = task.dueAt <= state.now ? .error : .text
      return ClientFact(place == 0 ? "Due" : "", words.joined(separator: ", "), role)
    }
  }

  /// The rows of groups of facts, each with an empty one behind it.
  private func rows(of groups: [[ClientFact]], in rect: Rect) -> Int {
    groups.reduce(0) { $0 + 1 + $1.reduce(0) { $0 + lines(of: $1, in: rect).count } }
  }

  private func lines(of fact: ClientFact, in rect: Rect) -> [String] {
    TextWrap.lines(fact.words, width: max(1, rect.columns - 16))
  }

  private func draw(_ facts: [ClientFact], in rect: Rect, on canvas: inout Canvas) {
    let needed = facts.reduce(0) { $0 + lines(of: $1, in: rect).count }
    var row = 0
    for fact in facts {
      canvas.put(fact.label, in: rect, row: row, role: .fieldLabel)
      let whole = lines(of: fact, in: rect)
      for line in needed <= rect.rows ? whole : [fact.words] {
        canvas.put(line, in: rect, at: (row, 16), width: rect.columns - 16, role: fact.role)
        row += 1
      }
    }
  }
}
