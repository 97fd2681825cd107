import App
import TerminalCore

func drawMenu(_ menu: Menu, on canvas: inout Canvas) {
  let room = canvas.promptColumns - 4
  let widest = menu.items.map { CellWidth.of($0.label) + 5 }.max() ?? 0
  let columns = min(room, max(20, widest, CellWidth.of(menu.title) + 2))
  var lines: [ListLine] = []
  for (place, item) in menu.items.enumerated() {
    lines += ListLine.item(
      place,
      left: (String(Character(item.key)), 3),
      text: item.label,
      width: columns - 2
    )
  }
  let inside = canvas.smallBox(title: menu.title, columns: columns, rows: lines.count)
  let place = canvas.list(lines, selected: menu.cursor, in: inside)
  canvas.cursor = place ?? inside.origin
}
