import App
import Domain
import TerminalCore

/// What the selected row of the to-do screen has no room for: what is missing, who it is, why it
/// came back.
struct ToDoDetailView {
  let row: ToDoRow
  let state: AppState
  /// Whether each client of a group is listed below it.
  var listsClients = false

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let lines = lines(rect.columns)
    for (place, line) in lines.prefix(rect.rows).enumerated() {
      let isCut = place == rect.rows - 1 && lines.count > rect.rows
      let text = isCut ? line.text + " ..." : line.text
      canvas.put(text, in: rect, row: place, column: 1, role: line.role)
    }
  }

  /// As they are wrapped in so many columns.
  func lines(_ columns: Int) -> [NoteLines.Line] {
    ([NoteLines.Line(title, .title)] + details).flatMap { line in
      TextWrap.lines([line.text], width: columns - 6).map { NoteLines.Line($0, line.role) }
    }
  }

  /// What it is.
  var title: String {
    let first = row.first
    let who = row.notes.count == 1 ? state.name(of: first.clientID) + ", " : ""
    let kind = first.kind == .noShow ? "no-show, " : ""
    return "\(who)\(kind)\(first.title), \(first.service.date.dayName)"
  }

  /// How it stands.
  var details: [NoteLines.Line] {
    let first = row.first
    var lines: [NoteLines.Line] = []
    if first.clock.urgency(at: state.now) == .late {
      lines.append(NoteLines.Line("Late entry: signing asks why it is late.", .warning))
    }
    if first.status == .awaitingCosign {
      let author = state.data.staff[first.authorID]?.name ?? ""
      lines.append(
        NoteLines.Line(
          "Signed by \(author), waits for your signature: \(state.said(.sign)) shows it first."
        )
      )
      if row.notes.count > 1, !listsClients { lines.append(NoteLines.Line(names(row.notes), .dim)) }
    } else if first.status == .returned {
      lines.append(NoteLines.Line("It came back: \(first.comment ?? "")", .warning))
    } else if row.notes.count > 1 {
      if !listsClients { lines += groupDetails }
    } else if first.missing.isEmpty {
      lines.append(
        NoteLines.Line(
          "Ready: every required part is filled. \(state.said(.sign)) shows it, then signs.",
          .ok
        )
      )
    } else {
      lines.append(NoteLines.Line("Empty: " + first.missing.joined(separator: ", ")))
    }
    return lines
  }

  private var groupDetails: [NoteLines.Line] {
    let ready = row.notes.filter(\.missing.isEmpty)
    let open = row.notes.filter { !$0.missing.isEmpty }
    var lines: [NoteLines.Line] = []
    let inEach = (open.first?.missing ?? []).filter { title in
      open.allSatisfy { $0.missing.contains(title) }
    }
    if open.count > 1, !inEach.isEmpty {
      lines.append(NoteLines.Line("Empty in each: " + inEach.joined(separator: ", ")))
    }
    if !open.isEmpty { lines.append(NoteLines.Line("To write: " + names(open))) }
    if !ready.isEmpty { lines.append(NoteLines.Line("Ready to sign: " + names(ready), .ok)) }
    return lines
  }

  private func names(_ notes: [DueNote]) -> String {
    notes.map { state.name(of: $0.clientID) }.joined(separator: ", ")
  }
}
