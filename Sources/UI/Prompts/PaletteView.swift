import App
import TerminalCore

func drawPalette(_ picker: Picker, _ state: AppState, on canvas: inout Canvas) {
  let inside = canvas.largeBox(title: "Commands")
  let below = canvas.searchLine("Type what you want:", picker.query, in: inside)
  let commands = PaletteList.lines(of: state, query: picker.query.text)
  let all = PaletteList.lines(of: state, query: "").count
  let keyWidth = commands.map { CellWidth.of($0.key ?? "") }.max() ?? 0
  var lines: [ListLine] = []
  for (place, command) in commands.enumerated() {
    var own = ListLine.item(
      place,
      left: ("", 0),
      text: command.command.info.title,
      width: below.columns - 2 - keyWidth - 1
    )
    own[0].right = command.key ?? ""
    lines += own
  }
  let footer =
    commands.isEmpty
    ? "No command has these words. Ctrl-U clears them."
    : "\(commands.count) of \(all) commands. Their keys are on the right."
  canvas.list(lines, selected: picker.cursor, footer: footer, in: below)
}
