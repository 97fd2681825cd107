import App
import TerminalCore

/// Themes on the left, how the chosen one shows each role on the right.
func drawThemes(_ prompt: ThemePrompt, _ state: AppState, on canvas: inout Canvas) {
  let inside = canvas.largeBox(title: "Theme")
  let (left, right) = inside.split(left: min(30, inside.columns / 2))
  let list = left.split(right: 2).rest
  var lines: [ListLine] = []
  for (place, theme) in state.themes.enumerated() {
    let note = note(on: theme, isUsed: theme.name == state.themeName)
    let width = list.columns - 3 - CellWidth.of(note)
    var own = ListLine.item(place, left: ("", 0), text: theme.name, width: width)
    own[0].right = note
    if theme.theme == nil { for index in own.indices { own[index].role = .dim } }
    lines += own
  }
  let place = canvas.list(lines, selected: prompt.cursor, in: list)
  canvas.cursor = place ?? left.origin
  guard state.themes.indices.contains(prompt.cursor) else {
    canvas.put("No themes were found.", in: right, row: 0, role: .dim)
    return
  }
  drawPreview(of: state.themes[prompt.cursor], in: right, on: &canvas)
}

private func note(on theme: ThemeChoice, isUsed: Bool) -> String {
  if isUsed { return "in use" }
  switch theme.problems.count {
  case 0: return ""
  case 1: return "1 problem"
  default: return "\(theme.problems.count) problems"
  }
}

/// What is wrong with the theme; below that its roles, if it can be used.
private func drawPreview(of choice: ThemeChoice, in rect: Rect, on canvas: inout Canvas) {
  var row = 0
  if choice.theme == nil {
    row = put("This theme can't be used:", role: .warning, in: rect, row: row, on: &canvas)
  }
  let most = choice.theme == nil ? rect.rows : rect.rows / 3
  for problem in choice.problems where row < most {
    row = put(problem, role: .warning, in: rect, row: row, on: &canvas)
  }
  if let path = choice.path {
    row = put(path, role: .dim, in: rect, row: row, on: &canvas)
  }
  guard choice.theme != nil else { return }
  for (role, words) in samples where row < rect.rows {
    canvas.put(CellWidth.padded(words, to: rect.columns), in: rect, row: row, role: role)
    row += 1
  }
}

private func put(
  _ text: String,
  role: Role,
  in rect: Rect,
  row: Int,
  on canvas: inout Canvas
) -> Int {
  var row = row
  for line in TextWrap.lines(text, width: rect.columns) {
    canvas.put(line, in: rect, row: row, role: role)
    row += 1
  }
  return row
}

/// Roles that tell themes apart, the most used first.
private let samples: [(Role, String)] = [
  (.text, "Normal text"), (.selected, "Selected row"), (.markPresent, "Present"),
  (.markLate, "Late"), (.markAbsent, "No-show"), (.markExcused, "Excused"),
  (.question, "A question"), (.error, "An error"), (.warning, "A warning"),
  (.hintKey, "A key in the hints"), (.hintText, "Its words"), (.field, "A field"),
  (.match, "What was searched"), (.dim, "Less important"), (.titleFocus, "Title in focus"),
]
