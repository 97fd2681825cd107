import App
import Domain
import TerminalCore

/// The selected client's week: each record with its minutes, what they add up to, the rules.
func drawWeekOfClient(
  _ state: AppState,
  _ client: ClientID?,
  in rect: Rect,
  on canvas: inout Canvas
) {
  let title = client.map { "\(state.name(of: $0)), this week" } ?? ""
  let inside = canvas.box(rect, title: title, isFocused: false).inset(rows: 0, columns: 1)
  guard let client else { return }
  guard state.roomMode == .off else {
    canvas.empty(roomModeLines(state), in: inside)
    return
  }
  let lines = state.data.explainHours(of: client, week: state.week.first, now: state.now)
  var row = 1
  for group in lines.inReadingOrder {
    for line in group {
      for (place, text) in TextWrap.lines(line.inWords, width: inside.columns - 2).enumerated() {
        guard row < inside.rows - 1 else {
          canvas.put("Enter shows all of it.", in: inside, row: inside.rows - 1, role: .dim)
          return
        }
        canvas.put(text, in: inside, row: row, column: place == 0 ? 0 : 2, role: line.kind.role)
        row += 1
      }
    }
    row += 1
  }
}

extension ExplainLine.Kind {
  fileprivate var role: Role {
    switch self {
    case .record: .text
    case .total: .title
    case .rule: .dim
    }
  }
}
