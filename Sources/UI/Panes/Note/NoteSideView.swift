import App
import Domain
import TerminalCore

/// What stands beside a note, and on a wide screen the list of its parts.
extension NoteView {
  func drawSide(in rect: Rect, on canvas: inout Canvas) {
    let beside = NoteSideLines(note, in: state, side: note.side)
    let inside = canvas.box(
      rect,
      title: beside.title + " (\(state.said(.sidePane)))",
      isFocused: false
    )
    .inset(rows: 0, columns: 1)
    var row = 0
    for line in beside.lines {
      for text in TextWrap.lines([line.text], width: inside.columns) {
        guard row < inside.rows else { return }
        canvas.put(text, in: inside, row: row, role: line.role)
        row += 1
      }
    }
  }

  func drawParts(in rect: Rect, on canvas: inout Canvas) {
    let inside = canvas.box(rect, title: "Parts", isFocused: false).inset(rows: 0, columns: 1)
    var row = 0
    for (index, part) in note.template.parts.enumerated() {
      let mark = index == note.part && note.access == .writing ? ">" : " "
      canvas.put("\(mark) \(index + 1) \(part.title)", in: inside, row: row)
      let isMissing = part.isRequired && note.isEmpty(part)
      canvas.putRight(
        isMissing ? "EMPTY" : note.isEmpty(part) ? "" : "ok",
        in: inside,
        row: row,
        role: isMissing ? .fieldRequired : .ok
      )
      row += 1
    }
    guard !state.noteClients.isEmpty else { return }
    row += 1
    canvas.put("Clients who attended", in: inside, row: row, role: .title)
    row += 1
    for client in state.noteClients {
      guard row < inside.rows else { return }
      let mark = client == note.clientID ? ">" : " "
      canvas.put("\(mark) \(state.name(of: client))", in: inside, row: row)
      canvas.putRight(standing(of: client), in: inside, row: row, role: .dim)
      row += 1
    }
  }

  private func standing(of client: ClientID) -> String {
    guard case .session(let id, _) = note.draft.service else { return "" }
    let noteID = NoteID.note(of: client, service: id.rawValue)
    if let entry = state.data.notes[noteID] { return entry.status.word }
    return state.data.drafts[.note(noteID)]?.content.texts.isEmpty == false ? "draft" : ""
  }
}
