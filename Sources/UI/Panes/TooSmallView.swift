import App
import TerminalCore

/// The only thing a window says that is too small for a screen.
func drawTooSmall(_ state: AppState, on canvas: inout Canvas) {
  let size = canvas.size
  let failures = state.unsavedCount
  let saved: String
  switch failures {
  case 0: saved = "Your work is saved."
  case 1: saved = "1 change is NOT SAVED."
  default: saved = "\(failures) changes are NOT SAVED."
  }
  let text =
    "Window is \(size.columns)x\(size.rows). Please make it at least 60x16. \(saved)"
  for (row, line) in TextWrap.lines(text, width: size.columns).prefix(size.rows).enumerated() {
    canvas.put(line, in: size.rect, row: row, role: failures == 0 ? .text : .error)
  }
}
