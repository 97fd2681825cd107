import App
import TerminalCore

/// Themes on the left, how the chosen one shows each role on the right.
func drawThemes(_ prompt: ThemePrompt, _ state: AppState, on canvas: inout Canvas) {
  let inside = canvas.largeBox(title: "Theme")
  let (left, right) = inside.split(left: min(26, inside.columns / 2))
  let list = left.split(right: 2).rest
  var lines: [ListLine] = []
  for (place, theme) in state.themes.enumerated() {
    let note = note(on: theme, isUsed: theme.name == prompt.before)
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
  let (above, below) = right.split(bottom: right.rows >= 14 ? 3 : 2)
  drawPreview(of: state.themes[prompt.cursor], at: state.colorDepth, in: above, on: &canvas)
  let trials = [
    "Colours: 1 all  2 16  3 8  4 none",
    "Borders: b, now \(state.shownBorders.word)",
  ]
  for (row, text) in trials.enumerated() {
    let line = below.rows - trials.count + row
    canvas.put(text, in: below, at: (line, 0), width: below.columns, role: .dim)
  }
}

extension Theme.Borders {
  fileprivate var word: String {
    switch self {
    case .line: "line"
    case .ascii: "ASCII"
    case .none: "none"
    }
  }
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
private func drawPreview(
  of choice: ThemeChoice,
  at depth: ColorDepth?,
  in rect: Rect,
  on canvas: inout Canvas
) {
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
  guard let theme = choice.theme else { return }
  let words = 14
  for (role, sample) in samples where row < rect.rows {
    let text = CellWidth.padded(sample, to: rect.columns)
    canvas.put(text, in: rect, row: row, role: role)
    let ratio = Contrast(theme, role, at: depth ?? .colors256)
    if rect.columns >= words + 16 {
      canvas.put(ratio.words, in: rect, row: row, column: rect.columns - 16, role: role)
    }
    row += 1
  }
}

/// How well a role's text stands out from what is behind it.
private struct Contrast {
  let words: String

  init(_ theme: Theme, _ role: Role, at depth: ColorDepth) {
    guard let ratio = theme.contrast(role, at: depth) else {
      words = "your terminal's"
      return
    }
    let tenths = Int(ratio * 10)
    let number = CellWidth.padded("\(tenths / 10).\(tenths % 10)", to: 4, alignment: .right)
    words = "ratio \(number)  \(ratio < Theme.leastContrast ? "low" : "ok")"
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
  (.hintKey, "A hint's key"), (.hintText, "Its words"), (.field, "A field"),
  (.match, "A match"), (.dim, "Less important"), (.titleFocus, "Title in focus"),
]
