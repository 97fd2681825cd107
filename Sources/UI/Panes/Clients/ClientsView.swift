import App
import Domain
import TerminalCore

/// The screen of all clients: a row each, as many columns as fit.
func drawClients(_ state: AppState, on canvas: inout Canvas) {
  let rows = state.clientRows
  var count = rows.count == 1 ? "1 client" : "\(rows.count) clients"
  if !state.data.hasAllClients { count += " so far" }
  let whose = state.clients.showsAll ? "all" : "mine"
  if let words = state.caseloadWords, canvas.size.columns >= 70 { count += ", \(words)" }
  drawScreenTop("Clients   \(whose): \(count)", state, on: &canvas)
  let body = Rect(row: 1, column: 0, columns: canvas.size.columns, rows: canvas.size.rows - 3)
  var title = "Clients, by \(state.clients.sort.word)"
  if let stage = state.clients.stage { title += ", \(stage.word)" }
  if let filter = state.clients.filter { title += ", with \"\(filter)\"" }
  let inside = canvas.box(body, title: title, isFocused: true)
  guard !rows.isEmpty else {
    canvas.empty(whyNoClients(state), in: inside)
    return
  }
  let table = ClientTable(columns: inside.columns)
  let (head, list) = inside.split(top: 1)
  canvas.head(table.columns, sorted: table.place(of: state.clients.sort), in: head)
  let selected = state.selectedClientRow
  let slice = ListSlice(count: rows.count, selected: selected, height: list.rows)
  for (line, place) in slice.range.enumerated() {
    canvas.row(
      table.words(of: rows[place], in: state),
      table.columns,
      isSelected: place == selected,
      in: list.split(top: line).rest.split(top: 1).top
    )
  }
  canvas.putMore(slice, inEdgeOf: body)
}

private func whyNoClients(_ state: AppState) -> [String] {
  if !state.data.hasAllClients { return ["Nobody so far; the other clients are being read."] }
  let others = state.clients.showsAll ? 0 : state.matchingClients
  let more = others == 1 ? "1 of all would" : "\(others) of all would"
  if state.clients.filter != nil {
    return [
      others > 0
        ? "None of yours matches; \(more). \(state.said(.mineOrAll)) shows everyone's."
        : "Nobody has these letters in name or code. Esc shows all."
    ]
  }
  if let stage = state.clients.stage {
    return [
      others > 0
        ? "None of yours is \(stage.word); \(more). \(state.said(.mineOrAll)) shows everyone's, Esc all of yours."
        : "Nobody is \(stage.word). Esc shows all of them."
    ]
  }
  if state.data.clients.isEmpty {
    return [
      "No clients yet. \(state.said(.addRecord)) adds one; or \(state.said(.palette)) import, which reads a list."
    ]
  }
  return [
    "No clients of yours. \(state.said(.mineOrAll)) shows everyone's, \(state.said(.addRecord)) adds one."
  ]
}

/// Which columns a width has room for.
private struct ClientTable {
  let columns: [RecordColumn]
  private let sorts: [ClientSort]

  init(columns width: Int) {
    var room = width - 2
    let wanted: [(ClientSort, String, Int)] = [
      (.name, "Client", 17), (.code, "Code", 6), (.hours, "Hours", 20), (.next, "Next", 13),
      (.counselor, "By", 4), (.level, "Level", 7), (.lastSeen, "Last seen", 11),
      (.track, "Track", 9), (.admitted, "Admitted", 12),
    ]
    var fitting: [(ClientSort, String, Int)] = []
    for one in wanted where one.2 <= room {
      fitting.append(one)
      room -= one.2
    }
    let order: [ClientSort] = [
      .name, .code, .level, .track, .counselor, .admitted, .hours, .lastSeen, .next,
    ]
    let sorted = order.compactMap { sort in fitting.first { $0.0 == sort } }
    sorts = sorted.map(\.0)
    // What is left over belongs to the names.
    columns = sorted.map {
      RecordColumn(title: $0.1, width: $0.0 == .name ? $0.2 + min(room, 12) : $0.2)
    }
  }

  func place(of sort: ClientSort) -> Int? { sorts.firstIndex(of: sort) }

  func words(of row: ClientRow, in state: AppState) -> [(text: String, role: Role)] {
    sorts.map { sort in
      switch sort {
      case .name: (row.name, .text)
      case .code: (row.code, .text)
      case .level: (row.level, .text)
      case .track: (row.track, .text)
      case .counselor: (row.counselor, .text)
      case .admitted: (row.admitted.map { short($0, state) } ?? "", .text)
      case .hours: (row.hours.isEmpty ? row.state : "\(row.hours) \(row.state)", row.stateRole)
      case .lastSeen: (row.lastSeen.map { short($0, state) } ?? "-", .text)
      case .next: (row.next.map { next($0, state) } ?? "-", .text)
      }
    }
  }

  private func short(_ date: CalendarDate, _ state: AppState) -> String {
    let day = "\(date.day) \(date.monthShortName)"
    return date.year == state.today.year
      ? "\(date.weekday.shortName) \(day)" : "\(day) \(date.year)"
  }

  private func next(_ instant: Instant, _ state: AppState) -> String {
    let (date, time) = state.data.program.zone.local(instant)
    if date == state.today { return "today \(time)" }
    return "\(date.weekday.shortName) \(date.day) \(time)"
  }
}
