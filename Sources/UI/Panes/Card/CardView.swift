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
  if canvas.size.columns >= 120 {
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
  let width = max(1, inside.columns - 20)
  let whole = lines.map { TextWrap.lines($0.words, width: width) }
  // All of them whole where they have room, else the selected one.
  let hasRoom = whole.reduce(0) { $0 + $1.count } <= inside.rows
  let slice = ListSlice(count: lines.count, selected: selected, height: inside.rows)
  var rows = slice.range.map { place in
    let isWhole = hasRoom || isFocused && place == selected
    return (place: place, words: isWhole ? whole[place] : [lines[place].words])
  }
  leaveOut(&rows, toFit: inside.rows, keeping: selected) { $0.words.count }
  let columns = [
    RecordColumn(title: "", width: 17),
    RecordColumn(title: "", width: max(0, inside.columns - 19)),
  ]
  var rest = inside
  for (place, words) in rows {
    let fact = lines[place]
    let cells = words.prefix(rest.rows).enumerated().map { row, words in
      [(text: row == 0 ? fact.label : "", role: Role.fieldLabel), (text: words, role: fact.role)]
    }
    draw(cells, columns, isSelected: place == selected && isFocused, in: rest, on: &canvas)
    rest = rest.split(top: cells.count).rest
  }
  if !isFocused { canvas.cursor = before }
  guard let first = rows.first?.place, let last = rows.last?.place else { return }
  canvas.putMore(above: first, below: lines.count - 1 - last, inEdgeOf: rect)
}

/// Takes away the last rows, then the first, until what is left fits; the selected one stays.
private func leaveOut<Words>(
  _ rows: inout [(place: Int, words: Words)],
  toFit height: Int,
  keeping selected: Int,
  size: ((place: Int, words: Words)) -> Int
) {
  while rows.count > 1, rows.reduce(0, { $0 + size($1) }) > height {
    if rows[rows.count - 1].place > selected { rows.removeLast() } else { rows.removeFirst() }
  }
}

/// Marks and notes get what the longest of those in sight needs, what happened the rest.
private struct HistoryTable {
  let columns: [RecordColumn]
  private let whatWidth: Int
  private let markWidth: Int

  init(_ lines: [HistoryLine], width: Int) {
    let kind = (lines.map { CellWidth.of($0.kind) }.max() ?? 0) + 1
    let note = lines.map { CellWidth.of($0.note) }.max() ?? 0
    let room = max(0, width - 14 - kind - note)
    let mark = min(lines.map { CellWidth.of($0.mark) }.max() ?? 0, room / 2) + 1
    columns = [12, kind, room - mark, mark, note + 1].map { RecordColumn(title: "", width: $0) }
    (whatWidth, markWidth) = (max(1, room - mark - 1), max(1, mark - 1))
  }

  /// The rows of a line: one, and more where what doesn't fit is to be read whole.
  func rows(of line: HistoryLine, isWhole: Bool) -> [[(text: String, role: Role)]] {
    let day = "\(line.date.weekday.shortName) \(line.date.day) \(line.date.monthShortName)"
    let what = isWhole ? TextWrap.lines(line.what, width: whatWidth) : [line.what]
    let mark = isWhole ? TextWrap.lines(line.mark, width: markWidth) : [line.mark]
    var rows: [[(text: String, role: Role)]] = []
    for row in 0..<max(1, what.count, mark.count) {
      let isFirst = row == 0
      rows.append([
        (text: isFirst ? day : "", role: Role.text),
        (text: isFirst ? line.kind : "", role: Role.dim),
        (text: row < what.count ? what[row] : "", role: Role.text),
        (text: row < mark.count ? mark[row] : "", role: Role.text),
        (text: isFirst ? line.note : "", role: Role.dim),
      ])
    }
    return rows
  }
}

/// One fact or line of the history; the cursor is on its first row.
private func draw(
  _ rows: [[(text: String, role: Role)]],
  _ columns: [RecordColumn],
  isSelected: Bool,
  in rect: Rect,
  on canvas: inout Canvas
) {
  for (row, cells) in rows.enumerated().reversed() {
    let line = rect.split(top: row).rest.split(top: 1).top
    canvas.row(cells, columns, isSelected: isSelected, in: line)
    if isSelected, row > 0 { canvas.put(" ", in: line, row: 0, role: .selected) }
  }
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
  let shown = slice.range.map { lines[$0] }
  let table = HistoryTable(shown, width: inside.columns)
  // The selected one is whole, and pushes the last ones out.
  var rows = slice.range.map {
    (place: $0, words: table.rows(of: lines[$0], isWhole: isFocused && $0 == selected))
  }
  leaveOut(&rows, toFit: inside.rows, keeping: selected) { $0.words.count }
  var rest = inside
  for (place, cells) in rows {
    let height = min(cells.count, rest.rows)
    let isHere = place == selected && isFocused
    draw(Array(cells.prefix(height)), table.columns, isSelected: isHere, in: rest, on: &canvas)
    rest = rest.split(top: height).rest
  }
  let range = rows[0].place..<(rows[rows.count - 1].place + 1)
  canvas.putMore(above: range.lowerBound, below: lines.count - range.upperBound, inEdgeOf: rect)
}
