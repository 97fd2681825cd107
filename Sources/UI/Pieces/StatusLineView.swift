import App
import TerminalCore

/// The line above the hints: what isn't saved, else the digits being typed, else what happened.
func drawStatusLine(_ state: AppState, on canvas: inout Canvas) {
  let size = canvas.size
  let row = Rect(row: Row(size.rows - 2), column: 1, columns: size.columns - 2, rows: 1)
  let failures = state.failedSaves
  if let why = failures.first {
    let count = failures.count == 1 ? "" : " (\(failures.count) records)"
    putCut("NOT SAVED\(count): \(why)", in: row, role: .error, on: &canvas)
  } else if state.prompt == nil, !state.attendance.digits.isEmpty {
    putCut("row \(state.attendance.digits)_", in: row, role: .status, on: &canvas)
  } else {
    putCut(state.status.text, in: row, role: state.status.tone.role, on: &canvas)
  }
}

private func putCut(_ text: String, in row: Rect, role: Role, on canvas: inout Canvas) {
  canvas.put(cut(text, to: row.columns), in: row, row: 0, role: role)
}

/// The text in the room there is; how to take it back stays whole, and what was done is cut.
private func cut(_ text: String, to columns: Int) -> String {
  for way in ["  (u undo)", "  (U redo)"] {
    guard let range = text.firstRange(of: way) else { continue }
    if CellWidth.of(String(text[..<range.upperBound])) <= columns { break }
    let words = String(text[..<range.lowerBound])
    return CellWidth.cut(words, to: columns - CellWidth.of(way)) + way
  }
  return CellWidth.cut(text, to: columns)
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
