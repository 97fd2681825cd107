import App
import Domain
import TerminalCore

/// The note as it will be stored, and whether to sign it; the focus starts on "Not yet".
func drawSigning(_ signing: SigningPrompt, _ state: AppState, on canvas: inout Canvas) {
  let columns = SigningWindow.columns(state.size)
  let rows = SigningWindow.rows(state.size)
  let outer = canvas.promptArea.centered(columns: columns + 4, rows: rows + 4)
  let title = state.title(of: signing)
  let inside = canvas.box(outer, title: title, isFocused: true).inset(rows: 0, columns: 1)
  let lines = state.signingLines(signing.matter).wrapped(columns: columns)
  for (row, line) in lines.dropFirst(signing.scroll).prefix(rows).enumerated() {
    canvas.put(line.text, in: inside, row: row, role: line.role)
  }
  let isMore = signing.scroll + rows < lines.count
  if isMore {
    canvas.putRight("more below (PgDn)", in: inside, row: inside.rows - 2, role: .warning)
  }
  var column = 0
  for answer in signing.answers {
    let isHere = answer == signing.focus
    let label = label(of: answer)
    let text = isHere ? "[> \(label)]" : "   \(label) "
    if isHere {
      canvas.cursor = Position(
        row: inside.row + inside.rows - 1,
        column: inside.column + column + 1
      )
    }
    column =
      canvas.put(
        text,
        in: inside,
        row: inside.rows - 1,
        column: column,
        role: isHere ? .selected : .text
      ) + 2
  }
}

private func label(of answer: SigningAnswer) -> String {
  switch answer {
  case .notYet: "Not yet"
  case .sign: "Sign (s)"
  case .giveBack: "Return (r)"
  }
}
