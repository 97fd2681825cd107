import App
import TerminalCore

/// Above the hints: what isn't saved, else the digits being typed, else what happened.
///
/// One row, and as many more as the words need: over the edge of what is above, so that nothing moves.
/// Where they would hide the cursor they stand below the title instead.
func drawStatusLine(_ state: AppState, on canvas: inout Canvas) {
  let (text, role) = statusWords(state)
  let size = canvas.size
  let most = max(1, size.rows - 2)
  var lines = TextWrap.lines(text, width: size.columns - 2)
  if lines.count > most {
    let rest = lines.dropFirst(most - 1).joined(separator: " ")
    lines = lines.prefix(most - 1) + [CellWidth.cut(rest, to: size.columns - 2)]
  }
  let first = Row(size.rows - 1 - lines.count)
  let isOver = lines.count > 1 && canvas.cursor.row >= first
  let top = isOver ? Row(1) : first
  let block = Rect(row: top, column: 0, columns: size.columns, rows: lines.count)
  if lines.count > 1 { canvas.fill(block, role: .text) }
  let inside = block.inset(rows: 0, columns: 1)
  for (row, line) in lines.enumerated() { canvas.put(line, in: inside, row: row, role: role) }
}

private func statusWords(_ state: AppState) -> (text: String, role: Role) {
  let failures = state.failedSaves
  if let why = failures.first {
    let count = failures.count == 1 ? "" : " (\(failures.count) records)"
    return ("NOT SAVED\(count): \(why)", .error)
  }
  if state.prompt == nil, !state.attendance.digits.isEmpty {
    return ("row \(state.attendance.digits)_", .status)
  }
  return (state.status.text, state.status.tone.role)
}

extension Tone {
  var role: Role {
    switch self {
    case .plain: .status
    case .ok: .ok
    case .question: .question
    case .warning: .warning
    case .error: .error
    }
  }
}
