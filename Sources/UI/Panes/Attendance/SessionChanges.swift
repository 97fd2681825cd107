import App
import Domain
import TerminalCore

/// What was done to one session, newest first.
struct SessionChanges {
  let session: GroupSession
  let view: DayView

  private var state: AppState { view.state }

  var isEmpty: Bool { session.history.isEmpty || state.roomMode != .off }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    for (row, change) in newest(rect.rows).enumerated() {
      canvas.put(state.clock(change.at), in: rect, row: row, role: .dim)
      let by = state.data.staff[change.by]?.shortName ?? ""
      let showsWho = rect.columns >= 50
      let room = rect.columns - 7 - (showsWho ? CellWidth.of(by) + 2 : 0)
      canvas.put(words(of: change), in: rect, at: (row, 7), width: room)
      if showsWho { canvas.putRight(by, in: rect, row: row, role: .dim) }
    }
  }

  private func words(of change: Change) -> String {
    let words = ChangeWords.words(of: change, in: state)
    switch change.kind {
    case .done: return words
    case .undo: return "undone: " + words
    case .redo: return "again: " + words
    case .differs: return "differs: " + words
    }
  }

  /// One change for each run of entries that belong together.
  private func newest(_ most: Int) -> [Change] {
    var changes: [Change] = []
    for entry in session.history.reversed() {
      if let last = changes.last, last.id == entry.change, last.kind == entry.kind {
        changes[changes.count - 1].edits.insert(.session(session.id, entry.edit), at: 0)
        continue
      }
      if changes.count == most { break }
      changes.append(
        Change(
          id: entry.change,
          order: entry.order,
          at: entry.at,
          by: entry.by,
          kind: entry.kind,
          reason: entry.reason,
          edits: [.session(session.id, entry.edit)]
        )
      )
    }
    return changes
  }
}
