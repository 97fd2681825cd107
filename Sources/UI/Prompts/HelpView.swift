import App
import TerminalCore

func drawHelp(_ picker: Picker, _ state: AppState, on canvas: inout Canvas) {
  let inside = canvas.largeBox(title: HelpList.title(of: state))
  let below = canvas.searchLine("Type to search:", picker.query, in: inside)
  var lines: [ListLine] = []
  var place = 0
  let keys = HelpList.lines(of: state, query: picker.query.text)
  for line in keys {
    guard !line.keys.isEmpty else {
      lines.append(.heading(line.text))
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
  if keys.contains(where: { $0.command != nil }) {
    footer = "\(place) keys. Those of other places are dim."
  } else {
    footer =
      lines.isEmpty
      ? "Nothing has these words. Ctrl-U clears them." : "Letters search every other key."
  }
  canvas.list(lines, selected: picker.cursor, footer: footer, in: below)
}
