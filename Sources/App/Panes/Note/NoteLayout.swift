package import Domain
package import TerminalCore

/// Where the parts of an open note stand in its pane.
///
/// Everything is shown whole where it fits. Where it doesn't, the part that is written in gets the
/// room and the others are folded into their title row. In a low window, where the titles alone
/// leave too few rows for the text, those farther away aren't shown.
package struct NoteLayout: Equatable, Sendable {
  package struct PartFrame: Equatable, Sendable {
    package var part: Int
    /// The title's row, from the pane's first.
    package var title: Int
    /// The rows below it; of no rows when it is folded.
    package var body: Rect
    package var isFolded: Bool
  }

  package let pane: Rect
  package let parts: Rect?
  package let side: Rect?
  /// What stands above everything that is written: what it came back with, that it is late.
  package let banner: Rect?
  /// The row of the group's text, folded, above a client's own part.
  package let shared: Rect?
  /// What the parts share.
  package let content: Rect
  package let frames: [PartFrame]

  package init(_ note: NoteScreenState, in state: AppState) {
    let screen = Rect(
      row: 1,
      column: 0,
      columns: state.size.columns,
      rows: max(0, state.size.rows - 3)
    )
    var middle = screen
    var side: Rect?
    var parts: Rect?
    if note.side != .off, screen.columns >= 100 {
      let width = screen.columns >= 140 ? 46 : 32
      side = screen.split(right: width).right
      middle = screen.split(right: width).rest
    }
    if screen.columns >= 140 {
      parts = middle.split(left: 34).left
      middle = middle.split(left: 34).rest
    }
    pane = middle
    self.side = side
    self.parts = parts
    var inside = NoteLayout.inside(middle)
    let bannerRows = note.access == .writing ? NoteLayout.bannerRows(note, in: state, inside) : 0
    banner = bannerRows > 0 ? inside.split(top: bannerRows).top : nil
    inside = inside.split(top: bannerRows).rest
    let isBelowShared = note.clientID != nil && !state.noteClients.isEmpty
    shared = isBelowShared ? inside.split(top: 1).top : nil
    content = isBelowShared ? inside.split(top: 1).rest : inside
    frames = NoteLayout.frames(note, in: state, inside: content)
  }

  /// At most a quarter of the pane; the whole comment is on the status line too.
  private static func bannerRows(
    _ note: NoteScreenState,
    in state: AppState,
    _ inside: Rect
  ) -> Int {
    let lines = state.noteBanner(note).flatMap { TextWrap.lines([$0], width: inside.columns) }
    return min(lines.count, max(1, inside.rows / 4))
  }

  /// Without the border, a column free on each side, and the row of figures at the foot.
  package static func inside(_ pane: Rect) -> Rect {
    let inner = pane.inset(rows: 1, columns: 2)
    return inner.split(top: max(0, inner.rows - 1)).top
  }

  private static func frames(
    _ note: NoteScreenState,
    in state: AppState,
    inside: Rect
  ) -> [PartFrame] {
    let count = note.template.parts.count
    guard count > 0, inside.rows > 0 else { return [] }
    func rows(isCut: Bool) -> [Int] {
      note.template.parts.map {
        self.rows(of: $0, note, in: state, size: inside.size, limit: inside.rows, isCut: isCut)
      }
    }
    var wanted = rows(isCut: false)
    // No part is folded so that another has whole lines.
    if wanted.reduce(0, +) + count > inside.rows { wanted = rows(isCut: true) }
    var gap = 1
    if wanted.reduce(0, +) + count * 2 - 1 > inside.rows { gap = 0 }
    if wanted.reduce(0, +) + count > inside.rows {
      let focus = wanted.indices.contains(note.part) ? note.part : 0
      var spare = inside.rows - count - wanted[focus]
      for index in wanted.indices where index != focus {
        let least = spare > 0 ? min(wanted[index], spare) : 0
        wanted[index] = wanted[index] <= least ? wanted[index] : 0
        spare -= wanted[index]
      }
      let left = inside.rows - count - (wanted.reduce(0, +) - wanted[focus])
      wanted[focus] = max(left, min(wanted[focus], fewest(inside)))
    }
    // A part that is written in takes what is left, so that there is room to go on.
    let used = wanted.reduce(0, +) + count + gap * (count - 1)
    if note.isTyping, wanted.indices.contains(note.part), used < inside.rows {
      wanted[note.part] += min(inside.rows - used, 2)
    }
    return placed(wanted, gap: gap, focus: note.part, inside: inside)
  }

  /// So many rows the part that is written in has at least: a text isn't written through a slit.
  private static func fewest(_ inside: Rect) -> Int { max(1, min(4, inside.rows - 3)) }

  /// Scrolls the titles themselves where even they don't fit; the next one stays in sight.
  private static func placed(
    _ wanted: [Int],
    gap: Int,
    focus: Int,
    inside: Rect
  ) -> [PartFrame] {
    var frames: [PartFrame] = []
    var row = 0
    for (index, rows) in wanted.enumerated() {
      let body = Rect(
        row: inside.row + row + 1,
        column: inside.column,
        columns: inside.columns,
        rows: rows
      )
      frames.append(PartFrame(part: index, title: row, body: body, isFolded: rows == 0))
      row += 1 + rows + gap
    }
    guard let shown = frames.first(where: { $0.part == focus }) else { return frames }
    let isLast = focus == frames.last?.part
    let end = shown.title + 1 + shown.body.rows + (isLast ? 0 : 1)
    let over = min(shown.title, end - inside.rows)
    guard over > 0 else { return frames.filter { $0.title + 1 + $0.body.rows <= inside.rows } }
    return frames.compactMap { frame in
      var frame = frame
      frame.title -= over
      frame.body.row -= over
      let fits = frame.title >= 0 && frame.title + 1 + frame.body.rows <= inside.rows
      return fits ? frame : nil
    }
  }

  /// The rows a part wants, at most `limit`, at least one.
  private static func rows(
    of part: NotePart,
    _ note: NoteScreenState,
    in state: AppState,
    size: Size,
    limit: Int,
    isCut: Bool
  ) -> Int {
    switch part.form {
    case .text:
      let layout = TextLayout(columns: size.columns, rows: limit)
      let buffer = note.fields[part.key]?.buffer ?? TextBuffer(note.draft.content.text(part.key))
      return layout.height(of: buffer)
    case .choice: return optionRows(of: part, columns: size.columns).count
    case .objectives:
      let lines = objectiveLines(note, in: state, columns: size.columns, isCut: isCut)
      return max(1, lines.joined().count)
    }
  }

  /// The objectives of a client's plan, each in the lines that it needs beside how it goes, or in one
  /// that is cut.
  package static func objectiveLines(
    _ note: NoteScreenState,
    in state: AppState,
    columns: Int,
    isCut: Bool = false
  ) -> [[String]] {
    guard let client = note.clientID else { return [] }
    let objectives = state.data.objectives(of: client, on: note.draft.service.date)
    return objectives.enumerated().map { index, objective in
      let progress = objectiveProgress(of: objective.id, note)
      let mark = note.draft.content.objectives.contains { $0.objectiveID == objective.id }
      let head = "\(mark ? "(x)" : "( )") \(index + 1) "
      let room = max(8, columns - 5 - CellWidth.of(progress) - CellWidth.of(head))
      if isCut { return [head + CellWidth.cut(objective.text, to: room)] }
      let indent = String(repeating: " ", count: CellWidth.of(head))
      return TextWrap.lines(objective.text, width: room).enumerated()
        .map { ($0 == 0 ? head : indent) + $1 }
    }
  }

  /// How an objective goes, as it stands at its right; empty for one that isn't chosen.
  package static func objectiveProgress(
    of id: ObjectiveID,
    _ note: NoteScreenState
  ) -> String {
    guard let link = note.draft.content.objectives.first(where: { $0.objectiveID == id }) else {
      return ""
    }
    return (link.isCopied ? "carried forward: " : "") + link.progress.words
  }

  /// The options of a choice as rows of indices, as many to a row as fit.
  package static func optionRows(of part: NotePart, columns: Int) -> [[Int]] {
    guard case .choice(let options, _) = part.form else { return [] }
    var rows: [[Int]] = [[]]
    var used = 2
    for (index, option) in options.enumerated() {
      let width = optionWidth(option, index)
      if used + width > columns, !(rows.last ?? []).isEmpty {
        rows.append([])
        used = 2
      }
      rows[rows.count - 1].append(index)
      used += width + 2
    }
    return rows
  }

  /// The cells of "(x) 1 none".
  package static func optionWidth(_ option: NoteOption, _ index: Int) -> Int {
    6 + (index >= 9 ? 1 : 0) + CellWidth.of(option.title)
  }
}
