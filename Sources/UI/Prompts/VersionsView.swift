import App
import TerminalCore

/// An older text beside today's; on a narrow screen one below the other.
func drawVersions(_ shown: VersionsPrompt, _ state: AppState, on canvas: inout Canvas) {
  let columns = VersionsWindow.columns(state.size)
  let rows = VersionsWindow.rows(state.size)
  let outer = canvas.promptArea.centered(columns: columns + 4, rows: rows + 3)
  let inside = canvas.box(outer, title: state.title(of: shown), isFocused: true)
    .inset(rows: 0, columns: 1)
  canvas.cursor = inside.origin
  let lines = DifferenceLines(shown.difference, columns: columns)
  let rightStart = lines.columns + 3
  if lines.isSideBySide {
    canvas.put("Older text", in: inside, row: 0, role: .title)
    canvas.put("Today's text", in: inside, row: 0, column: rightStart, role: .title)
  } else {
    canvas.put("- only in the older text  + only in today's", in: inside, row: 0, role: .dim)
  }
  for (row, line) in lines.lines.dropFirst(shown.scroll).prefix(rows).enumerated() {
    if lines.isSideBySide {
      canvas.put(line.left, in: inside, row: row + 1, column: 0)
      canvas.put(String(line.mark), in: inside, row: row + 1, column: lines.columns + 1)
      canvas.put(line.right, in: inside, row: row + 1, column: rightStart)
    } else {
      canvas.put(String(line.mark), in: inside, row: row + 1)
      canvas.put(line.left, in: inside, row: row + 1, column: 2)
    }
  }
  let below = lines.lines.count - shown.scroll - rows
  if shown.difference.isEmpty {
    canvas.putRight("the same as today's text", in: inside, row: 0, role: .ok)
  } else if below > 0 {
    canvas.putRight("\(below) more below (PgDn)", in: inside, row: 0, role: .dim)
  }
}

extension Canvas {
  fileprivate mutating func put(
    _ pieces: [DifferenceLines.Piece],
    in rect: Rect,
    row: Int,
    column: Int
  ) {
    var column = column
    for piece in pieces {
      column = put(piece.text, in: rect, row: row, column: column, role: piece.role)
    }
  }
}
