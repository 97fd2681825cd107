import App
import TerminalCore

func drawHelp(_ picker: Picker, _ state: AppState, on canvas: inout Canvas) {
  let inside = canvas.largeBox(title: HelpList.title(of: state))
  let below = canvas.searchLine("Type to search:", picker.query, in: inside)
  var lines: [ListLine] = []
  var place = 0
  for line in HelpList.lines(of: state, query: picker.query.text) {
    guard line.command != nil else {
      if line.keys.isEmpty {
        lines.append(.heading(line.text))
      } else {
        let text = "  " + CellWidth.padded(line.keys, to: 18) + line.text
        lines.append(ListLine(text: text))
      }
      continue
    }
    var own = ListLine.item(
      place,
      left: (line.keys, 18),
      text: line.text,
      width: below.columns - 2
    )
    if !line.isHere { for index in own.indices { own[index].role = .dim } }
    lines += own
    place += 1
  }
  let footer: String
  if place > 0 {
    footer = "\(place) keys. Those of other places are dim."
  } else {
    footer =
      lines.isEmpty
      ? "Nothing has these words. Ctrl-U clears them." : "Letters search every other key."
  }
  canvas.list(lines, selected: picker.cursor, footer: footer, in: below)
}
