import App
import Domain
import TerminalCore

/// The team's sheet: one line a client; below, what is due about the selected one.
func drawTeam(_ state: AppState, on canvas: inout Canvas) {
  let clients = state.teamClients
  let whose = state.team.showsAll ? "all" : "mine"
  drawScreenTop("Team meeting   \(whose): \(clients.count)", state, on: &canvas)
  let body = canvas.promptArea
  var title = "Team sheet, 4 weeks"
  if let filter = state.team.filter { title += ", with \"\(filter)\"" }
  let inside = canvas.box(body, title: title, isFocused: true)
  guard !clients.isEmpty else {
    canvas.empty([state.nobodyInTeam], in: inside)
    return
  }
  let due = state.data.dueTasks(of: nil, asOf: state.now)
  let below = max(2, min(6, inside.rows / 3))
  let table = TeamTable(columns: inside.columns, weeks: TeamLetters.head(in: state))
  let (head, rest) = inside.split(top: 1)
  canvas.head(table.columns, sorted: nil, in: head)
  let selected = min(state.teamIndex, clients.count - 1)
  let lines =
    state.teamRow(of: clients[selected], due: due)
    .map { linesBelow($0, width: max(1, inside.columns - 2)) } ?? []
  // The window is that of the longest text below it, so that it stays as the selection moves; what
  // a shorter one leaves goes to further clients.
  let height = rest.rows - below - 1
  let window = ListSlice(count: clients.count, selected: selected, height: height)
  let (list, bottom) = rest.split(bottom: min(below, lines.count) + 1)
  let slice = window.grown(to: list.rows)
  for (line, place) in slice.range.enumerated() {
    guard let row = state.teamRow(of: clients[place], due: due) else { continue }
    canvas.row(
      table.words(of: row),
      table.columns,
      isSelected: place == selected,
      in: list.split(top: line).rest.split(top: 1).top
    )
  }
  canvas.putMore(slice, inEdgeOf: body)
  for (place, line) in lines.prefix(below).enumerated() {
    canvas.put(line.text, in: bottom, row: place + 1, column: 1, role: line.role)
  }
}

/// What is due about the selected client, and what the letters mean.
private func linesBelow(_ row: TeamRow, width: Int) -> [(text: String, role: Role)] {
  let due = row.due.isEmpty ? "nothing due" : row.due.joined(separator: "; ")
  let decision = row.decisionWords
  let facts = "\(row.code) \(row.name), \(row.level), \(row.counselor). \(due). \(decision)."
  let lines = TextWrap.lines(facts, width: width).map { (text: $0, role: Role.text) }
  let legend = TextWrap.lines(TeamLetters.legend, width: width)
  return lines + legend.map { (text: $0, role: Role.dim) }
}

private struct TeamTable {
  let columns: [RecordColumn]
  private let kinds: [Kind]

  private enum Kind: CaseIterable { case name, level, counselor, attendance, hours, due, decision }

  /// The column of attendance is as wide as its head: a cut would take the present week away.
  init(columns width: Int, weeks: String) {
    var room = width - 2
    let wanted: [(Kind, String, Int)] = [
      (.name, "Client", 13), (.attendance, weeks, CellWidth.of(weeks) + 1),
      (.decision, "Decision", 18), (.hours, "Hours", 17), (.level, "Level", 6),
      (.counselor, "By", 4), (.due, "Due", 12),
    ]
    var fitting: [Kind: (String, Int)] = [:]
    for one in wanted where one.2 <= room {
      fitting[one.0] = (one.1, one.2)
      room -= one.2
    }
    kinds = Kind.allCases.filter { fitting[$0] != nil }
    let last: Kind = fitting[.due] == nil ? .decision : .due
    columns = kinds.map { kind in
      let (title, width) = fitting[kind] ?? ("", 0)
      return RecordColumn(title: title, width: kind == last ? width + room : width)
    }
  }

  func words(of row: TeamRow) -> [(text: String, role: Role)] {
    kinds.map { kind in
      switch kind {
      case .name: (row.name, .text)
      case .level: (row.level, .text)
      case .counselor: (row.counselor, .text)
      case .attendance: (row.attendance, .text)
      case .hours: (row.hours, row.isShort ? .error : .text)
      case .due: (row.due.joined(separator: "; "), row.due.isEmpty ? .dim : .warning)
      case .decision: (row.decision.isEmpty ? "-" : row.decision, .text)
      }
    }
  }
}
