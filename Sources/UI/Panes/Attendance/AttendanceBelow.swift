import App
import Domain
import TerminalCore

/// What stands below the roster, as far as there are rows: who is left to mark, the selected row's
/// remarks, the topic, the keys, and the session's changes.
struct AttendanceBelow {
  let view: DayView
  let session: GroupSession
  let table: AttendanceColumns

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.rows > 0 else { return }
    let left = leftWords(columns: rect.columns)
    let topic = view.state.data.topic(of: session)
    // Where rows are few, what it is about goes before the empty one.
    let wanted = [left, selectedWords, topic].count { $0 != nil } + 1
    var rest = rect.rows >= 3 && rect.rows > wanted ? rect.split(top: 1).rest : rect
    if let words = left {
      canvas.put(words, in: rest, at: (0, 0), width: rest.columns)
      rest = rest.split(top: 1).rest
    }
    if let words = selectedWords {
      canvas.put(words, in: rest, at: (0, 0), width: rest.columns, role: .dim)
      rest = rest.split(top: 1).rest
    }
    if let topic, rest.rows > 1 {
      canvas.put("Topic: \(topic)", in: rest, at: (0, 0), width: rest.columns, role: .dim)
      rest = rest.split(top: 1).rest
    }
    let legend = view.state.keymap.legend
    if view.state.day.isZoomed, rest.rows > legend.count + 2 {
      drawKeyTable(in: rest.split(top: 1).rest, on: &canvas)
      return
    }
    guard rest.rows > 0 else { return }
    if rest.rows > 2 { rest = rest.split(top: 1).rest }
    let used = canvas.put(legend: legend, in: rest)
    rest = rest.split(top: used + 1).rest
    let changes = SessionChanges(session: session, view: view)
    guard rest.rows >= 3, !changes.isEmpty else { return }
    canvas.put("Changes, newest first", in: rest, row: 0, role: .title)
    changes.draw(in: rest.split(top: 1).rest, on: &canvas)
  }

  private func drawKeyTable(in rect: Rect, on canvas: inout Canvas) {
    canvas.put("Key", in: rect, row: 0, role: .dim)
    canvas.put("What it does", in: rect, row: 0, column: 12, role: .dim)
    for (row, item) in view.state.keymap.longLegend.enumerated() {
      canvas.put(item.key, in: rect, at: (row + 1, 0), width: 11, role: .hintKey)
      canvas.put(item.words, in: rect, at: (row + 1, 12), width: rect.columns, role: .hintText)
    }
  }

  /// Who is left, by name, or that nobody is.
  private func leftWords(columns: Int) -> String? {
    let isLive = session.state.status == .inProgress
    guard isLive || session.state.status == .completed else { return nil }
    let left = session.rows.indices.filter { session.rows[$0].status.isUnmarked }
    guard !left.isEmpty else {
      return isLive
        ? "Everyone is marked. \(view.state.said(.finish, in: .attendance)) finishes the group."
        : nil
    }
    let names = left.map { view.name(of: session.rows[$0].clientID) }
    return TextWrap.list("Left to mark: ", names, width: columns)
  }

  private var selectedWords: String? {
    let places = view.contents.places
    guard places.indices.contains(view.contents.selected) else { return nil }
    let place = places[view.contents.selected]
    let remarks = Remarks(of: session.rows[place], in: session, view.state)
    guard !remarks.isEmpty, CellWidth.of(remarks.words) > table.noteWidth else { return nil }
    return "\(view.contents.names[view.contents.selected]): \(remarks.words)"
  }
}

extension DayView {
  /// The name as the roster shows it.
  func name(of client: ClientID) -> String {
    guard let rows = contents.session?.rows,
      let place = contents.places.firstIndex(where: { rows[$0].clientID == client })
    else {
      return state.name(of: client)
    }
    return contents.names[place]
  }
}
