package import Domain

/// The to-do screen: notes by due time.
package struct ToDoState: Equatable, Sendable {
  package var cursor: NoteDocument?
  /// Rows marked for signing in a run (m).
  package var selected: Set<NoteDocument>
  package var filter: String?
  package var focus = ToDoPane.notes
  package var task: DueTask.ID?

  package init() { selected = [] }
}

/// The lists of the to-do screen.
package enum ToDoPane: Hashable, Sendable, CaseIterable {
  case notes
  /// Outreach and what else is due about clients.
  case tasks
}

/// One row: a note, or those of one group's meeting that wait for the same person.
package struct ToDoRow: Equatable, Sendable {
  /// In roster order; at least one.
  package var notes: [DueNote]

  package var first: DueNote { notes[0] }
  package var id: NoteDocument { first.document }
  package var dueAt: Instant { first.dueAt }
  package var ready: Int { notes.count { $0.missing.isEmpty } }
}

extension AppState {
  /// What waits for the person at the keyboard, oldest due first.
  package var toDoRows: [ToDoRow] {
    var rows: [ToDoRow] = []
    for note in dueNotes {
      if note.kind == .group, note.status != .returned, note.supplement == nil,
        let place = rows.firstIndex(where: {
          $0.first.kind == .group && $0.first.service == note.service
            && $0.first.supplement == nil
            && ($0.first.status == .awaitingCosign) == (note.status == .awaitingCosign)
            && $0.first.status != .returned
        })
      {
        rows[place].notes.append(note)
      } else {
        rows.append(ToDoRow(notes: [note]))
      }
    }
    guard let filter = toDo.filter, !filter.isEmpty else { return rows }
    return rows.filter { row in
      row.notes.contains { Search.matches(filter, "\(name(of: $0.clientID)) \($0.title)") }
    }
  }

  package var toDoIndex: Int {
    toDoRows.firstIndex { $0.id == toDo.cursor } ?? 0
  }

  package var selectedToDo: ToDoRow? {
    let rows = toDoRows
    return rows.isEmpty ? nil : rows[min(toDoIndex, rows.count - 1)]
  }

  /// Keeps the choice on its notes where the first of them was signed, and in its place where all
  /// were.
  private mutating func keepToDoCursor(on chosen: ToDoRow, _ place: Int) {
    let rows = toDoRows
    guard !rows.contains(where: { $0.id == toDo.cursor }), !rows.isEmpty else { return }
    let texts = Set(chosen.notes.map(\.document))
    let same = rows.first { $0.notes.contains { texts.contains($0.document) } }
    toDo.cursor = (same ?? rows[min(place, rows.count - 1)]).id
  }

  /// Looks again at what is owed: after anything that changes it, never for a key alone.
  mutating func refreshDueNotes() {
    guard let staffID else {
      dueNotes = []
      return
    }
    let due = data.dueNotes(of: staffID, at: now, templates: templates)
    guard due != dueNotes else { return }
    let place = toDoIndex
    let isShown = screen == .toDo || screen == .note && note?.comesFrom == .toDo
    let chosen = isShown ? selectedToDo : nil
    dueNotes = due
    if let chosen, toDo.cursor != nil { keepToDoCursor(on: chosen, place) }
  }
}
