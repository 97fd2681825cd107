import App
import Domain
import TerminalCore

/// The parts of a note that is being written.
extension NoteView {
  func drawFrames(_ layout: NoteLayout, on canvas: inout Canvas) {
    let inside = layout.content
    if let banner = layout.banner { drawBanner(in: banner, on: &canvas) }
    if let shared = layout.shared { drawShared(in: shared, on: &canvas) }
    for frame in layout.frames {
      let part = note.template.parts[frame.part]
      let isFocused = frame.part == note.part
      drawTitle(frame, part, isFocused: isFocused, in: inside, on: &canvas)
      guard !frame.isFolded else { continue }
      switch part.form {
      case .text:
        if let field = note.fields[part.key] {
          canvas.text(
            field,
            marks: note.nameMarks[part.key] ?? [],
            sought: isFocused ? note.sought : "",
            misspelled: note.spelling?.unknown ?? [],
            isFocused: isFocused,
            in: frame.body
          )
        }
      case .choice(let options, _):
        drawOptions(options, of: part, isFocused: isFocused, in: frame.body, on: &canvas)
      case .objectives: drawObjectives(isFocused: isFocused, in: frame.body, on: &canvas)
      }
    }
  }

  /// What came back with it, and that it is late, above everything that is written.
  private func drawBanner(in rect: Rect, on canvas: inout Canvas) {
    let lines = state.noteBanner(note).flatMap { line in
      TextWrap.lines([line], width: rect.columns)
    }
    for (row, line) in lines.prefix(rect.rows).enumerated() {
      let isLast = row == rect.rows - 1 && lines.count > rect.rows
      let text =
        isLast
        ? CellWidth.cut(line, to: rect.columns - 9) + " ... (\(state.said(.sidePane)))" : line
      canvas.put(text, in: rect, row: row, role: .warning)
    }
  }

  /// The group's text in one row; Shift-Tab from the first part leads there.
  private func drawShared(in row: Rect, on canvas: inout Canvas) {
    guard case .session(let id, _) = note.draft.service else { return }
    let draft = state.data.drafts[.shared(id)] ?? note.shared
    let text = (draft?.ownText(in: state.templates.shared) ?? "").split(separator: "\n")
      .joined(separator: " / ")
    let words = text.isEmpty ? "nothing written yet" : text
    canvas.put(
      CellWidth.cut(
        "Group text (\(state.said(.previousPart, in: .note))): \(words)",
        to: row.columns
      ),
      in: row,
      row: 0,
      role: .dim
    )
  }

  private func drawTitle(
    _ frame: NoteLayout.PartFrame,
    _ part: NotePart,
    isFocused: Bool,
    in inside: Rect,
    on canvas: inout Canvas
  ) {
    let mark = isFocused ? ">" : " "
    let title = "\(mark)[\(frame.part + 1) \(part.title)]"
    let end = canvas.put(
      title,
      in: inside,
      row: frame.title,
      role: isFocused ? .titleFocus : .fieldLabel
    )
    let (words, role) = partWords(part)
    if frame.isFolded {
      let room = max(0, inside.columns - end - CellWidth.of(words) - 4)
      canvas.put(
        CellWidth.cut(foldedText(part), to: room),
        in: inside,
        row: frame.title,
        column: end + 2,
        role: .dim
      )
    }
    canvas.putRight(words, in: inside, row: frame.title, role: role)
    if isFocused {
      canvas.cursor = Position(
        row: inside.row + frame.title,
        column: inside.column
      )
    }
  }

  /// What the part asks for, and whether it has it.
  private func partWords(_ part: NotePart) -> (String, Role) {
    let isEmpty = note.isEmpty(part)
    switch part.form {
    case .text:
      guard part.isRequired else { return (isEmpty ? "" : "ok", .dim) }
      return isEmpty ? ("required  EMPTY", .fieldRequired) : ("required  ok", .ok)
    case .choice(_, let allowsSeveral):
      let ask = allowsSeveral ? "choose any" : "choose one"
      guard part.isRequired else { return (isEmpty ? ask : "ok", .dim) }
      return isEmpty ? ("required  \(ask)", .fieldRequired) : ("required  ok", .ok)
    case .objectives:
      guard let client = note.clientID else { return ("", .dim) }
      if state.data.objectives(of: client, on: note.draft.service.date).isEmpty {
        return ("no plan here", .dim)
      }
      guard part.isRequired else { return (isEmpty ? "choose any" : "ok", .dim) }
      return isEmpty ? ("required  choose 1 or more", .fieldRequired) : ("required  ok", .ok)
    }
  }

  /// A folded part in one row: its first words, or what is chosen.
  private func foldedText(_ part: NotePart) -> String {
    switch part.form {
    case .text:
      let text = note.fields[part.key]?.buffer.paragraphs.first { $0.hasWords }
      return text ?? String(note.draft.content.text(part.key).prefix(200))
    case .choice(let options, _):
      let codes = note.draft.content.choices[part.key] ?? []
      return options.filter { codes.contains($0.code) }.map(\.title).joined(separator: ", ")
    case .objectives:
      return note.draft.content.objectives.map(\.text).joined(separator: "; ")
    }
  }

  private func drawOptions(
    _ options: [NoteOption],
    of part: NotePart,
    isFocused: Bool,
    in body: Rect,
    on canvas: inout Canvas
  ) {
    let chosen = note.draft.content.choices[part.key] ?? []
    for (row, indices) in NoteLayout.optionRows(of: part, columns: body.columns).enumerated() {
      var column = 2
      for index in indices {
        let option = options[index]
        let isHere = isFocused && note.option == index
        let mark = chosen.contains(option.code) ? "(x)" : "( )"
        if isHere, row < body.rows {
          canvas.cursor = Position(row: body.row + row, column: body.column + column)
        }
        canvas.put(
          "\(mark) \(index + 1) \(option.title)",
          in: body,
          row: row,
          column: column,
          role: isHere ? .selected : option.needsPlan ? .warning : .text
        )
        column += NoteLayout.optionWidth(option, index) + 2
      }
    }
  }

  private func drawObjectives(isFocused: Bool, in body: Rect, on canvas: inout Canvas) {
    guard let client = note.clientID else { return }
    let objectives = state.data.objectives(of: client, on: note.draft.service.date)
    if objectives.isEmpty {
      canvas.put(
        "This client has no plan with objectives yet.",
        in: body,
        row: 0,
        column: 2,
        role: .dim
      )
      return
    }
    var lines = NoteLayout.objectiveLines(note, in: state, columns: body.columns)
    if lines.joined().count > body.rows {
      lines = NoteLayout.objectiveLines(note, in: state, columns: body.columns, isCut: true)
    }
    var row = 0
    for (index, objective) in objectives.enumerated() where row < body.rows {
      let progress = NoteLayout.objectiveProgress(of: objective.id, note)
      let isCopied = note.draft.content.objectives.contains {
        $0.objectiveID == objective.id && $0.isCopied
      }
      let isHere = isFocused && note.option == index
      if isHere { canvas.cursor = Position(row: body.row + row, column: body.column + 2) }
      canvas.putRight(progress, in: body, row: row, role: isCopied ? .warning : .dim)
      for line in lines[index] where row < body.rows {
        canvas.put(line, in: body, row: row, column: 2, role: isHere ? .selected : .text)
        row += 1
      }
    }
  }
}
