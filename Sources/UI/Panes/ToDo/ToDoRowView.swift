import App
import Domain
import TerminalCore

/// How wide the columns of the notes are: as wide as they need to be, and the group's name as wide
/// as the longest due time leaves it.
struct ToDoColumns {
  static let date = 10
  let who: Int
  /// Nil where so little is left that the name stands in the lines below the list only.
  let title: Int?

  init(_ rows: [ToDoRow], _ state: AppState, columns: Int) {
    let words = rows.map { ToDoRowWords($0, state) }
    let who = min(14, words.map { CellWidth.of($0.who) }.max() ?? 0)
    let room = words.map { $0.room(columns, who: who) }.min() ?? 0
    let longest = words.map { CellWidth.of($0.title) }.max() ?? 0
    self.who = who
    title = room < 10 ? nil : min(room, longest)
  }
}

/// What a row of the notes says.
struct ToDoRowWords {
  let who: String
  let title: String
  let standing: String
  let due: String

  init(_ row: ToDoRow, _ state: AppState) {
    let first = row.first
    who = row.notes.count == 1 ? state.name(of: first.clientID) : "\(row.notes.count) clients"
    title = first.title
    standing = Self.standing(of: row)
    due = DueWords.due(row, in: state)
  }

  /// What is left for the title in a line.
  func room(_ columns: Int, who: Int) -> Int {
    columns - 2 - ToDoColumns.date - 1 - who - 1 - 1 - CellWidth.of(standing) - 1
      - CellWidth.of(due)
  }

  private static func standing(of row: ToDoRow) -> String {
    let first = row.first
    if first.status == .awaitingCosign { return "to co-sign" }
    if first.status == .returned { return "RETURNED" }
    if row.notes.count > 1 { return "\(row.ready) of \(row.notes.count) ready" }
    if first.missing.isEmpty { return "ready" }
    guard first.isBegun else { return "to write" }
    return first.missing.count == 1
      ? "\(first.missing[0]) empty" : "\(first.missing.count) parts empty"
  }
}

/// One row of the to-do screen.
struct ToDoRowView {
  let row: ToDoRow
  let state: AppState
  let isHere: Bool
  let columns: ToDoColumns

  func draw(in line: Rect, on canvas: inout Canvas) {
    let words = ToDoRowWords(row, state)
    let role: Role = isHere ? .selected : .text
    let mark = state.toDo.selected.contains(row.id) ? "*" : isHere ? ">" : " "
    let urgency = row.first.clock.urgency(at: state.now)
    var parts = [
      CellWidth.padded(row.first.service.date.dayName, to: ToDoColumns.date),
      CellWidth.padded(CellWidth.cut(words.who, to: columns.who), to: columns.who),
    ]
    if let title = columns.title {
      // A longer name takes what its own row has left.
      let own = words.room(line.columns, who: columns.who)
      let width = max(title, min(own, CellWidth.of(words.title)))
      parts.append(CellWidth.padded(CellWidth.cut(words.title, to: width), to: width))
    }
    parts.append(words.standing)
    let text = "\(mark) " + parts.joined(separator: " ")
    let isTight = CellWidth.of(text) + 1 + CellWidth.of(words.due) > line.columns
    let due = isTight ? words.due.replacing(" since", with: "") : words.due
    let room = max(0, line.columns - CellWidth.of(due) - 1)
    canvas.put(CellWidth.cut(text, to: room), in: line, row: 0, role: role)
    canvas.putRight(due, in: line, row: 0, role: isHere ? .selected : DueWords.role(urgency))
  }
}
