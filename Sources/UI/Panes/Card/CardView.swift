import App
import Domain
import TerminalCore

/// The card of one client: facts above the history, beside it where there is room; on a small screen
/// the part that has the focus.
func drawCard(_ state: AppState, on canvas: inout Canvas) {
  guard let card = ClientCard(state) else {
    drawScreenTop("Client", state, on: &canvas)
    canvas.empty(["This client's record isn't here. Esc goes back."], in: canvas.promptArea)
    return
  }
  drawScreenTop("Client card   \(card.title)", state, on: &canvas)
  let body = canvas.promptArea
  if canvas.size.columns >= 140 {
    let (left, right) = body.split(left: body.columns * 2 / 5)
    drawFacts(card, state, in: left, on: &canvas)
    drawHistory(card, state, in: right, on: &canvas)
  } else if canvas.size.columns >= 80, canvas.size.rows >= 24 {
    let (top, bottom) = body.split(top: body.rows * 3 / 5)
    drawFacts(card, state, in: top, on: &canvas)
    drawHistory(card, state, in: bottom, on: &canvas)
  } else {
    switch state.card.focus {
    case .facts: drawFacts(card, state, in: body, on: &canvas)
    case .history: drawHistory(card, state, in: body, on: &canvas)
    }
  }
}

private func drawFacts(
  _ card: ClientCard,
  _ state: AppState,
  in rect: Rect,
  on canvas: inout Canvas
) {
  let isFocused = state.card.focus == .facts
  let before = canvas.cursor
  let inside = canvas.box(rect, title: "What is known", isFocused: isFocused)
  let lines = card.lines
  let selected = min(state.card.fact, max(0, lines.count - 1))
  let slice = ListSlice(count: lines.count, selected: selected, height: inside.rows)
  for (row, place) in slice.range.enumerated() {
    let fact = lines[place]
    let line = inside.split(top: row).rest.split(top: 1).top
    let isHere = place == selected && isFocused
    let columns = [
      RecordColumn(title: "", width: 17),
      RecordColumn(title: "", width: max(0, line.columns - 19)),
    ]
    canvas.row(
      [(fact.label, .fieldLabel), (fact.words, fact.role)],
      columns,
      isSelected: isHere,
      in: line
    )
  }
  if !isFocused { canvas.cursor = before }
  canvas.putMore(slice, inEdgeOf: rect)
}

/// Marks and notes get what the longest of those in sight needs, names the rest.
private func historyColumns(of lines: [HistoryLine], width: Int) -> [RecordColumn] {
  let note = lines.map { CellWidth.of($0.note) }.max() ?? 0
  let room = max(0, width - 21 - note)
  let mark = min(lines.map { CellWidth.of($0.mark) }.max() ?? 0, room / 2) + 1
  return [12, 7, room - mark, mark, note].map { RecordColumn(title: "", width: $0) }
}

private func drawHistory(
  _ card: ClientCard,
  _ state: AppState,
  in rect: Rect,
  on canvas: inout Canvas
) {
  let isFocused = state.card.focus == .history
  let before = canvas.cursor
  var title = "History, newest first"
  if let filter = state.card.filter { title += ", with \"\(filter)\"" }
  let inside = canvas.box(rect, title: title, isFocused: isFocused)
  defer { if !isFocused { canvas.cursor = before } }
  let lines = card.history
  guard !lines.isEmpty else {
    let why =
      state.card.filter == nil ? "Nothing in the weeks that are read." : "Nothing has that in it."
    canvas.empty([why], in: inside)
    return
  }
  let selected = min(state.card.entry, lines.count - 1)
  let slice = ListSlice(count: lines.count, selected: selected, height: inside.rows)
  let columns = historyColumns(of: slice.range.map { lines[$0] }, width: inside.columns)
  for (row, place) in slice.range.enumerated() {
    let entry = lines[place]
    let day = "\(entry.date.weekday.shortName) \(entry.date.day) \(entry.date.monthShortName)"
    canvas.row(
      [
        (day, .text), (entry.kind, .dim), (entry.what, .text), (entry.mark, .text),
        (entry.note, .dim),
      ],
      columns,
      isSelected: place == selected && isFocused,
      in: inside.split(top: row).rest.split(top: 1).top
    )
  }
  canvas.putMore(slice, inEdgeOf: rect)
}
