import App
import TerminalCore

/// The calm page before there is a program: what can be done, and where things will be kept.
func drawFirstRun(_ state: AppState, on canvas: inout Canvas) {
  canvas.put("Caseload", in: canvas.size.rect, row: 0, column: 1, role: .title)
  let isTall = canvas.size.rows >= 20
  let width = min(72, canvas.size.columns - 4)
  var row = isTall ? 3 : 2
  canvas.cursor = Position(row: Row(row), column: 2)
  for (text, role) in paragraphs(state) {
    for line in TextWrap.lines(text, width: width) where row < canvas.size.rows - 2 {
      canvas.put(line, in: canvas.size.rect, row: row, column: 2, role: role)
      row += 1
    }
    if isTall { row += 1 }
  }
}

private func paragraphs(_ state: AppState) -> [(String, Role)] {
  var paragraphs: [(String, Role)] = [
    (
      "New here? Try it with pretend clients (\(state.said(.tryDemo))), or set up your own "
        + "(\(state.said(.setUp))).",
      .question
    )
  ]
  if let failure = state.messages.last(where: { $0.tone == .error }) {
    paragraphs.append((failure.text, .error))
  }
  paragraphs.append(("The pretend clients are made up. The screen says DEMO there.", .text))
  switch state.folder {
  case .missing(let path):
    paragraphs.append(("Your own records will be kept on this computer, in \(path).", .text))
  case .open:
    paragraphs.append(("Your own records are kept on this computer.", .text))
  }
  paragraphs.append(("Nothing is sent anywhere. q leaves.", .text))
  return paragraphs
}
