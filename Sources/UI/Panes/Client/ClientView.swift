import App
import Domain
import TerminalCore

extension DayView {
  func drawClient(in rect: Rect, on canvas: inout Canvas) {
    guard let id = state.selectedClient, let client = state.data.clients[id] else {
      let inside = canvas.box(rect, title: PaneID.client.title, isFocused: false)
      put(["Nobody is selected."], in: inside, on: &canvas)
      return
    }
    let name = name(of: id)
    let inside = canvas.box(rect, title: "\(PaneID.client.title): \(name)", isFocused: false)
    let facts = ClientFacts(client: client, state: state)
    var rest = inside.inset(rows: 0, columns: 1)
    canvas.put(name, in: rest, at: (0, 0), width: rest.columns, role: .title)
    canvas.putRight(client.mrn, in: rest, row: 0, role: .dim)
    rest = rest.split(top: 1).rest
    for group in [facts.stay, facts.week, facts.seen, facts.today] where !group.isEmpty {
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

/// One line about a client.
struct ClientFact {
  let label: String
  let words: String
  let role: Role

  init(_ label: String, _ words: String, _ role: Role = .text) {
    self.label = label
    self.words = words
    self.role = role
  }
}
