import App
import TerminalCore

/// Where the lists of the to-do screen stand, and what there is to know of the selected item.
struct ToDoLayout {
  private(set) var notes: Rect?
  private(set) var tasks: Rect?
  /// Beside the lists; where there is none, it is said below the list.
  private(set) var preview: Rect?
  /// How many lines are wanted below the list with the keys: the most that any of its items needs, so
  /// that nothing moves with the selection.
  private(set) var detail = 0

  static let mostDetail = 7

  init(_ state: AppState, _ rows: [ToDoRow], in body: Rect) {
    var lists = body
    if body.columns >= 140 {
      let (left, right) = body.split(left: max(88, body.columns * 23 / 40))
      (lists, preview) = (left, right)
    }
    let tasks = state.taskRows
    let isFocusOnNotes = state.toDo.focus == .notes
    if preview == nil {
      let width = lists.columns - 4
      let needs =
        isFocusOnNotes
        ? rows.map { ToDoDetailView(row: $0, state: state).lines(width).count }
        : tasks.map { TaskDetail.lines($0, state, width: width).count }
      detail = min(Self.mostDetail, needs.max() ?? 0)
    }
    let isSmall = state.size.columns < 80 || state.size.rows < 24
    guard !isSmall, !state.dueTasks.isEmpty else {
      if isFocusOnNotes { notes = lists } else { self.tasks = lists }
      return
    }
    let (top, bottom) = lists.split(
      top: Self.height(
        of: Self.need(rows.count, isFocusOnNotes ? detail : 0),
        beside: Self.need(tasks.count, isFocusOnNotes ? 0 : detail),
        in: lists.rows,
        isFocused: isFocusOnNotes
      )
    )
    (notes, self.tasks) = (top, bottom)
  }

  /// A list with its border and what is said below it.
  private static func need(_ count: Int, _ detail: Int) -> Int {
    2 + max(1, count) + (detail > 0 ? detail + 1 : 0)
  }

  /// The upper list takes what it needs; where both need more than there is, the one with the keys
  /// gets the most.
  private static func height(
    of upper: Int,
    beside lower: Int,
    in rows: Int,
    isFocused: Bool
  ) -> Int {
    guard upper + lower > rows else { return upper }
    let most = rows * 3 / 5
    return isFocused
      ? min(upper, max(most, rows - lower)) : rows - min(lower, max(most, rows - upper))
  }

  /// How many rows are left below a list of so many in a box.
  func detail(_ count: Int, in inside: Rect, least share: Int) -> Int {
    guard detail > 0 else { return 0 }
    if inside.rows - count - 1 >= detail { return detail }
    return max(min(2, detail), min(detail, inside.rows / share))
  }
}
