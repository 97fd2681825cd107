import App
import TerminalCore

func drawDay(_ state: AppState, on canvas: inout Canvas) {
  let contents = DayContents(state)
  drawTopLine(state, contents, on: &canvas)
  let layout = DayLayout(
    state,
    groups: contents.sessions.count,
    appointments: contents.appointments.count
  )
  let view = DayView(state: state, contents: contents, isSingle: layout.isSingle)
  if let rect = layout.groups { view.drawGroups(in: rect, on: &canvas) }
  if let rect = layout.individual { view.drawIndividual(in: rect, on: &canvas) }
  if let rect = layout.attendance { view.drawAttendance(in: rect, on: &canvas) }
  if let rect = layout.leftToMark { view.drawLeftToMark(in: rect, on: &canvas) }
  if let rect = layout.changes { view.drawChanges(in: rect, on: &canvas) }
  if let rect = layout.client { view.drawClient(in: rect, on: &canvas) }
}

/// The panes of the Day screen; each draws itself into a rectangle, in its own file.
///
/// A class, so that what draws a part of a pane keeps it without copying the state.
final class DayView {
  let state: AppState
  let contents: DayContents
  let isSingle: Bool

  init(state: AppState, contents: DayContents, isSingle: Bool) {
    self.state = state
    self.contents = contents
    self.isSingle = isSingle
  }

  /// A pane's frame, and the cursor in its first cell until a row of it takes the cursor.
  ///
  /// - Returns: The inside.
  func box(_ pane: PaneID, _ title: String, in rect: Rect, on canvas: inout Canvas) -> Rect {
    let isFocused = hasFocus(pane)
    let title = isSingle ? titleOfAll(pane, title) : title
    let inside = canvas.box(rect, title: title, isFocused: isFocused)
    if isFocused { canvas.cursor = Position(row: inside.row, column: inside.column + 1) }
    return inside
  }

  func hasFocus(_ pane: PaneID) -> Bool {
    state.day.focus == pane
  }

  /// A list of items with one, two or three rows each, the selected one marked.
  ///
  /// - Parameters:
  ///   - pane: Whose list it is.
  ///   - rows: What there is room in, and the box whose edge says how much more there is.
  ///   - items: How many there are, which is selected, and their most rows.
  ///   - canvas: What is drawn on.
  ///   - draw: Draws the item at a place into its rows.
  func list(
    _ pane: PaneID,
    in rows: (list: Rect, box: Rect),
    of items: (count: Int, selected: Int?, mostLines: Int),
    on canvas: inout Canvas,
    draw: (Int, Rect, inout Canvas) -> Void
  ) {
    let slice = ListSlice(
      count: items.count,
      selected: items.selected ?? 0,
      height: rows.list.rows,
      mostLines: items.mostLines
    )
    var rest = rows.list
    for place in slice.range {
      let item: Rect
      (item, rest) = rest.split(top: slice.linesPerItem)
      draw(place, item, &canvas)
      guard place == items.selected else { continue }
      canvas.mark(item, isFocused: hasFocus(pane))
      if hasFocus(pane) { canvas.cursor = Position(row: item.row, column: item.column + 1) }
    }
    canvas.putMore(slice, inEdgeOf: rows.box)
  }

  /// Sentences for a list with nothing in it.
  func put(_ sentences: [String], in inside: Rect, on canvas: inout Canvas) {
    let rect = inside.inset(rows: 0, columns: 1)
    for (row, line) in TextWrap.lines(sentences, width: rect.columns).enumerated() {
      canvas.put(line, in: rect, row: row, role: .dim)
    }
  }

  private func titleOfAll(_ shown: PaneID, _ title: String) -> String {
    PaneID.allCases.map { $0 == shown ? "[\(title)]" : $0.title }.joined(separator: "  ")
  }
}
