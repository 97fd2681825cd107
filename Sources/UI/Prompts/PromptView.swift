import App
import TerminalCore

/// The prompt over the screen, if there is one; the status line and the hints stay visible.
func drawPrompt(_ state: AppState, on canvas: inout Canvas) {
  switch state.prompt {
  case .palette(let picker): drawPalette(picker, state, on: &canvas)
  case .help(let picker): drawHelp(picker, state, on: &canvas)
  case .menu(let menu): drawMenu(menu, on: &canvas)
  case .line(let line): drawLine(line, state, on: &canvas)
  case .question(let question): drawQuestion(question, on: &canvas)
  case .pick(let pick): drawPick(pick, state, on: &canvas)
  case .form(let form): drawForm(form, state, on: &canvas)
  case .text(let text): drawText(text, on: &canvas)
  case .theme(let theme): drawThemes(theme, state, on: &canvas)
  case .signing(let signing): drawSigning(signing, state, on: &canvas)
  case .versions(let versions): drawVersions(versions, state, on: &canvas)
  case .spelling(let spelling): drawSpelling(spelling, on: &canvas)
  case nil: break
  }
}

extension Canvas {
  /// Where a prompt may stand: below the title, above the status line.
  var promptArea: Rect {
    Rect(row: 1, column: 0, columns: size.columns, rows: size.rows - 3)
  }

  /// The widest box over the screen.
  var promptColumns: Int { PromptSize.columns(size) }

  /// The one size of palette, help, lists of people, themes and texts.
  ///
  /// - Returns: The inside, a column in from each border.
  mutating func largeBox(title: String) -> Rect {
    let rect = promptArea.centered(columns: promptColumns, rows: PromptSize.rows(size))
    return box(rect, title: title, isFocused: true).inset(rows: 0, columns: 1)
  }

  /// A box around so many lines, in the middle.
  ///
  /// - Returns: The inside, a column in from each border.
  mutating func smallBox(title: String, columns: Int, rows: Int) -> Rect {
    let rect = promptArea.centered(columns: columns + 4, rows: rows + 2)
    return box(rect, title: title, isFocused: true).inset(rows: 0, columns: 1)
  }
}
