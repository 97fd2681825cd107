import App
import Domain
import TerminalCore

/// The note screen: where it stands on top, its parts below, and what is beside it.
func drawNote(_ state: AppState, on canvas: inout Canvas) {
  guard let note = state.note else { return }
  NoteView(state: state, note: note).draw(on: &canvas)
}

/// One open note; its parts, its side and its list of parts each in their own file.
struct NoteView {
  let state: AppState
  let note: NoteScreenState

  func draw(on canvas: inout Canvas) {
    drawTop(on: &canvas)
    let layout = NoteLayout(note, in: state)
    if let parts = layout.parts { drawParts(in: parts, on: &canvas) }
    if let side = layout.side { drawSide(in: side, on: &canvas) }
    canvas.box(layout.pane, title: paneTitle, isFocused: true)
    if note.access == .writing {
      drawFrames(layout, on: &canvas)
    } else {
      drawReading(layout.pane, on: &canvas)
    }
    drawFoot(layout.pane, on: &canvas)
  }

  private var paneTitle: String {
    var title = note.clientID == nil ? "Group text" : "Note"
    if note.access != .writing { title += " (read only)" }
    let progress = state.noteProgress
    if progress.clients > 0 {
      title += "  \(progress.written) of \(progress.clients) written, \(progress.signed) signed"
    }
    return title
  }

  // MARK: Foot

  private func drawFoot(_ pane: Rect, on canvas: inout Canvas) {
    let inner = pane.inset(rows: 1, columns: 2)
    guard inner.rows > 1 else { return }
    canvas.put(
      CellWidth.cut(footWords, to: inner.columns),
      in: inner,
      row: inner.rows - 1,
      role: .dim
    )
  }

  private var footWords: String {
    var words: [String] = []
    if let client = note.clientID, case .session(let id, _) = note.draft.service,
      let session = state.data.sessions[id], let row = session.row(of: client)
    {
      let minutes = state.data.creditedMinutes(of: row, in: session, now: state.now)
      words.append("\(row.status.word), \(minutes) min")
    }
    if note.access == .writing {
      if let figures = note.spelling?.figures {
        words.append("Spelling: \(figures.marks == 0 ? "no" : "\(figures.marks)") marks")
        words.append("\(figures.words) words")
      }
      if let last = note.history.last(where: { $0.note.id.rawValue != note.document.rawValue }) {
        words.append(
          "Last signed note: \(last.note.service.date.dayName) (\(state.said(.sidePane)))"
        )
      }
    }
    return words.joined(separator: ".  ")
  }

  // MARK: Reading

  private func drawReading(_ pane: Rect, on canvas: inout Canvas) {
    let inside = NoteLayout.inside(pane)
    let lines = state.readLines(note).wrapped(columns: inside.columns)
    for (row, line) in lines.dropFirst(note.scroll).prefix(inside.rows).enumerated() {
      let isFound = note.found == note.scroll + row
      canvas.put(line.text, in: inside, row: row, role: isFound ? .match : line.role)
    }
    if note.scroll + inside.rows < lines.count {
      canvas.putRight(
        "more below (PgDn)",
        in: pane.inset(rows: 1, columns: 2),
        row: pane.rows - 3,
        role: .dim
      )
    }
    let found = note.found.map { $0 - note.scroll } ?? 0
    let row = (0..<max(1, inside.rows)).contains(found) ? found : 0
    canvas.cursor = Position(row: inside.row + row, column: inside.column)
  }
}
