import App
import Domain
import TerminalCore

/// A picker: the search line, and what matches.
func drawPick(_ pick: PickPrompt, _ state: AppState, on canvas: inout Canvas) {
  let inside = canvas.largeBox(title: title(of: pick.purpose, in: state))
  let below = canvas.searchLine(label(of: pick.purpose), pick.picker.query, in: inside)
  let items = PickList.lines(of: state, pick)
  let widest = items.map { CellWidth.of($0.left) }.max() ?? 0
  let width = widest == 0 ? 0 : min(widest + 2, max(12, below.columns * 4 / 10))
  // A long list costs only what can be seen of it.
  let height = below.rows
  let first = max(0, pick.picker.cursor - 2 * height)
  var lines: [ListLine] = []
  for (place, item) in items.enumerated().dropFirst(first).prefix(4 * height) {
    var own = ListLine.item(
      place,
      left: (CellWidth.cut(item.left, to: max(0, width - 2)), width),
      text: item.text,
      width: below.columns - 2
    )
    if !item.isAllowed { for index in own.indices { own[index].role = .dim } }
    lines += own
  }
  let footer = footer(of: pick.purpose, items)
  canvas.list(lines, selected: pick.picker.cursor, footer: footer, in: below)
}

private func title(of purpose: PickPurpose, in state: AppState) -> String {
  switch purpose {
  case .counselor: return "Who sits here?"
  case .walkIn(let session):
    let group = state.data.sessions[session].map(state.data.title(of:)) ?? ""
    return group.isEmpty ? "Walk-in" : "Walk-in: \(group)"
  case .topic(let session):
    let group = state.data.sessions[session].map(state.data.title(of:)) ?? ""
    return group.isEmpty ? "Topic" : "Topic: \(group)"
  case .field(_, .clients): return "Choose a client"
  case .field(_, .staff): return "Choose who"
  case .field(_, .groups): return "Choose a group"
  case .field(_, .rooms): return "Choose a room"
  }
}

private func label(of purpose: PickPurpose) -> String {
  switch purpose {
  case .counselor: "Part of your name:"
  case .walkIn, .field(_, .clients), .field(_, .staff): "Part of a name:"
  case .field(_, .groups), .field(_, .rooms): "Part of its name:"
  case .topic: "Part of it, or another:"
  }
}

private func footer(of purpose: PickPurpose, _ items: [PickList.Line]) -> String {
  switch purpose {
  case .counselor:
    return items.isEmpty
      ? "Nobody who works here has these letters in the name." : "Enter chooses. It's remembered."
  case .walkIn:
    if items.isEmpty { return "Nobody has these letters in the name." }
    let allowed = items.count { $0.isAllowed }
    return "\(allowed) may come, \(items.count - allowed) not."
  case .topic: return "For this meeting; the curriculum goes on behind it."
  case .field:
    return items.isEmpty
      ? "Nothing has these letters. Ctrl-U clears them, Esc goes back."
      : "\(items.count) found. Enter chooses."
  }
}
