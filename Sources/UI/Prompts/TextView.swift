import App
import TerminalCore

/// Lines to read, from the scrolled line on.
func drawText(_ text: TextPrompt, on canvas: inout Canvas) {
  let inside = canvas.largeBox(title: text.title)
  canvas.cursor = inside.origin
  guard !text.lines.isEmpty else {
    canvas.put("Nothing yet.", in: inside, row: 0, role: .dim)
    return
  }
  let start = min(max(0, text.scroll), text.lines.count - 1)
  let lines = TextWrap.lines(Array(text.lines.dropFirst(start)), width: inside.columns)
  let isLong = start > 0 || lines.count > inside.rows
  let height = isLong ? max(0, inside.rows - 1) : inside.rows
  for (row, line) in lines.prefix(height).enumerated() {
    canvas.put(line, in: inside, row: row)
  }
  if isLong {
    canvas.putMore(above: start, below: max(0, lines.count - height), in: inside)
  }
}
