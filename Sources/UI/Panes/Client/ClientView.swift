import App
import Domain
import TerminalCore

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
        ["Room mode: nothing about one client", "is shown. \(state.said(.roomMode)) ends it."],
        in: inside,
        on: &canvas
      )
      return
    }
    let inside = box(.client, "\(PaneID.client.title): \(name)", in: rect, on: &canvas)
    let facts = ClientFacts(client: client, state: state, date: state.day.date)
    var rest = inside.inset(rows: 0, columns: 1)
    let groups = [facts.stay, facts.week, facts.seen, facts.today].filter { !$0.isEmpty }
    let needed = groups.reduce(1) { $0 + $1.count + 1 }
    guard needed <= rest.rows else {
      // The title has the name; no line is spent on looks.
      draw(groups.joined().filter { !$0.isPicture }, in: rest, on: &canvas)
      return
    }
    canvas.put(name, in: rest, at: (0, 0), width: rest.columns, role: .title)
    canvas.putRight(client.mrn, in: rest, row: 0, role: .dim)
    rest = rest.split(top: 1).rest
    for group in groups {
      draw(group, in: rest, on: &canvas)
      rest = rest.split(top: group.count + 1).rest
    }
  }

  private func draw(_ facts: [ClientFact], in rect: Rect, on canvas: inout Canvas) {
    for (row, fact) in facts.enumerated() {
      canvas.put(fact.label, in: rect, row: row, role: .fieldLabel)
      let width = rect.columns - 16
      canvas.put(fact.words, in: rect, at: (row, 16), width: width, role: fact.role)
    }
  }
}
