import App
import Domain
import TerminalCore

/// The Week screen: everybody's hours; from 140 columns the selected client's week beside it.
func drawWeek(_ state: AppState, on canvas: inout Canvas) {
  drawWeekTitle(state, on: &canvas)
  let body = Rect(row: 1, column: 0, columns: canvas.size.columns, rows: canvas.size.rows - 3)
  let sideColumns = body.columns < 140 ? 0 : body.columns < 180 ? 48 : 64
  let (main, side) = body.split(right: sideColumns)
  let rows = state.weekClients
  let selected = rows.firstIndex { $0.client == state.week.cursor } ?? 0
  let inside = canvas.box(main, title: boxTitle(state, count: rows.count), isFocused: true)
  canvas.cursor = inside.origin
  if rows.isEmpty {
    canvas.put(emptyWords(state), in: inside, row: 1, column: 1, role: .dim)
  } else {
    let names = state.unlikeNames(of: rows.map(\.client))
    let table = WeekTable(state, rows: rows, names: names, columns: inside.columns)
    drawTable(table, selected: selected, in: inside, on: &canvas)
  }
  let client = rows.isEmpty ? nil : rows[selected].client
  if !side.isEmpty { drawWeekOfClient(state, client, in: side, on: &canvas) }
}

private func boxTitle(_ state: AppState, count: Int) -> String {
  let title = "Hours, by \(state.week.sort.word)"
  guard let filter = state.week.filter else { return title }
  return "\(title), names with \"\(filter)\": \(count)"
}

private func emptyWords(_ state: AppState) -> String {
  if !state.data.isLoaded(state.week.first) { return "This week is being read." }
  if state.week.filter != nil { return "Nobody has these letters in the name. Esc shows all." }
  return "Nobody is admitted in this week."
}

/// Header, rows, what the letters mean, and the totals.
private func drawTable(
  _ table: WeekTable,
  selected: Int,
  in inside: Rect,
  on canvas: inout Canvas
) {
  let isTall = inside.rows >= 17
  table.drawHeader(in: inside, on: &canvas)
  let (list, foot) = inside.split(top: isTall ? 2 : 1).rest.split(bottom: isTall ? 5 : 2)
  let slice = drawRows(table, selected: selected, in: list, on: &canvas)
  canvas.putMore(slice, inEdgeOf: inside.inset(rows: -1, columns: -1))
  var lines = Array(table.legend(columns: foot.columns - 2).prefix(isTall ? 2 : 1))
  if isTall {
    lines.append(
      foot.columns >= 78
        ? "Sum: credited so far. Need: minimum minus sum. SHORT: can't be reached."
        : "Sum: credited. Need: still missing. SHORT: out of reach."
    )
  }
  for (row, line) in lines.enumerated() {
    canvas.put(line, in: foot, row: row + (isTall ? 1 : 0), column: 1, role: .dim)
  }
  var column = 1
  for (text, role) in table.totals {
    guard column + CellWidth.of(text) < foot.columns else { break }
    column = canvas.put(text, in: foot, row: foot.rows - 1, column: column, role: role) + 3
  }
}

private func drawRows(
  _ table: WeekTable,
  selected: Int,
  in rect: Rect,
  on canvas: inout Canvas
) -> ListSlice {
  let slice = ListSlice(count: table.rows.count, selected: selected, height: rect.rows)
  for (row, place) in slice.range.enumerated() {
    table.drawRow(place, isSelected: place == selected, in: rect.split(top: row).rest, on: &canvas)
    if place == selected {
      canvas.cursor = Position(row: rect.row + row, column: rect.column + 1)
    }
  }
  return slice
}
