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

  // MARK: Top line

  private func drawTop(on canvas: inout Canvas) {
    let row = canvas.size.rect.split(top: 1).top.inset(rows: 0, columns: 1)
    let (words, role) = standing
    let clock = state.clock(state.now)
    let right = " \(words) | \(clock)"
    let room = max(0, row.columns - CellWidth.of(right))
    canvas.put(CellWidth.cut(title, to: room), in: row, row: 0, role: .title)
    canvas.putRight(right, in: row, row: 0, role: role)
  }

  private var title: String {
    var parts: [String] = []
    if let client = note.clientID {
      parts.append(state.name(of: client))
    } else {
      parts.append("Group text")
    }
    let service = "\(note.draft.kind.word) \(note.draft.service.date.dayName)\(times)"
    if case .supplement(_, let supplement) = note.document {
      return (parts + ["\(supplement.word) to \(service)"]).joined(separator: " | ")
    }
    parts.append(service)
    parts.append(note.record?.current.formatTitle ?? note.template.title)
    return parts.joined(separator: " | ")
  }

  private var times: String {
    switch note.draft.service {
    case .session(let id, _):
      guard let session = state.data.sessions[id]?.state else { return "" }
      return times(
        session.actualStart ?? session.scheduledStart,
        session.actualEnd ?? session.scheduledEnd
      )
    case .appointment(let id, _):
      guard let appointment = state.data.appointments[id]?.state else { return "" }
      return times(
        appointment.actualStart ?? appointment.scheduledStart,
        appointment.actualEnd ?? appointment.scheduledEnd
      )
    case .missedDay, .none: return ""
    }
  }

  private func times(_ start: Instant, _ end: Instant) -> String {
    " \(state.clock(start))-\(state.clock(end))"
  }

  /// Where the note stands, in words, always.
  private var standing: (words: String, role: Role) {
    if note.problem != nil { return ("NOT SAVED", .error) }
    if note.access == .locked, let record = note.record { return lockedWords(record) }
    let isReady = note.template.parts.allSatisfy { !$0.isRequired || !note.isEmpty($0) }
    var words = note.record?.status == .returned ? "RETURNED" : isReady ? "READY" : "DRAFT"
    if case .reading = note.access { return (words + ", read only", .warning) }
    if !note.pending.isEmpty {
      words += " | saving"
    } else if let at = note.savedAt {
      words += " | saved \(state.clock(at))"
    }
    return (words, isReady ? .ok : .text)
  }

  private func lockedWords(_ record: NoteRecord) -> (String, Role) {
    let addenda = record.events.count {
      switch $0.kind {
      case .addendum, .correction: true
      case .cosigned, .returned, .signedAgain, .enteredInError: false
      }
    }
    let more = addenda == 0 ? "" : " + \(addenda) addend\(addenda == 1 ? "um" : "a")"
    switch record.status {
    case .awaitingCosign: return ("SIGNED, WAITS FOR CO-SIGN" + more, .warning)
    case .cosigned: return ("CO-SIGNED - LOCKED" + more, .ok)
    case .enteredInError: return ("ENTERED IN ERROR", .error)
    case .draft, .ready, .returned, .signed: return ("SIGNED - LOCKED" + more, .ok)
    }
  }

  private var paneTitle: String {
    var title = note.access == .writing ? "Note" : "Note (read only)"
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
        words.append("Last signed note: \(last.note.service.date.dayName) (F6)")
      }
      if let comment = note.record?.returnComment { words.append("Returned: \(comment)") }
    }
    return words.joined(separator: ".  ")
  }

  // MARK: Reading

  private func drawReading(_ pane: Rect, on canvas: inout Canvas) {
    let inside = NoteLayout.inside(pane)
    let lines = state.readLines(note).wrapped(columns: inside.columns)
    for (row, line) in lines.dropFirst(note.scroll).prefix(inside.rows).enumerated() {
      canvas.put(line.text, in: inside, row: row, role: line.role)
    }
    if note.scroll + inside.rows < lines.count {
      canvas.putRight(
        "more below (PgDn)",
        in: pane.inset(rows: 1, columns: 2),
        row: pane.rows - 3,
        role: .dim
      )
    }
    canvas.cursor = Position(row: inside.row, column: inside.column)
  }
}
