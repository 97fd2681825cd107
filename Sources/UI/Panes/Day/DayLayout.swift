import App
import TerminalCore

/// Where the panes of the Day screen stand; a pane that isn't shown has no place.
struct DayLayout {
  var groups: Rect?
  var individual: Rect?
  var attendance: Rect?
  var leftToMark: Rect?
  var changes: Rect?
  var client: Rect?
  /// Whether only one of the panes is on the screen, so that its title names the others.
  var isSingle = false

  init(_ state: AppState, groups groupCount: Int, appointments: Int) {
    let size = state.size
    let body = Rect(row: 1, column: 0, columns: size.columns, rows: size.rows - 3)
    let isSmall = size.columns < 80 || size.rows < 24
    if state.day.isZoomed, state.day.focus == .attendance, size.columns >= 120 {
      placeZoomedAttendance(in: body)
    } else if isSmall || state.day.isZoomed {
      isSingle = true
      place(state.day.focus, in: body)
    } else {
      placeAll(in: body, need: (2 * max(2, groupCount) + 2, 2 * max(2, appointments) + 2))
      if state.day.focus == .client, client == nil { swap(&client, &attendance) }
    }
  }

  private mutating func place(_ pane: PaneID, in body: Rect) {
    switch pane {
    case .groups: groups = body
    case .client: client = body
    case .individual: individual = body
    case .attendance: attendance = body
    }
  }

  private mutating func placeZoomedAttendance(in body: Rect) {
    let isWide = body.columns >= 160
    let (rest, client) = body.split(right: isWide ? max(42, body.columns / 4) : 0)
    let (main, side) = rest.split(right: isWide ? max(32, body.columns / 5) : 28)
    let (top, bottom) = side.split(top: side.rows / 2)
    if isWide { self.client = client }
    attendance = main
    leftToMark = top
    changes = bottom
  }

  private mutating func placeAll(in body: Rect, need: (top: Int, bottom: Int)) {
    let columns = body.columns
    let side = columns < 100 ? 26 : columns < 150 ? 28 : columns < 180 ? 30 : 40
    let (left, rest) = body.split(left: side)
    let half = left.rows / 2
    let top: Int
    if need.top <= half {
      top = max(need.top, min(half, left.rows - need.bottom))
    } else {
      top = max(half, left.rows - need.bottom)
    }
    (groups, individual) = left.split(top: top)
    // A roster with all its columns comes before what is known of one client.
    guard columns >= 150 else {
      attendance = rest
      return
    }
    (attendance, client) = rest.split(right: min(60, max(44, rest.columns * 2 / 5 - 6)))
  }
}
