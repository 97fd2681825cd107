import App
import Domain
import TerminalCore

/// A form: a row a field with what it was understood as, and what speaks against it below.
func drawForm(_ form: Form, _ state: AppState, on canvas: inout Canvas) {
  let columns = canvas.promptColumns - 4
  let rows = FormRows(form, state, columns: columns)
  let foot = rows.foot.count + 1
  let height = min(rows.lines.count + foot, PromptSize.rows(state.size) - 2)
  let title = form.isDraft ? form.title + ", begun before" : form.title
  let inside = canvas.smallBox(title: title, columns: columns, rows: height)
  let (list, below) = inside.split(bottom: min(foot, max(0, inside.rows - 1)))
  let place = rows.lines.lastIndex { $0.field == form.cursor && ($0.isFirst || $0.isMore) } ?? 0
  // A text of several lines is drawn from its first row on.
  let first = rows.lines.firstIndex { $0.field == form.cursor } ?? 0
  let middle = ListWindow.start(selected: place, count: rows.lines.count, height: list.rows)
  let start = min(middle, first)
  canvas.cursor = inside.origin
  for (row, line) in rows.lines.dropFirst(start).prefix(list.rows).enumerated() {
    let below = list.split(top: row).rest
    rows.draw(line, in: below.split(top: rows.height(of: line.field)).top, on: &canvas)
  }
  let hidden = rows.lines.count - start - list.rows
  if start > 0 || hidden > 0 {
    let words = hidden > 0 ? "more below" : "more above"
    canvas.putRight(words, in: below, row: 0, role: .dim)
  }
  for (row, text) in rows.foot.enumerated() {
    canvas.put(text.words, in: below, row: row + 1, role: text.role)
  }
}

/// The rows of a form's box.
private struct FormRows {
  struct Line {
    let field: Int
    let isFirst: Bool
    var problem = ""
    /// A further row of a text of several lines.
    var isMore = false
  }

  let form: Form
  let state: AppState
  let columns: Int
  let labelWidth: Int
  var lines: [Line] = []
  /// What speaks against the whole, else what may be entered where the cursor is.
  let foot: [(words: String, role: Role)]

  init(_ form: Form, _ state: AppState, columns: Int) {
    self.form = form
    self.state = state
    self.columns = columns
    labelWidth = min(18, (form.fields.map { CellWidth.of($0.label) }.max() ?? 0) + 2)
    let text = form.problem ?? form.field.explanation
    let role: Role = form.problem == nil ? .dim : .error
    foot = TextWrap.lines(text, width: max(1, columns)).prefix(3).map { ($0, role) }
    for (place, field) in form.fields.enumerated() {
      lines.append(Line(field: place, isFirst: true))
      for _ in 1..<height(of: place) {
        lines.append(Line(field: place, isFirst: false, isMore: true))
      }
      guard let problem = field.problem else { continue }
      for part in TextWrap.lines(problem, width: max(1, columns - labelWidth)) {
        lines.append(Line(field: place, isFirst: false, problem: part))
      }
    }
  }

  /// A long text has some rows while it is typed.
  func height(of field: Int) -> Int {
    form.fields[field].kind.isLong && field == form.cursor ? FieldKind.longRows : 1
  }

  func draw(_ line: Line, in whole: Rect, on canvas: inout Canvas) {
    let field = form.fields[line.field]
    let isHere = line.field == form.cursor
    guard !line.isMore else { return }
    let rect = line.isFirst ? whole : whole.split(top: 1).top
    guard line.isFirst else {
      canvas.put(line.problem, in: rect, row: 0, column: labelWidth, role: .error)
      return
    }
    let mark = field.isRequired && field.content == [""] ? "*" : ""
    let label = CellWidth.cut(field.label + mark, to: labelWidth - 1)
    canvas.put(label, in: rect, row: 0, role: isHere ? .titleFocus : .fieldLabel)
    let cell = rect.split(left: labelWidth).rest
    let understood = field.understood(today: state.today)
    let width = field.kind.isTyped ? min(CellWidth.of(understood), cell.columns / 2) : 0
    let (answer, side) = cell.split(right: width == 0 ? 0 : width + 1)
    switch field.kind {
    case .text, .language, .secret, .date, .time, .number, .weekdays, .zone, .hours:
      let before = canvas.cursor
      canvas.text(
        field.kind == .secret ? field.line.masked : field.line,
        isFocused: isHere,
        in: answer
      )
      if !isHere { canvas.cursor = before }
      if width > 0 { canvas.putRight(understood, in: side, row: 0, role: .dim) }
    case .longText where isHere, .lines where isHere: canvas.text(field.line, in: cell)
    case .longText, .lines: drawFolded(field, in: cell, on: &canvas)
    case .choice, .pick: drawChosen(field, isHere: isHere, in: answer, on: &canvas)
    case .choices(let options):
      drawOptions(options, field, isHere: isHere, in: answer, on: &canvas)
    }
  }

  /// A long text where the cursor is elsewhere: its first line, and how many there are.
  private func drawFolded(_ field: FormField, in rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, role: .field)
    let lines = field.line.buffer.paragraphs.filter { !$0.allSatisfy(\.isWhitespace) }
    guard let first = lines.first else { return }
    let words = lines.count == 1 ? first : "\(lines.count) lines: \(first); ..."
    canvas.put(words, in: rect, at: (0, 0), width: rect.columns, role: .field)
  }

  private func drawChosen(
    _ field: FormField,
    isHere: Bool,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    canvas.fill(rect, role: .field)
    var words = field.chosen.map(\.label).joined(separator: "; ")
    if words.isEmpty { words = isHere && !field.isRequired ? "(none)" : "" }
    if case .choice = field.kind, isHere { words = "< \(words) >" }
    canvas.put(words, in: rect, at: (0, 0), width: rect.columns, role: .field)
    if isHere { canvas.cursor = rect.origin }
  }

  /// "[x] court mandated": the option under the cursor, and how many others are chosen.
  private func drawOptions(
    _ options: [Choice],
    _ field: FormField,
    isHere: Bool,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    canvas.fill(rect, role: .field)
    if isHere { canvas.cursor = rect.origin }
    guard isHere, options.indices.contains(field.place) else {
      let words = field.chosen.map(\.label).joined(separator: ", ")
      canvas.put(words, in: rect, at: (0, 0), width: rect.columns, role: .field)
      return
    }
    let option = options[field.place]
    let mark = field.chosen.contains(option) ? "[x]" : "[ ]"
    let others = field.chosen.filter { $0 != option }.map(\.label)
    let more = others.isEmpty ? "" : "   and " + others.joined(separator: ", ")
    let words = "< \(mark) \(option.label) > \(field.place + 1) of \(options.count)\(more)"
    canvas.put(words, in: rect, at: (0, 0), width: rect.columns, role: .field)
  }
}
