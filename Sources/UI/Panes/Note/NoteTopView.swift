import App
import Domain
import TerminalCore

/// The top line of a note: whose, of what, and where it stands, always in words.
extension NoteView {
  func drawTop(on canvas: inout Canvas) {
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
      let session = note.draft.service.sessionID.flatMap { state.data.sessions[$0] }
      parts.append("Group text" + (session.map { ": \(state.data.title(of: $0))" } ?? ""))
    }
    let kind = note.clientID == nil ? "" : "\(note.draft.kind.word) "
    let service = "\(kind)\(note.draft.service.date.dayName)\(times)"
    if case .supplement(_, let supplement) = note.document {
      return (parts + ["\(supplement.word) to \(service)"]).joined(separator: " | ")
    }
    parts.append(service)
    let format = note.record?.current.formatTitle ?? note.template.title
    if note.clientID != nil, format != note.draft.kind.word { parts.append(format) }
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
    case .none: return note.draft.span.map { times($0.start, $0.end) } ?? ""
    case .missedDay: return ""
    }
  }

  private func times(_ start: Instant, _ end: Instant) -> String {
    " \(state.clock(start))-\(state.clock(end))"
  }

  /// Where the note stands, in words, always.
  private var standing: (words: String, role: Role) {
    if let problem = note.problem { return ("NOT SAVED: \(reason(problem))", .error) }
    if note.access == .locked { return lockedWords }
    let isReady = note.template.parts.allSatisfy { !$0.isRequired || !note.isEmpty($0) }
    if case .reading = note.access { return readingWords }
    var words = note.record?.status == .returned ? "RETURNED" : isReady ? "READY" : "DRAFT"
    if !note.pending.isEmpty {
      words += " | saving"
    } else if let at = note.savedAt {
      words += " | saved \(state.clock(at))"
    }
    return (words, isReady ? .ok : .text)
  }

  /// The first words of why the disk refused; the status line has all of them.
  private func reason(_ problem: String) -> String {
    let sentence = problem.prefix { $0 != "." && $0 != ":" }
    return CellWidth.cut(String(sentence), to: canvasIsNarrow ? 20 : 34)
  }

  private var canvasIsNarrow: Bool { state.size.columns < 80 }

  private var readingWords: (String, Role) {
    guard note.draft.authorID != state.staffID else {
      return ("IN USE in another window, read only", .warning)
    }
    let name = state.data.staff[note.draft.authorID]?.shortName ?? "SOMEBODY ELSE"
    return ("DRAFT OF \(name.uppercased()), read only", .warning)
  }

  private var lockedWords: (String, Role) {
    guard let record = note.record else { return ("SIGNED WITH EACH NOTE - LOCKED", .ok) }
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
    case .enteredInError: return ("ENTERED IN ERROR" + more, .error)
    case .draft, .ready, .returned, .signed: return ("SIGNED - LOCKED" + more, .ok)
    }
  }
}
